/** What a torture is: an invariant, a fault that attacks it, and mistakes in the server that it must find. */
import type { Random } from "./random.ts";

export interface Fault {
  /** Its command: `npm run torture -- kills`. */
  name: string;
  invariant: string;
  /** What is counted: kills, cuts, steps … */
  unit: string;
  /** How many in `npm test`, in an hour's run of everything, and in a full run. */
  counts: { short: number; hour: number; full: number };
  /** The seed of the short run, for a fault in which other seeds are known to find what is not mended (docs/trust.md). */
  shortSeed?: number;
  /** Mistakes put into the server's ports; with any of them in place the same run must report a violation. */
  twins: readonly string[];
  /** Enough to find every twin. */
  twinCount: number;
  /** Holds what it hears to a clock: no other fault runs beside it. */
  timed?: true;
  /** Stops at the first violations; every random choice comes from `random`. */
  run(round: Round): Promise<Outcome>;
}

export interface Round {
  count: number;
  random: Random;
  /** Null: the server as it is. */
  twin: string | null;
}

export interface Outcome {
  /** How many of the unit were done. */
  done: number;
  /** What did not hold, in plain words; empty when the invariant stands. */
  violations: string[];
  /** What was counted or measured besides, for the printed line. */
  figures: Record<string, number | string>;
}
