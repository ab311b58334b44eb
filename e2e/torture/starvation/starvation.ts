/** Bad clients of every kind at once: the healthy ones go on being acknowledged, and the server's memory stays bounded. */
import { readFileSync } from "node:fs";
import { Desk } from "../desk.ts";
import { DraftWriter } from "../draft-writer.ts";
import type { Fault, Outcome, Round } from "../fault.ts";
import { ServerProcess } from "../process.ts";
import { dropFolder, REPORT, type Seated, type Stage, stageOf } from "../stage.ts";
import { BAD_CLIENTS, NEVER_READERS } from "./clients.ts";
import { BadProcess } from "./crowd.ts";

const DELEGATIONS = 8;
const AT_ONCE = 40;
/** In the longer runs these come first, all at once. */
const NEVER_READING = 100;
const HEALTHY = 3;
const LAST_MS = 8_000;
const ACKNOWLEDGED_WITHIN_MS = 10_000;
const MOST_GROWTH_KB = 250 * 1024;
/** In the longer runs the pace itself is judged; a short one shares its machine with everything. */
const PACE_FROM = 300;
const MOST_P99_MS = 100;

export const starvation: Fault = {
  name: "starvation",
  invariant: "one bad client starves nobody",
  unit: "bad clients",
  counts: { short: 40, hour: 300, full: 2_000 },
  twins: ["rates-without-end"],
  twinCount: 40,
  timed: true,
  run,
};

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const stage = await stageOf(DELEGATIONS);
  const mistaken = twin === null ? {} : { NODE_OPTIONS: "--import ./e2e/torture/mistaken.ts" };
  const server = await ServerProcess.started({ dataDir: stage.dataDir, twin, env: mistaken });
  const bad = new BadProcess();
  const violations: string[] = [];
  const pace: number[] = [];
  const kinds: Record<string, number> = {};
  let [done, growth] = [0, 0];
  try {
    const epoch = await epochAt(stage, server.origin);
    await healthy(stage, server.origin, epoch, 1_000, pace);
    pace.length = 0;
    const before = memoryOf(server);
    while (done < count && violations.length === 0) {
      const first = done === 0 && count >= PACE_FROM;
      const clients = Array.from(
        { length: first ? NEVER_READING : Math.min(AT_ONCE, count - done) },
        (_, n) => {
          const kind = first ? NEVER_READERS : random.of(BAD_CLIENTS).name;
          kinds[kind] = (kinds[kind] ?? 0) + 1;
          // The first delegations are the healthy ones; a person has only so many connections.
          const of = first ? n : random.below(DELEGATIONS);
          const seated = stage.drafters[HEALTHY + (of % (DELEGATIONS - HEALTHY))] as Seated;
          return { kind, seated };
        },
      );
      await bad.opens({ origin: server.origin, epoch, seed: random.below(0x7fff_ffff), clients });
      done += clients.length;
      violations.push(...(await healthy(stage, server.origin, epoch, LAST_MS, pace)));
      growth = Math.max(growth, memoryOf(server) - before);
      violations.push(...(await bad.ends()));
    }
    if (growth > MOST_GROWTH_KB)
      violations.push(`the server's memory grew by ${Math.round(growth / 1024)} MB`);
  } finally {
    bad.gone();
    await server.kill();
    dropFolder(stage.dataDir);
  }
  const [p50, p99, worst] = [0.5, 0.99, 1].map((part) => quantile(pace, part));
  if (count >= PACE_FROM && (p99 ?? 0) >= MOST_P99_MS)
    violations.push(`the p99 of acknowledgements was ${p99} ms`);
  const figures = { acknowledgements: pace.length, p50: `${p50} ms`, p99: `${p99} ms`, worst: `${worst} ms` };
  return {
    done,
    violations,
    figures: { ...figures, "memory grew by": `${Math.round(growth / 1024)} MB`, ...kinds },
  };
}

/** Delegations that draft and submit as people do; how long each waited for "saved" or 201 goes into `pace`. */
async function healthy(
  stage: Stage,
  origin: string,
  epoch: string,
  forMs: number,
  pace: number[],
): Promise<string[]> {
  const until = performance.now() + forMs;
  const found: string[] = [];
  const drafting = stage.drafters.slice(0, HEALTHY).map(async (seated) => {
    const writer = new DraftWriter(new Desk(seated, origin), epoch);
    await writer.join();
    for (let n = 0; performance.now() < until; n += 1) {
      const words = `healthy ${seated.delegation} ${n} ${performance.now()}`;
      const began = performance.now();
      writer.write(`position.${stage.ideas[n % stage.ideas.length]}`, words);
      while (!writer.saved.has(words) && performance.now() - began < ACKNOWLEDGED_WITHIN_MS) await pause(1);
      if (!writer.saved.has(words))
        return found.push(`a healthy writer was not acknowledged (${writer.closedWith})`);
      pace.push(Math.round(performance.now() - began));
      await pause(60);
    }
    return writer.leave();
  });
  const submitting = stage.heads.slice(0, HEALTHY).map(async (seated) => {
    const desk = new Desk(seated, origin);
    for (let n = 0; performance.now() < until; n += 1) {
      const began = performance.now();
      const { status } = await desk.states(stage.ideas[n % stage.ideas.length] ?? "17-1", `healthy ${n}`);
      if (status !== 201) return found.push(`a healthy submission was answered ${status}`);
      pace.push(Math.round(performance.now() - began));
      await pause(150);
    }
    return undefined;
  });
  await Promise.all([...drafting, ...submitting]);
  return found;
}

function memoryOf({ pid }: ServerProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes ?? 0);
}

async function epochAt(stage: Stage, origin: string): Promise<string> {
  const { body } = await new Desk(stage.reviewer, origin).ask(
    "GET",
    `/api/v1/reports/${REPORT}/record?limit=1`,
  );
  return (body as { epoch: string }).epoch;
}

function quantile(all: readonly number[], part: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
