/** One work replayed onto the disk, with the power going at many moments of it. */
import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Random } from "../random.ts";
import { dropFolder, newFolder } from "../stage.ts";
import { Disk } from "./disk.ts";
import { faultsOfImage } from "./image.ts";
import { WHIMS } from "./sectors.ts";
import { emptyGround, type Ground, type Work } from "./work.ts";

export interface Cuts {
  done: number;
  violations: string[];
  /** Writes that the disk was free to lose, over all cuts. */
  atStake: number;
  /** What the last cut left, for the next work to begin on; null when nobody had been told anything yet. */
  left: Ground | null;
}

export function cutEverywhere(work: Work, cuts: number, random: Random): Cuts {
  const disk = new Disk(work.standing);
  const folder = newFolder();
  const outcome: Cuts = { done: 0, violations: [], atStake: 0, left: null };
  let at = 0;
  try {
    for (const moment of momentsOf(work, cuts, random)) {
      for (; at < moment; at += 1) {
        const happening = work.happenings[at];
        if (happening !== undefined) disk.take(happening);
      }
      const whim = random.chance(0.3) ? "nothing" : random.of(WHIMS);
      const image = path.join(folder, String(outcome.done));
      mkdirSync(image);
      disk.leave(image, whim, random);
      outcome.atStake += disk.unsynced;
      outcome.done += 1;
      const told = moment > work.told;
      const acknowledged = work.acknowledgements.filter((one) => one.at < moment);
      // Looking at it mends it: what the next work finds is kept aside before.
      if (outcome.done === cuts && told) outcome.left = leftAs(image, work, acknowledged);
      const faults = faultsOfImage(image, { acknowledged, told: told ? work : null });
      dropFolder(image);
      if (faults.length === 0) continue;
      const where = `cut at call ${moment} of ${work.happenings.length}, the disk kept ${whim}`;
      outcome.violations = faults.map((fault) => `${where}: ${fault}`);
      break;
    }
    return outcome;
  } finally {
    dropFolder(folder);
  }
}

function leftAs(image: string, { stage }: Work, acknowledged: Work["acknowledgements"]): Ground {
  const ground = emptyGround();
  cpSync(image, ground.folder, { recursive: true });
  return { ...ground, stage, carried: acknowledged.map(({ of }) => ({ at: -1, of })) };
}

/** Some right after an acknowledgement, some in checkpoints, some before anything was told, others anywhere; in order. */
function momentsOf(work: Work, cuts: number, random: Random): number[] {
  const { happenings, acknowledgements, checkpointing, told } = work;
  const left = acknowledgements.filter(({ at }) => at >= 0);
  return Array.from({ length: cuts }, () => {
    if (left.length > 0 && random.chance(0.35)) return random.of(left).at + 1;
    if (checkpointing.length > 0 && random.chance(0.2)) return random.of(checkpointing) + 1;
    return random.below((random.chance(0.1) ? told : happenings.length) + 1);
  }).sort((a, b) => a - b);
}
