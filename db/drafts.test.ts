import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DraftId, PersonId } from "#deliberation/ids";
import { appendGain, authorsOf, compactRoom, loadRoom } from "./drafts.ts";
import { migrateStore } from "./migrate.ts";
import { closeStore, openStore, type Store, writing } from "./open.ts";

const ROOM = "A-63-677/alder";
const DRAFT = DraftId.parse("position.17-3");
const ANN = PersonId.parse("00000000-0000-4000-8000-00000000000a");
const BEA = PersonId.parse("00000000-0000-4000-8000-00000000000b");
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "drafts-"));
  store = openStore(folder);
  migrateStore(store);
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const keep = (gains: Parameters<typeof appendGain>[1][]) =>
  writing(store, () => {
    for (const one of gains) appendGain(store, one);
  });

const gain = (byte: number, person = ANN) => ({
  room: ROOM,
  update: Uint8Array.of(byte),
  claims: [{ client: 7, person }],
  authors: [{ draft: DRAFT, person }],
  versions: [],
  erased: [],
});

test("what a room gained comes back in order; the first person to use a client id owns it", () => {
  keep([gain(1), gain(2, BEA)]);
  const room = loadRoom(store, ROOM);
  expect(room.updates.map((update) => [...update])).toEqual([[1], [2]]);
  expect(room.clients).toEqual(new Map([[7, ANN]]));
  expect(authorsOf(store, ROOM, DRAFT)).toEqual([ANN, BEA]);
  expect(loadRoom(store, "A-63-677/birch").updates).toEqual([]);
});

test("a snapshot takes the place of what came before, and updates go on after it", () => {
  keep([gain(1)]);
  compactRoom(store, ROOM, Uint8Array.of(9));
  keep([gain(2)]);
  expect(loadRoom(store, ROOM).updates.map((update) => [...update])).toEqual([[9], [2]]);
});

test("a batch is kept whole or not at all", () => {
  const spoilt = { ...gain(2), room: null as unknown as string };
  expect(() => keep([gain(1), spoilt])).toThrow();
  expect(loadRoom(store, ROOM).updates).toEqual([]);
});
