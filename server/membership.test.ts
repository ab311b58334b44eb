import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { judgeState } from "#db/follow";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { headOf } from "#db/record";
import { reportList } from "#db/reports";
import { seedReport } from "#db/seed/seed";
import { PersonId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { RecordKeeper } from "./keeper.ts";
import { seatMembershipOf } from "./membership.ts";
import { publishText } from "./publish.ts";

const SECRETARIAT = Seat.parse({
  as: "administrator",
  person: PersonId.parse("00000000-0000-4000-8000-000000000001"),
});
let folder: string;
let store: Store;
let keeper: RecordKeeper;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "membership-"));
  store = openStore(folder);
  migrateStore(store);
  keeper = new RecordKeeper(store);
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const opened = (demonstration: boolean) =>
  publishText(store, keeper, SECRETARIAT, seedReport(), { demonstration });
const seats = async (report: Awaited<ReturnType<typeof opened>>) =>
  seatMembershipOf(store, keeper, SECRETARIAT, report, reportList(store));

test("the whole membership is seated once: named in six languages, each Member State in its regional group", async () => {
  const report = await opened(false);
  await seats(report);
  const { delegations, memberships, positions } = judgeState(store, report);
  const kinds = Object.values(delegations).map(({ kind }) => kind);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  expect([count("member"), count("observer"), count("group")]).toEqual([193, 4, 5]);
  for (const one of Object.values(delegations))
    expect(Object.keys(one.names).sort(), one.key).toEqual(["ar", "en", "es", "fr", "ru", "zh"]);
  const grouped = Object.values(memberships).flatMap((all) => all.map(({ delegation }) => delegation));
  expect([grouped.length, new Set(grouped).size]).toEqual([193, 193]);
  expect(positions).toEqual({});
  const { seq } = headOf(store, report);
  await expect(seats(report)).rejects.toThrow("already");
  expect(headOf(store, report).seq).toBe(seq);
});

test("real names never enter a store that holds the demonstration, nor a record with delegations", async () => {
  const report = await opened(true);
  await expect(seats(report)).rejects.toThrow("demonstration");
  expect(judgeState(store, report).delegations).toEqual({});
});
