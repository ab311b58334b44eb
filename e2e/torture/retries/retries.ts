/** The connection breaks after any byte, and the same is sent again: it is recorded once, and the answer says so. */
import { Desk, positionSubmission } from "../desk.ts";
import type { Fault, Outcome, Round } from "../fault.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, type Stage, stageOf } from "../stage.ts";
import { faultsOfRetry } from "./case.ts";
import { faultsOfContest } from "./contest.ts";
import { lengthOfExchange, WAYS } from "./exchange.ts";

const AT_ONCE = 4;
/** Breaks on one store: a record that only grows would make each slower than the one before. */
const BREAKS_A_STORE = 2_000;

export const retries: Fault = {
  name: "retries",
  invariant: "a retried submission is recorded once",
  unit: "breaks",
  counts: { short: 60, hour: 600, full: 20_000 },
  twins: ["new-id-on-retry"],
  twinCount: 30,
  run,
};

interface Break {
  offset: number;
  way: (typeof WAYS)[number];
}

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const sum = { exchange: 0, breaks: [] as Break[], contests: 0, done: 0, violations: [] as string[] };
  while (sum.done < count && sum.violations.length === 0) {
    const stage = await stageOf(2 * AT_ONCE);
    const server = await ServerProcess.started({ dataDir: stage.dataDir, twin });
    try {
      const rehearsing = new Desk(stage.heads[0] ?? stage.reviewer, server.origin);
      const submission = positionSubmission("17-1", wordsOf(0));
      sum.exchange = Math.max(sum.exchange, await lengthOfExchange(rehearsing, submission));
      if (sum.breaks.length === 0) sum.breaks = breaksOf(count, sum.exchange, random);
      const left = sum.breaks.slice(sum.done, sum.done + BREAKS_A_STORE);
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, n) =>
          breaking(stage, server.origin, n, left, sum, { random, twin }),
        ),
      );
    } finally {
      await server.kill();
      dropFolder(stage.dataDir);
    }
  }
  const { exchange, breaks, contests, done, violations } = sum;
  const offsets = new Set(breaks.slice(0, done).map(({ offset }) => offset)).size;
  return { done, violations, figures: { offsets: `${offsets} of ${exchange}`, contests } };
}

/** Every offset in every way, when the count allows it; else spread over the exchange. */
function breaksOf(count: number, exchange: number, random: Random): Break[] {
  const every = WAYS.flatMap((way) => Array.from({ length: exchange }, (_, offset) => ({ offset, way })));
  return Array.from({ length: count }, (_, n) => {
    const all = every[n];
    if (count >= every.length && all !== undefined) return all;
    const offset = Math.floor(((n + random.unit()) * exchange) / count) % exchange;
    return { offset, way: random.of(WAYS) };
  });
}

async function breaking(
  stage: Stage,
  origin: string,
  n: number,
  left: Break[],
  sum: { contests: number; done: number; violations: string[] },
  { random, twin }: Pick<Round, "random" | "twin">,
): Promise<void> {
  const [head, otherHead] = [stage.heads[2 * n], stage.heads[2 * n + 1]];
  if (head === undefined || otherHead === undefined) throw new Error("too few delegations");
  const [desk, other] = [new Desk(head, origin), new Desk(otherHead, origin)];
  for (let one = left.shift(); one !== undefined && sum.violations.length === 0; one = left.shift()) {
    sum.done += 1;
    const number = sum.done;
    const idea = random.of(stage.ideas);
    const together = random.chance(0.3) ? random.between(2, 6) : 1;
    const retry = { desk, other, idea, words: wordsOf(number), ...one, together };
    const faults = await faultsOfRetry({ ...retry, newIds: twin === "new-id-on-retry" });
    const where = `broken by ${one.way} after ${one.offset} bytes, sent again ${together} times`;
    sum.violations.push(...faults.map((fault) => `${where}: ${fault}`));
    if (!random.chance(0.1)) continue;
    sum.contests += 1;
    sum.violations.push(...(await faultsOfContest(desk, other, idea, `contest ${number}`)));
  }
}

/** Always as long, so that every exchange is. */
function wordsOf(number: number): string {
  return `said ${String(number).padStart(6, "0")}`;
}
