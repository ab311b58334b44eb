/** Mistakes by which one bad client would cost the others something. */
import type { Mistake } from "../mistaken.ts";

export const STARVINGS: Record<string, Mistake[]> = {
  /** What a reader does not read is queued for ever. */
  "queues-without-end": [
    {
      file: "server/live/member.ts",
      says: "const MOST_QUEUED = 1_048_576;",
      instead: "const MOST_QUEUED = Infinity;",
    },
  ],
  "rates-without-end": [
    {
      file: "server/live/rate.ts",
      says: "return this.#frames >= 0 && this.#bytes >= 0;",
      instead: "return true;",
    },
  ],
};
