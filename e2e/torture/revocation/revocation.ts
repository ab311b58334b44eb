/** Rights are taken away under open sockets and running requests: both end in time, and nothing is written later. */
import { closeStore, openStore } from "#db/open";
import { readDraftRoom } from "../aftermath.ts";
import { Desk } from "../desk.ts";
import type { Fault, Outcome, Round } from "../fault.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, REPORT, type Stage, stageOf } from "../stage.ts";
import { Attendant } from "./attendant.ts";
import { concerns, ENDINGS, type Ending } from "./ways.ts";

const WITHIN_MS = 2_000;
const LONG_AGO = "2020-01-01T00:00:00.000Z";

export const revocation: Fault = {
  name: "revocation",
  invariant: "a right taken away stops live sockets and requests within 2 s",
  unit: "sockets",
  counts: { short: 20, hour: 400, full: 1_000 },
  twins: ["rights-from-memory", "rights-unnoticed"],
  twinCount: 20,
  timed: true,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const each = shares(count, random);
  const stage = await stageOf(Math.ceil(each.length / 2));
  giveRights(stage);
  const server = await ServerProcess.started({ dataDir: stage.dataDir, twin: twin ?? "slow-disk" });
  const attendants: Attendant[] = [];
  try {
    const { epoch } = await new Desk(stage.reviewer, server.origin).record();
    const seated = stage.heads.flatMap((head, n) => [head, stage.drafters[n] ?? head]).slice(0, each.length);
    for (const [n, one] of seated.entries()) {
      // Two of one delegation do not clear the same draft.
      const attendant = new Attendant(one, server.origin, epoch, stage.ideas[n % 2] ?? "17-1");
      attendants.push(attendant);
      await attendant.comes(each[n] ?? 0);
    }
    const working = attendants.map((one) => one.works(50 + 5 * attendants.length));
    await takeAway(attendants, stage, random);
    await pause(WITHIN_MS + 300);
    for (const one of attendants) one.leaves();
    await Promise.all(working);
    const { violations, slowest } = looked(attendants, stage);
    for (const one of attendants) violations.push(...(await backAgain(one)));
    return { done: count, violations, figures: figuresOf(attendants, slowest) };
  } finally {
    for (const one of attendants) one.hangsUp();
    await server.kill();
    dropFolder(stage.dataDir);
  }
}

/** Sockets of each person: two at least, and no more than are let in. */
function shares(count: number, random: Random): number[] {
  const each: number[] = [];
  for (let left = count; left > 0; left -= each.at(-1) ?? left) {
    const share = count < 50 ? random.between(2, 4) : random.between(2, 19);
    each.push(left - share < 2 ? Math.min(left, 20) : share);
  }
  return each;
}

async function takeAway(attendants: Attendant[], stage: Stage, random: Random): Promise<void> {
  const store = openStore(stage.dataDir);
  try {
    await pause(300);
    let left: Ending[] = [];
    // One in four keeps all rights.
    for (const one of random.shuffled(attendants).slice(Math.floor(attendants.length / 4))) {
      if (left.length === 0) left = random.shuffled(ENDINGS);
      const ending = left.find((each) => concerns(each, one.desk)) ?? ENDINGS[0];
      left = left.filter((each) => each !== ending);
      if (ending === undefined) return;
      await one.endsBy(ending, () => ending.end(one.desk, store));
      await pause(random.below(150));
    }
  } finally {
    closeStore(store);
  }
}

function looked(attendants: Attendant[], stage: Stage): { violations: string[]; slowest: number } {
  const violations: string[] = [];
  let slowest = 0;
  for (const one of attendants) {
    const { ending, endedAt } = one;
    const name = ending?.name ?? "all rights kept";
    violations.push(...one.violations);
    for (const { room, ended } of one.desk.watched) {
      const expected = ending?.[room] ?? null;
      const took = ended === null || endedAt === null ? null : Math.max(0, ended.at - endedAt);
      if ((ended?.code ?? null) !== expected)
        violations.push(`${name}: a ${room} socket was ${ended?.code ?? "open"}, not ${expected ?? "open"}`);
      else if (took !== null && took > WITHIN_MS) violations.push(`${name}: closed only after ${took} ms`);
      slowest = Math.max(slowest, took ?? 0);
    }
  }
  for (const { delegation } of stage.heads) {
    const words = readDraftRoom(stage.dataDir, `${REPORT}/${delegation}`);
    for (const one of attendants.filter(({ desk }) => desk.seated.delegation === delegation))
      for (const later of one.later)
        if (words.includes(`${later}\n`) || one.acknowledged(later))
          violations.push(`${one.ending?.name}: "${later}" was written later and kept`);
  }
  return { violations, slowest };
}

async function backAgain(one: Attendant): Promise<string[]> {
  const { ending } = one;
  // A capital comes back as one who reads: the words in the browser are refused, if there are any.
  const expected = ending === null || ending.name === "made capital" ? null : ending.drafts;
  const code = await one.comesBack();
  return code === expected ? [] : [`${ending?.name}: coming back ended with ${code}, not ${expected}`];
}

/** Drafters clear and submit by a right given by name, which can end alone. */
function giveRights({ dataDir, drafters }: Stage): void {
  const store = openStore(dataDir);
  try {
    const give = store.sqlite.prepare(
      `INSERT INTO rights (seat, "right", "from") SELECT id, ?, ? FROM seats WHERE person = ?`,
    );
    for (const { person } of drafters)
      for (const right of ["clearing", "submitting"]) give.run(right, LONG_AGO, person);
  } finally {
    closeStore(store);
  }
}

function figuresOf(attendants: Attendant[], slowest: number): Outcome["figures"] {
  const later = attendants.reduce((sum, one) => sum + one.later.length, 0);
  const requests = attendants.reduce((sum, one) => sum + one.requests, 0);
  const persons = attendants.filter(({ ending }) => ending !== null).length;
  return { persons, requests, "later words": later, "slowest closing": `${Math.round(slowest)} ms` };
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
