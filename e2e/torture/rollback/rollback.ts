/** An older backup is put in the store's place under open browsers: they start clean, and keep the words typed since. */
import path from "node:path";
import { renewEpoch } from "#db/installation";
import { closeStore, openStore } from "#db/open";
import { installation } from "#db/schema";
import { canonicalJson } from "#deliberation/canonical";
import type { State } from "#deliberation/state";
import { backUp } from "#server/backup";
import { restore } from "#server/restore";
import { Desk } from "../desk.ts";
import type { Fault, Outcome, Round } from "../fault.ts";
import { ServerProcess } from "../process.ts";
import type { Random } from "../random.ts";
import { dropFolder, newFolder, REPORT, type Stage, stageOf } from "../stage.ts";
import { OpenBrowser, openWindow } from "./browser.ts";

const BROWSERS = 4;
const VOLUME_SIZE = 40;
/** After so many a new store is begun: a long record is carried in part (rule F6), and then two states that mean the same differ. */
const SEASON = 100;
/** Coming to rest takes a second or two; a mistake is not waited for as long as a slow machine. */
const WITHIN_MS = { asItIs: 20_000, mistaken: 4_000 };

export const rollback: Fault = {
  name: "rollback",
  invariant: "a rolled-back record forks nobody and loses no draft word",
  unit: "restores",
  counts: { short: 20, hour: 60, full: 500 },
  twins: ["restored-in-the-same-epoch"],
  twinCount: 5,
  run,
};

interface Room {
  stage: Stage;
  server: ServerProcess;
  browsers: OpenBrowser[];
  random: Random;
  /** Positions said in this history so far, and all words ever typed in a draft. */
  said: number;
  typed: number;
  withinMs: number;
}

async function run({ count, random, twin }: Round): Promise<Outcome> {
  const figures = { browsers: BROWSERS, positions: 0, words: 0 };
  const violations: string[] = [];
  let done = 0;
  while (done < count && violations.length === 0) {
    const season = await restores(Math.min(SEASON, count - done), random, twin);
    done += season.done;
    violations.push(...season.violations);
    figures.positions += season.said;
    figures.words += season.typed;
  }
  return { done, violations, figures };
}

async function restores(count: number, random: Random, twin: string | null) {
  const stage = await stageOf(BROWSERS);
  const backups = newFolder();
  const env = { VOLUME_SIZE: String(VOLUME_SIZE) };
  const mistaken = twin === null ? {} : { NODE_OPTIONS: `--import ${"./e2e/torture/mistaken.ts"}` };
  const server = await ServerProcess.started({ dataDir: stage.dataDir, twin, env: { ...env, ...mistaken } });
  openWindow(server.origin, stage.reviewer, stage.drafters);
  const first = await stateOf(stage, server);
  const browsers = stage.drafters.map((one) => new OpenBrowser(one, first.epoch, first.state, VOLUME_SIZE));
  for (const browser of browsers) browser.open();
  const withinMs = twin === null ? WITHIN_MS.asItIs : WITHIN_MS.mistaken;
  const room: Room = { stage, server, browsers, random, said: 0, typed: 0, withinMs };
  const violations: string[] = [];
  let done = 0;
  try {
    for (; done < count && violations.length === 0; done += 1) {
      violations.push(...(await oneRestore(room, path.join(backups, String(done)), twin)));
    }
  } finally {
    for (const browser of browsers) browser.close();
    await server.kill();
    dropFolder(stage.dataDir);
    dropFolder(backups);
  }
  return { done, violations, said: room.said, typed: room.typed };
}

async function oneRestore(room: Room, backup: string, twin: string | null): Promise<string[]> {
  const { stage, server, browsers, random } = room;
  await work(room, random.between(1, 4), "kept");
  await quiet(room);
  const store = openStore(stage.dataDir);
  backUp(store, backup);
  closeStore(store);
  const lost = random.between(1, 5);
  const typed = await work(room, lost, "lost");
  if (random.chance(0.5)) await quiet(room);
  await (random.chance(0.5) ? server.kill() : server.stop());
  putBack(stage.dataDir, backup, twin);
  await server.start();
  // As many entries as were lost, before anybody is back: only their hashes tell the two histories apart.
  for (let n = 0; n < lost; n += 1) await say(room, "new");
  for (const browser of browsers) browser.recheck();
  const found = [...(await equal(room)), ...wordsGone(browsers, typed)];
  // And the room is one again.
  await say(room, "after");
  return found.length > 0 ? found : equal(room);
}

/** Positions and draft words. @returns the words by browser. */
async function work(room: Room, positions: number, mark: string): Promise<string[][]> {
  for (let n = 0; n < positions; n += 1) await say(room, mark);
  return room.browsers.map((browser) => {
    const words = Array.from({ length: room.random.between(1, 4) }, () => {
      room.typed += 1;
      return `typed-${mark}-${room.typed}`;
    });
    for (const one of words) browser.type(`position.${room.random.of(room.stage.ideas)}`, one);
    return words;
  });
}

async function say(room: Room, mark: string): Promise<void> {
  const { stage, server, random } = room;
  room.said += 1;
  const { status } = await new Desk(random.of(stage.heads), server.origin).states(
    random.of(stage.ideas),
    `said-${mark}-${room.said}`,
  );
  if (status !== 201) throw new Error(`a position was answered ${status}`);
}

function putBack(dataDir: string, backup: string, twin: string | null): void {
  const before = openStore(dataDir);
  const epoch = before.db
    .select()
    .from(installation)
    .all()
    .find(({ name }) => name === "epoch")?.value;
  closeStore(before);
  restore(dataDir, backup);
  if (twin === null) return;
  const store = openStore(dataDir);
  renewEpoch(store);
  store.sqlite.prepare("UPDATE installation SET value = ? WHERE name = 'epoch'").run(epoch);
  closeStore(store);
}

async function quiet({ browsers }: Room): Promise<void> {
  const until = performance.now() + WITHIN_MS.asItIs;
  while (!browsers.every((browser) => browser.isQuiet)) {
    if (performance.now() > until) throw new Error("the browsers did not come to rest");
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Waits until every browser shows what the server holds. @returns what differs when it does not come about. */
async function equal({ browsers, stage, server, withinMs }: Room): Promise<string[]> {
  const { state, epoch } = await stateOf(stage, server);
  const held = canonicalJson(state);
  const until = performance.now() + withinMs;
  for (;;) {
    const apart = browsers.filter(
      ({ record }) => canonicalJson(record.state) !== held || record.epoch !== epoch,
    );
    if (apart.length === 0) return [];
    if (performance.now() > until) {
      return apart.map(({ record: { state: own, connection } }) => {
        const forked = canonicalJson(own).includes("said-lost") ? ", and shows what was rolled back" : "";
        return `a browser (${connection.phase}) is at entry ${own.head.seq}, the server at ${state.head.seq}${forked}`;
      });
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

function wordsGone(browsers: readonly OpenBrowser[], typed: string[][]): string[] {
  return browsers.flatMap((browser, n) =>
    (typed[n] ?? [])
      .filter((words) => !browser.words.includes(words))
      .map((words) => `"${words}" is on no screen`),
  );
}

async function stateOf(stage: Stage, server: ServerProcess): Promise<{ state: State; epoch: string }> {
  const { body } = await new Desk(stage.reviewer, server.origin).ask(
    "GET",
    `/api/v1/reports/${REPORT}/state`,
  );
  return body as { state: State; epoch: string };
}
