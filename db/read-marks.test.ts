import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { PersonId, ReportId, Seq } from "#deliberation/ids";
import { ALL_PLACES } from "#deliberation/unread";
import { migrateStore } from "./migrate.ts";
import { closeStore, openStore, type Store } from "./open.ts";
import { keepReadMark, readMarksOf } from "./read-marks.ts";

const REPORT = "A-63-677" as ReportId;
const [ANN, BOB] = ["ann", "bob"] as PersonId[] as [PersonId, PersonId];
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "read-marks-"));
  store = openStore(folder);
  migrateStore(store);
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const reads = (place: string, seq: number, person = ANN) =>
  keepReadMark(store, person, REPORT, { place, seq: seq as Seq });

test("[U2] marks are each person's own, never go back, and one on everything overtakes the earlier ones", () => {
  reads("17-3", 20);
  reads("17-3", 12);
  reads("", 5);
  reads("28", 50);
  reads("17-3", 3, BOB);
  expect(readMarksOf(store, ANN, REPORT)).toEqual({ "17-3": 20, "": 5, "28": 50 });
  reads(ALL_PLACES, 30);
  expect(readMarksOf(store, ANN, REPORT)).toEqual({ "*": 30, "28": 50 });
  reads("17-3", 29);
  reads(ALL_PLACES, 10);
  expect(readMarksOf(store, ANN, REPORT)).toEqual({ "*": 30, "28": 50 });
  expect(readMarksOf(store, BOB, REPORT)).toEqual({ "17-3": 3 });
});
