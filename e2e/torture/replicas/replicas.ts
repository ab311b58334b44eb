/** Offline, cut, crashed between commit and show, written to by another process: in the end everybody holds the same. */
import type { Fault, Outcome, Round } from "../fault.ts";
import { Random } from "../random.ts";
import { type ReplicaCounts, schedule } from "./schedule.ts";

const AT_ONCE = 8;

export const replicas: Fault = {
  name: "replicas",
  invariant: "replicas converge, and the record document equals the stored record",
  unit: "seeds",
  counts: { short: 200, hour: 2_000, full: 10_000 },
  twins: ["acknowledged-and-undone", "crash-unnoticed"],
  twinCount: 24,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  // Every stock client listens for the end of the process.
  process.setMaxListeners(0);
  const violations: string[] = [];
  const counts: ReplicaCounts = {
    "crash points": 0,
    cuts: 0,
    "words offline": 0,
    words: 0,
    entries: 0,
    foreign: 0,
  };
  let [begun, done] = [0, 0];
  const one = async () => {
    while (begun < count && violations.length === 0) {
      begun += 1;
      // A seed of its own, so that a schedule can be run again alone.
      const seed = random.below(0x7fff_ffff);
      const found = await schedule(new Random(seed), twin, counts);
      violations.push(...found.map((what) => `schedule ${seed}: ${what}`));
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { done, violations, figures: { ...counts } };
}
