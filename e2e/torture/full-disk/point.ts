/** One point: the disk refuses under a server at work, is mended, refuses again and the power goes. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { readDraftRoom } from "../aftermath.ts";
import { Desk } from "../desk.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { REPORT, type Stage, stageOf } from "../stage.ts";
import { disk, type FailingDisk, type Way } from "./ways.ts";
import { pause, Work } from "./work.ts";

const DELEGATIONS = 3;
const REFUSES_WITHIN_MS = 5_000;
const RESUMES_WITHIN_MS = 5_000;
const ROOT = path.join(import.meta.dirname, "../../..");

export interface Point {
  violations: string[];
  by: string;
  refused: number;
  closed: number;
  resumedMs: number;
  logLines: number;
}

export async function refusing(way: Way, random: Random, twin: string | null): Promise<Point> {
  const { disk: failing, by } = disk(way, random);
  let server: ServerProcess | null = null;
  try {
    const stage = await stageOf(DELEGATIONS, failing.folder);
    server = await ServerProcess.started({ dataDir: failing.folder, twin });
    return { ...(await atWork(failing, stage, server, random)), by };
  } finally {
    if (server?.pid !== undefined) await failing.mend(server.pid);
    await server?.kill();
    failing.drop();
  }
}

async function atWork(
  failing: FailingDisk,
  stage: Stage,
  server: ServerProcess,
  random: Random,
): Promise<Omit<Point, "by">> {
  const pid = server.pid ?? 0;
  const desk = new Desk(stage.reviewer, server.origin);
  const work = new Work(stage, server.origin, (await desk.record()).epoch);
  const { violations } = work;
  work.start();
  await pause(random.between(100, 400));

  await failing.fail(pid);
  const refuses = () => work.refused.length > 0 && work.closedForNow > 0;
  if ((await within(REFUSES_WITHIN_MS, refuses)) === null)
    violations.push("the disk refused, and nobody was told so");
  const [saidBefore, since] = [server.said.length, performance.now()];
  await pause(random.between(300, 900));
  violations.push(...whileRefusing(failing.folder));
  const logLines = server.said.slice(saidBefore).split("\n").length / ((performance.now() - since) / 1_000);
  if ((await desk.ask("GET", "/healthz")).status !== 200) violations.push("the server is not well");

  await failing.mend(pid);
  work.rest();
  const mended = performance.now();
  let status = 0;
  const resumed = await within(RESUMES_WITHIN_MS, async () => {
    if (status !== 201) status = await work.askAgain(0);
    return status === 201 && work.unsaved().length === 0;
  });
  if (resumed === null)
    violations.push(
      `5 s after the disk was mended: submitting again is answered ${status}, ${work.unsaved().length} words are unsaved`,
    );
  const resumedMs = Math.round(performance.now() - mended);
  await work.stop({ gone: false });
  if (violations.length === 0) {
    work.start();
    await failing.fail(pid);
    await pause(random.between(50, 500));
    await server.kill();
    await work.stop({ gone: true });
    await failing.mend(pid);
    await server.start();
    violations.push(...(await lost(work, desk, failing.folder)));
  }
  return { violations, refused: work.refused.length, closed: work.closedForNow, resumedMs, logLines };
}

/** The command line, as a second reader of the store, while nothing can be written. */
function whileRefusing(folder: string): string[] {
  const { status, stderr } = spawnSync(process.execPath, ["server/cli.ts", "verify"], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder },
    encoding: "utf8",
  });
  return status === 0 ? [] : [`verify on the refusing disk ended with ${status}: ${stderr.slice(0, 300)}`];
}

async function lost(work: Work, desk: Desk, folder: string): Promise<string[]> {
  // The first request may still go out on a connection of the server that was killed.
  const { entries } = await desk.record().catch(() => desk.record());
  const at = new Map(entries.map(({ header, body }) => [header.seq, body?.words]));
  const found = [...work.recorded]
    .filter(([words, seq]) => at.get(seq) !== words)
    .map(([words, seq]) => `entry ${seq}, answered 201 with "${words.slice(0, 20)}", is not there`);
  const there = new Set(at.values());
  for (const { submission } of work.refused) {
    const { words } = submission.content;
    if (there.has(words)) found.push(`"${words.slice(0, 20)}" was answered 507 and is on the record`);
  }
  for (const { writer, delegation } of work.writers) {
    const room = readDraftRoom(folder, `${REPORT}/${delegation}`);
    for (const words of writer.saved)
      if (!room.includes(`${words}\n`)) found.push(`"${words}" was saved and is gone`);
  }
  return found;
}

/** @returns how long it took, or null when it did not come about. */
async function within(ms: number, holds: () => boolean | Promise<boolean>): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < ms) {
    if (await holds()) return performance.now() - began;
    await pause(20);
  }
  return null;
}
