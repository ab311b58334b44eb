/** What stands on the disk after a power cut, looked at as the next start of the server would. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { epochOf } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore } from "#db/open";
import { readEntries } from "#db/record";
import { reportList } from "#db/reports";
import { checkBeforeServing } from "#server/check";
import { lockDataDir } from "#server/lock";
import { sessionSecret } from "#server/secrets";
import { readDraftRoom } from "../aftermath.ts";
import type { Acknowledgement } from "./acknowledgements.ts";

const SHORTEST_SECRET = 32;

export interface Expected {
  acknowledged: readonly Acknowledgement[];
  /** What others hold already; null before they were told anything. */
  told: { epoch: string; secrets: ReadonlyMap<string, Buffer> } | null;
}

/** @returns what does not hold, in plain words. */
export function faultsOfImage(dataDir: string, expected: Expected): string[] {
  try {
    return [...faultsOfStore(dataDir, expected), ...faultsOfDrafts(dataDir, expected.acknowledged)];
  } catch (error) {
    return [`the server does not start any more: ${(error as Error).message}`];
  }
}

function* faultsOfStore(dataDir: string, { acknowledged, told }: Expected): Generator<string> {
  const unlock = lockDataDir(dataDir);
  const store = openStore(dataDir);
  try {
    migrateStore(store);
    const sound = store.sqlite.pragma("integrity_check", { simple: true });
    if (sound !== "ok") yield `the store is not sound: ${sound}`;
    checkBeforeServing(store);
    if (sessionSecret(dataDir).length < SHORTEST_SECRET) yield "the session secret is empty or cut";
    const words = new Map<number, string | undefined>();
    for (const report of reportList(store)) {
      for (const { header, body } of readEntries(store, report, 0, 1_000_000))
        words.set(header.seq, body !== undefined && "words" in body ? body.words : undefined);
    }
    for (const { of } of acknowledged) {
      if ("entry" in of && words.get(of.entry) !== of.words)
        yield `entry ${of.entry}, answered 201 with "${of.words.slice(0, 30)}", is not there`;
    }
    if (told === null) return;
    if (epochOf(store) !== told.epoch) yield "the epoch that browsers were told is another now";
    for (const [name, bytes] of told.secrets) {
      if (!readFileSync(path.join(dataDir, name)).equals(bytes)) yield `${name} is another now`;
    }
  } finally {
    closeStore(store);
    unlock();
  }
}

function* faultsOfDrafts(dataDir: string, acknowledged: readonly Acknowledgement[]): Generator<string> {
  const rooms = new Map<string, Set<string>>();
  for (const { of } of acknowledged) {
    if (!("room" in of)) continue;
    const lines = rooms.get(of.room) ?? new Set(readDraftRoom(dataDir, of.room).split("\n"));
    rooms.set(of.room, lines);
    if (!lines.has(of.words)) yield `"${of.words}" of ${of.room} was saved and is gone`;
  }
}
