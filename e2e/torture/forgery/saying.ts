/** One thing somebody asks of the record, and who may ask for what. */

import type { Seated } from "../stage.ts";
import type { Home } from "./cast.ts";
import type { Rightful } from "./ledger.ts";
import type { ForgeWorld, Standing } from "./world.ts";

/** Something to be submitted. Nothing wrong with it: it must be admitted. */
export interface Saying {
  actor: Seated;
  submission: { id: string; kind: string } & Record<string, unknown>;
  /** For each thing wrong with it, the statuses of its refusal. */
  wrong: number[][];
  /** 200 for what is on the record already. */
  ok: 200 | 201;
  author: Pick<Rightful, "delegation" | "capacity">;
  cleared: Seated | null;
  stands: Standing["kind"] | null;
  /** Once it was admitted. */
  after?(): void;
}

/** Somebody of this delegation, or somebody without one; most often one who may. */
export function speaker({ random, cast }: ForgeWorld, home: Home): Seated {
  if (random.chance(0.65)) return random.of([home.head, home.submitter]);
  const { drafter, clearer, capital, reader, formerSubmitter } = home;
  const { facilitator, administrator, reviewer } = cast;
  return random.of([
    drafter,
    clearer,
    capital,
    reader,
    formerSubmitter,
    facilitator,
    administrator,
    reviewer,
  ]);
}

/** [C3] [D1] Who may ask for what, by the rules. */
export function mayNot(world: ForgeWorld, one: Seated, what: "speak" | "run rounds" | "keep"): number[][] {
  const allowed = {
    speak: world.cast.rights.get(one)?.has("submitting") === true,
    "run rounds": one.as === "facilitator" || one.as === "administrator",
    keep: one.as === "administrator",
  }[what];
  return allowed ? [] : [[403]];
}
