/** One point: stored drafts of one room are damaged. That room closes until it is mended; all else goes on. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import Database from "better-sqlite3";
import { CLOSE } from "#deliberation/close-codes";
import { readDraftRoom } from "../aftermath.ts";
import { Desk } from "../desk.ts";
import { DraftWriter } from "../draft-writer.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, newFolder, REPORT, type Stage, stageOf } from "../stage.ts";
import { pause } from "./work.ts";

const ROOT = path.join(import.meta.dirname, "../../..");
const KEPT_WITHIN_MS = 5_000;

/** @param twin `kept-without-hash`: the damage is one that only a hash reveals, and there is none. @returns what did not hold. */
export async function damaging(random: Random, twin: string | null): Promise<string[]> {
  const folder = newFolder();
  let server: ServerProcess | null = null;
  try {
    const stage = await stageOf(3, folder);
    server = await ServerProcess.started({ dataDir: folder });
    return await aroundDamage(stage, server, random, twin);
  } finally {
    await server?.kill();
    dropFolder(folder);
  }
}

async function aroundDamage(
  stage: Stage,
  server: ServerProcess,
  random: Random,
  twin: string | null,
): Promise<string[]> {
  const { dataDir: folder, drafters } = stage;
  const { epoch } = await new Desk(stage.reviewer, server.origin).record();
  const comes = (n: number) => new DraftWriter(new Desk(at(drafters, n), server.origin), epoch);
  const room = `${REPORT}/${at(drafters, 0).delegation}`;
  const [holds, ...others] = [comes(0), comes(1), comes(2)];
  const lines = random.between(3, 60);
  for (const [n, writer] of [holds, ...others].entries())
    if (!(await writes(writer, stage, `before ${n}`, lines, random.between(10, 2_000))))
      return ["words written before the damage were not saved"];
  // Killed, the store holds one row a commit; left, a snapshot.
  const killed = random.chance(0.5);
  if (killed) await server.kill();
  for (const writer of [holds, ...others]) writer.leave();
  if (killed) await server.start();
  else await pause(300);

  const found: string[] = [];
  const how = damage(folder, room, random, twin === "kept-without-hash");
  for (const visit of ["first", "second"]) {
    const colleague = comes(0);
    await colleague.join();
    await pause(100);
    if (colleague.closedWith !== CLOSE.damaged)
      found.push(`the room with ${how} was ${colleague.closedWith ?? "open"} at the ${visit} visit`);
    colleague.leave();
  }
  if (cli(folder, "drafts", "check").status !== 1) found.push(`drafts check did not notice ${how}`);
  found.push(...(await goesOn(stage, server, [comes(1), comes(2)])));
  if (found.length > 0) return found;

  const recovery = ["drafts", "recover", "--report", REPORT, "--delegation", room.split("/")[1] ?? ""];
  const { status, stderr } = cli(folder, ...recovery);
  if (status !== 0) return [`drafts recover ended with ${status}: ${stderr}`];
  const colleague = comes(0);
  if (!(await writes(colleague, stage, "after", 3, 10)))
    found.push(`${how}: the recovered room keeps nothing (closed with ${colleague.closedWith})`);
  // The browser that held the words all along brings back what was set aside.
  if (!(await writes(holds, stage, "back", 1, 10)))
    found.push(`${how}: a browser could not come back (closed with ${holds.closedWith})`);
  await server.kill();
  colleague.leave();
  holds.leave();
  const words = readDraftRoom(folder, room);
  for (const one of [...holds.saved, ...colleague.saved])
    if (!words.includes(`${one}\n`)) found.push(`${how}: "${one.slice(0, 20)}" was saved and is gone`);
  return found;
}

/** @returns whether all of it was called saved in time. */
async function writes(
  writer: DraftWriter,
  stage: Stage,
  name: string,
  lines: number,
  length: number,
): Promise<boolean> {
  await writer.join();
  const written = Array.from({ length: lines }, (_, n) => `${name}.${n} ${"·".repeat(length / 2)}`);
  for (const [n, words] of written.entries()) {
    writer.write(`position.${stage.ideas[n % stage.ideas.length]}`, words);
    await pause(25);
  }
  const until = performance.now() + KEPT_WITHIN_MS;
  while (performance.now() < until && writer.closedWith === null) {
    if (written.every((words) => writer.saved.has(words))) return true;
    await pause(20);
  }
  return written.every((words) => writer.saved.has(words));
}

/** The record, also for the delegation whose room is damaged, and everybody else's drafts. */
async function goesOn(stage: Stage, server: ServerProcess, others: DraftWriter[]): Promise<string[]> {
  const found: string[] = [];
  const { status } = await new Desk(at(stage.heads, 0), server.origin).states("17-1", "said meanwhile");
  if (status !== 201) found.push(`a submission beside the damaged room was answered ${status}`);
  for (const [n, writer] of others.entries()) {
    if (!(await writes(writer, stage, `beside ${n}`, 2, 10)))
      found.push(`another room is disturbed (closed with ${writer.closedWith})`);
    writer.leave();
  }
  return found;
}

/** @param hidden one bit within the words, and no hash that would tell. @returns what was done. */
function damage(folder: string, room: string, random: Random, hidden: boolean): string {
  const sqlite = new Database(path.join(folder, "store.sqlite"), { timeout: 5_000 });
  try {
    const rows = sqlite
      .prepare(
        `SELECT 'draft_updates' AS 'table', 'update' AS 'column', rowid AS id, "update" AS bytes FROM draft_updates WHERE room = ?
         UNION ALL SELECT 'draft_snapshots', 'state', rowid, state FROM draft_snapshots WHERE room = ?`,
      )
      .all(room, room) as { table: string; column: string; id: number; bytes: Buffer }[];
    const { table, column, id, bytes } = random.of(rows);
    const how = hidden
      ? "a bit turned"
      : random.of(["a bit turned", "foreign bytes", "an end cut off", "nothing"]);
    const into = spoilt(bytes, how, random);
    sqlite.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`).run(into, id);
    if (hidden) sqlite.prepare(`UPDATE ${table} SET hash = '' WHERE rowid = ?`).run(id);
    return `${how} in a row of ${table}`;
  } finally {
    sqlite.close();
  }
}

function spoilt(bytes: Buffer, how: string, random: Random): Buffer {
  if (how === "foreign bytes") return random.bytes(bytes.length);
  if (how === "an end cut off") return bytes.subarray(0, random.below(bytes.length));
  if (how === "nothing") return Buffer.alloc(0);
  const turned = Buffer.from(bytes);
  // Behind the dot of the words' two bytes lies another sign: the update can still be read.
  const dot = turned.indexOf("·");
  const byte = dot < 0 ? random.below(turned.length) : dot + 1;
  turned[byte] = (turned[byte] ?? 0) ^ 1;
  return turned;
}

function cli(folder: string, ...words: string[]) {
  const env = { ...process.env, DATA_DIR: folder };
  return spawnSync(process.execPath, ["server/cli.ts", ...words], { cwd: ROOT, env, encoding: "utf8" });
}

function at<T>(all: readonly T[], n: number): T {
  const one = all[n];
  if (one === undefined) throw new Error("not that many are seated");
  return one;
}
