/** Mistakes by which one bad client would cost the others something. */
import type { Mistake } from "../mistake.ts";

export const STARVINGS: Record<string, Mistake[]> = {
  "rates-without-end": [
    {
      file: "server/live/rate.ts",
      says: "return frame && size;",
      instead: "return true;",
    },
  ],
};
