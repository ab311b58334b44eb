/** A walk of forty delegations through everything they may do, listened to byte by byte. */

import { closeStore, openStore } from "#db/open";
import type { Fault, Outcome, Round } from "../fault.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, stageOf } from "../stage.ts";
import { authorsHold, everybodyReads, papersHold, saltsHold } from "./after.ts";
import { Canaries } from "./canaries.ts";
import { castOf } from "./cast.ts";
import { declaration, disposition, silence, statement } from "./declaring.ts";
import { LEAKS } from "./mistakes.ts";
import { pairHolds } from "./pairs.ts";
import { knocks, listens, looksOn, reads, signsOut } from "./reading.ts";
import { opensRound } from "./rounds.ts";
import { comment, correction, drafts, position, withdrawal } from "./saying.ts";
import { begins, draftsTogether, prepares } from "./together.ts";
import { erases, fails, refused, repeats } from "./trying.ts";
import { type Step, World } from "./world.ts";

const DELEGATIONS = 40;
/** After so many steps a new store is begun: reading everything again and again costs its square. */
const SEASON = 2_000;
const AT_ONCE = 10;
const PAIR_STEPS = 4;
const PAIR_EVERY = 10;
const ALONE_EVERY = 150;

/** How often each is done. */
const STEPS: readonly (readonly [number, Step])[] = [
  [22, drafts],
  [10, position],
  [10, comment],
  [4, correction],
  [4, withdrawal],
  [4, statement],
  [4, declaration],
  [3, disposition],
  [2, silence],
  [4, draftsTogether],
  [3, prepares],
  [14, refused],
  [5, repeats],
  [16, reads],
  [5, listens],
  [6, knocks],
  [3, looksOn],
  [1, signsOut],
  [1, erases],
];
const WEIGHT = STEPS.reduce((sum, [weight]) => sum + weight, 0);

export const leaks: Fault = {
  name: "leaks",
  invariant: "no byte of a draft, a sealed body or foreign provenance reaches anyone else",
  unit: "steps",
  counts: { short: 2_000, hour: 60_000, full: 1_000_000 },
  twins: Object.keys(LEAKS),
  twinCount: 400,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const env = twin === null ? {} : { NODE_OPTIONS: "--import ./e2e/torture/mistaken.ts" };
  const violations: string[] = [];
  const figures: Record<string, number> = { pairs: 0, bytes: 0, secrets: 0 };
  let done = 0;
  for (let season = 0; done < count && violations.length === 0; season += 1) {
    const steps = Math.min(SEASON, count - done);
    const paired = season % PAIR_EVERY === 0;
    const [walked, told] = await Promise.all([
      walk(steps, random, twin, env, done + steps === count),
      paired ? pairHolds(PAIR_STEPS, env, twin) : [],
    ]);
    done += walked.done;
    violations.push(...walked.violations, ...told);
    for (const [name, figure] of Object.entries({ ...walked.figures, pairs: paired ? 1 : 0 }))
      figures[name] = (figures[name] ?? 0) + Number(figure);
  }
  return { done, violations, figures };
}

async function walk(
  steps: number,
  random: Random,
  twin: string | null,
  env: Record<string, string>,
  last: boolean,
): Promise<Outcome> {
  const stage = await stageOf(DELEGATIONS);
  const canaries = new Canaries();
  const store = openStore(stage.dataDir);
  const cast = await castOf(stage, store, canaries);
  const server = await ServerProcess.started({
    dataDir: stage.dataDir,
    twin,
    env: { ...env, LOG_LEVEL: "debug" },
  });
  const { origin } = server;
  const epoch = String(
    store.sqlite.prepare("SELECT value FROM installation WHERE name = 'epoch'").pluck().get(),
  );
  const world = new World({ stage, cast, store, canaries, origin, epoch, random });
  let done = 0;
  let logged = 0;
  try {
    await begins(world);
    for (let alone = ALONE_EVERY; done < steps && canaries.violations.length === 0; ) {
      const batch = Math.min(AT_ONCE, steps - done);
      const exceptional = done >= alone;
      if (exceptional) alone += ALONE_EVERY;
      const acts = exceptional
        ? [random.of([opensRound, opensRound, fails])(world)]
        : Array.from({ length: batch }, () => drawn(random)(world));
      await Promise.all(acts.map((act) => act()));
      canaries.settle();
      canaries.found("the log", server.said.slice(Math.max(0, logged - 64)));
      logged = server.said.length;
      done += acts.length;
    }
    await everybodyReads(world);
    canaries.settle();
    saltsHold(world, canaries);
    await authorsHold(world);
    if (last && twin === null) await papersHold(world);
    canaries.found("the log", server.said);
  } finally {
    world.end();
    await server.kill();
    closeStore(store);
    dropFolder(stage.dataDir);
  }
  const figures = { bytes: canaries.heardBytes, secrets: canaries.heardSecrets, ...world.counts };
  return { done, violations: canaries.violations, figures };
}

function drawn(random: Random): Step {
  let at = random.below(WEIGHT);
  for (const [weight, step] of STEPS) {
    if (at < weight) return step;
    at -= weight;
  }
  return reads;
}
