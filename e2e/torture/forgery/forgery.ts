/** Trials of writing as another, by every request and frame; then the record and every draft room are looked through. */
import { closeStore, openStore } from "#db/open";
import { Desk } from "../desk.ts";
import type { Fault, Outcome, Round } from "../fault.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, stageOf } from "../stage.ts";
import { forgeCastOf } from "./cast.ts";
import { appearsAsAnother, writesAfterTheEnd, writesAsAnother, writesRightly } from "./drafting.ts";
import { hidesBehindAnother } from "./hiding.ts";
import { Ledger } from "./ledger.ts";
import { FORGERIES } from "./mistakes.ts";
import { recordRoomHolds, roundBegins } from "./record.ts";
import { erasesAnothers, outOfOffice, signsAnotherOut, submits } from "./requests.ts";
import { comesDisguised, comesIn, writesWhereOneReads } from "./rooms.ts";
import { ForgeWorld, type Trial } from "./world.ts";

/** So many trials go on at once, each with a delegation of its own. */
const DELEGATIONS = 8;
/** After so many a new store is begun. */
const SEASON = 2_000;

/** How often each is done. */
const TRIALS: readonly (readonly [number, Trial])[] = [
  [55, submits],
  [5, outOfOffice],
  [2, signsAnotherOut],
  [3, erasesAnothers],
  [12, comesIn],
  [6, comesDisguised],
  [5, writesWhereOneReads],
  [3, writesRightly],
  [7, writesAsAnother],
  [1, appearsAsAnother],
  [3, writesAfterTheEnd],
  [2, hidesBehindAnother],
];
const WEIGHT = TRIALS.reduce((sum, [weight]) => sum + weight, 0);

export const forgery: Fault = {
  name: "forgery",
  invariant: "nobody writes as another",
  unit: "attempts",
  counts: { short: 2_000, hour: 20_000, full: 100_000 },
  twins: Object.keys(FORGERIES),
  twinCount: 500,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const violations: string[] = [];
  const figures: Record<string, number> = {};
  let done = 0;
  while (done < count && violations.length === 0) {
    const season = await trials(Math.min(SEASON, count - done), random, twin);
    done += season.done;
    violations.push(...season.violations);
    for (const [name, figure] of Object.entries(season.figures))
      figures[name] = (figures[name] ?? 0) + Number(figure);
  }
  return { done, violations, figures };
}

async function trials(count: number, random: Random, twin: string | null): Promise<Outcome> {
  const stage = await stageOf(DELEGATIONS);
  const store = openStore(stage.dataDir);
  const cast = await forgeCastOf(stage, store);
  const env: Record<string, string> =
    twin === null ? {} : { NODE_OPTIONS: "--import ./e2e/torture/mistaken.ts" };
  const server = await ServerProcess.started({ dataDir: stage.dataDir, twin, env });
  const administrator = new Desk(stage.administrator, server.origin);
  const { entries: before, epoch } = await administrator.record();
  const ledger = new Ledger();
  const world = new ForgeWorld({ stage, cast, store, origin: server.origin, epoch, random, ledger });
  let done = 0;
  try {
    await roundBegins(world);
    while (done < count && ledger.violations.length === 0) {
      const homes = random.shuffled(cast.homes).slice(0, count - done);
      await Promise.all(homes.map((home) => drawn(random)(world, home)));
      done += homes.length;
    }
    world.leave();
    const { entries } = await administrator.record();
    ledger.recordHolds(entries, before.length);
    await recordRoomHolds(world, entries, ledger.violations);
    for (const { delegation } of cast.homes) ledger.roomHolds(store, delegation, world.saved(delegation));
  } finally {
    world.leave();
    await server.kill();
    closeStore(store);
    dropFolder(stage.dataDir);
  }
  return { done, violations: ledger.violations, figures: { entries: ledger.entries.size, ...world.counts } };
}

function drawn(random: Random): Trial {
  let at = random.below(WEIGHT);
  for (const [weight, trial] of TRIALS) {
    if (at < weight) return trial;
    at -= weight;
  }
  return submits;
}
