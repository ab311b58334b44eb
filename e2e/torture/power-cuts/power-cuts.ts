/**
 * The power goes at any moment: a server at work is traced, its calls on the data folder are replayed onto a disk
 * that keeps only what it was told to keep (power-disk.ts says what else it may do), and the store is opened on
 * what is left. A kill never finds what this finds: the operating system survives it with all that was written.
 *
 * The first work begins on an empty folder; each further one goes on where the power went last, or begins anew.
 */
import type { Fault, Outcome, Round } from "../fault.ts";
import { dropFolder } from "../stage.ts";
import { type Cuts, cutEverywhere } from "./replay.ts";
import { emptyGround, type Ground, tracedWork, type Work } from "./work.ts";

const CUTS_A_WORK = 100;

export const powerCuts: Fault = {
  name: "power-cuts",
  invariant: "no acknowledged submission or saved draft is lost when the power goes",
  unit: "cuts",
  counts: { short: 50, hour: 500, full: 2_000 },
  twins: ["not-synchronous", "acknowledge-before-commit"],
  twinCount: 30,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const sum = { works: 0, calls: 0, entries: 0, drafts: 0, checkpoints: 0, "writes at stake": 0 };
  let done = 0;
  let ground: Ground = emptyGround();
  try {
    while (done < count) {
      const working = { name: String(sum.works), ms: random.between(1_200, 3_000), twin, random };
      const work = await tracedWork(ground, working);
      sum.works += 1;
      sum.calls += work.happenings.length;
      const acknowledged = work.acknowledgements.filter(({ at }) => at >= 0);
      const entries = acknowledged.filter(({ of }) => "entry" in of).length;
      if (entries === 0 || entries === acknowledged.length)
        throw new Error(
          `${entries} of ${acknowledged.length} acknowledgements are entries: nothing is proven`,
        );
      sum.entries += entries;
      sum.drafts += acknowledged.length - entries;
      sum.checkpoints += checkpointsAtWork(work);
      const cuts: Cuts = cutEverywhere(work, Math.min(CUTS_A_WORK, count - done), random);
      done += cuts.done;
      sum["writes at stake"] += cuts.atStake;
      dropFolder(ground.folder);
      ground = cuts.left ?? emptyGround();
      if (cuts.violations.length > 0) return { done, violations: cuts.violations, figures: sum };
      // A record that only grows would make each look at it slower than the one before.
      if (sum.works % 3 === 0) {
        dropFolder(ground.folder);
        ground = emptyGround();
      }
    }
    return { done, violations: [], figures: sum };
  } finally {
    dropFolder(ground.folder);
  }
}

/** Not those of the first start and of the end, when nobody writes. */
function checkpointsAtWork({ happenings, checkpointing, acknowledgements, told }: Work): number {
  const end = acknowledgements.at(-1)?.at ?? 0;
  return checkpointing.filter((at) => at > told && at < end && happenings[at]?.kind === "sync").length;
}
