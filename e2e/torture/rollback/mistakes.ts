/** Mistakes by which a browser would go on from a history that was rolled back. */
import type { Mistake } from "../mistake.ts";

export const ROLLBACKS: Record<string, Mistake[]> = {
  /** The store keeps its epoch (see rollback.ts), and nobody asks a browser for the entry it holds. */
  "restored-in-the-same-epoch": [
    { file: "server/live/upgrade.ts", says: "if (held === null) return true;", instead: "return true;" },
  ],
};
