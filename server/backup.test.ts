import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { auditRows } from "#db/audit";
import { contestCredentials } from "#db/credentials";
import { epochOf, rightsVersion } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, RESTORE_MARK, STORE_FILE, type Store } from "#db/open";
import { endSeats, seatAt } from "#db/people";
import { headOf } from "#db/record";
import { seats } from "#db/schema";
import { allSeats } from "#db/seats";
import { DelegationKey, ReportId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { backUp } from "./backup.ts";
import { checkBeforeServing } from "./check.ts";
import { seatDemonstration } from "./demonstration.ts";
import { RecordKeeper, serverTime } from "./keeper.ts";
import { enter } from "./publish.ts";
import { restore } from "./restore.ts";

const report = ReportId.parse("A-63-677");
const secretariat = Seat.parse({ as: "administrator", person: "00000000-0000-4000-8000-000000000001" });
const seated = mkdtempSync(path.join(tmpdir(), "backup-"));
let folder: string;
let dataDir: string;
let store: Store;

beforeAll(async () => {
  const first = openStore(seated);
  migrateStore(first);
  await seatDemonstration(first, new RecordKeeper(first), { password: "a-password-for-tests" });
  closeStore(first);
});
afterAll(() => rmSync(seated, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backup-"));
  dataDir = path.join(folder, "data");
  cpSync(seated, dataDir, { recursive: true });
  store = openStore(dataDir);
});
afterEach(() => {
  store.sqlite.close();
  rmSync(folder, { recursive: true, force: true });
});

const backupAt = (name = "backup") => path.join(folder, name);
const admits = (delegation: string) =>
  enter(new RecordKeeper(store), report, secretariat, {
    kind: "delegation.admitted",
    delegation: DelegationKey.parse(delegation),
    delegationKind: "member",
    names: { en: delegation },
  });

test("a backup taken while a server writes is whole, and restoring it brings that moment back in a new epoch", async () => {
  const before = headOf(store, report);
  const epoch = epochOf(store);
  const manifest = backUp(store, backupAt());
  expect(manifest.reports).toEqual([{ report, ...before }]);
  expect(statSync(backupAt()).mode & 0o777).toBe(0o700);
  await admits("rowan");
  expect(headOf(store, report).seq).toBe(before.seq + 1);
  closeStore(store);

  const { replaced, peopleFrom } = restore(dataDir, backupAt());
  expect(peopleFrom).toBe("replaced");
  store = openStore(dataDir);
  checkBeforeServing(store);
  expect(headOf(store, report)).toEqual(before);
  expect(epochOf(store)).not.toBe(epoch);
  // What was replaced is still there, to the last entry.
  const aside = openStore(replaced ?? "");
  expect(headOf(aside, report).seq).toBe(before.seq + 1);
  closeStore(aside);
});

test("a right taken away since the backup stays taken", () => {
  backUp(store, backupAt());
  expect(endSeats(store, "maple.head@demo.test", serverTime())).toBe(true);
  const ended = () =>
    store.db
      .select()
      .from(seats)
      .all()
      .filter(({ until }) => until !== null).length;
  expect(ended()).toBe(1);
  closeStore(store);
  restore(dataDir, backupAt());
  store = openStore(dataDir);
  expect(ended()).toBe(1);
});

test("[D26] [D28] credentials contested since the backup stay contested, and the audit loses nothing of either", () => {
  const told = () => auditRows(store, {}, { offset: 0, limit: -1 }).rows.map(({ act, at }) => `${act} ${at}`);
  backUp(store, backupAt());
  const before = told();
  const of = { delegation: DelegationKey.parse("maple") };
  contestCredentials(
    store,
    { of, cites: { document: "NV/1", documentOn: "2026-11-20" }, by: null },
    serverTime(),
  );
  const head = allSeats(store).find(({ email }) => email === "maple.head@demo.test");
  const after = told();
  expect(after).toHaveLength(before.length + 1);
  closeStore(store);
  restore(dataDir, backupAt());
  store = openStore(dataDir);
  expect(seatAt(store, head?.seat ?? "", serverTime())?.suspended).toMatchObject(of);
  expect(told()).toEqual(after);
});

test("onto an empty folder the backup's persons come along, and everybody signs in again", () => {
  store.db.run("INSERT INTO sign_ins SELECT 'a', person, id, '2026', '2999', NULL FROM seats LIMIT 1");
  backUp(store, backupAt());
  const elsewhere = path.join(folder, "elsewhere");
  expect(restore(elsewhere, backupAt())).toMatchObject({ replaced: null, peopleFrom: "backup" });
  const other = openStore(elsewhere);
  checkBeforeServing(other);
  expect(other.sqlite.prepare("SELECT count(*) FROM sign_ins WHERE revoked_at IS NULL").pluck().get()).toBe(
    0,
  );
  expect(other.sqlite.prepare("SELECT count(*) FROM persons").pluck().get()).toBeGreaterThan(0);
  closeStore(other);
  const key = (where: string) => readFileSync(path.join(where, "checkpoint-key.pem"), "utf8");
  expect(key(elsewhere)).toBe(key(dataDir));
});

test("a backup that was altered is refused, and what is there stays", () => {
  backUp(store, backupAt());
  const before = headOf(store, report);
  closeStore(store);
  const copy = new Database(path.join(backupAt(), STORE_FILE));
  copy.exec("DROP TRIGGER entries_no_update; UPDATE entries SET body = replace(body, 'member', 'observer')");
  copy.close();
  expect(() => restore(dataDir, backupAt())).toThrow(/not the backup its manifest tells of/);
  // Also when the manifest was made to agree.
  const manifest = JSON.parse(readFileSync(path.join(backupAt(), "backup.json"), "utf8"));
  const { createHash } = process.getBuiltinModule("node:crypto");
  manifest.store = createHash("sha256")
    .update(readFileSync(path.join(backupAt(), STORE_FILE)))
    .digest("hex");
  writeFileSync(path.join(backupAt(), "backup.json"), JSON.stringify(manifest));
  expect(() => restore(dataDir, backupAt())).toThrow(/does not hold at entry \d+ \(body-altered\)/);
  store = openStore(dataDir);
  expect(headOf(store, report)).toEqual(before);
  expect(() => restore(dataDir, folder)).toThrow(/is no backup/);
});

test("a store whose record does not hold is not backed up as if it did", () => {
  store.sqlite.exec(
    "DROP TRIGGER entries_no_update; UPDATE entries SET body = replace(body, 'member', 'observer')",
  );
  expect(() => backUp(store, backupAt())).toThrow(/does not hold at entry/);
  expect(existsSync(backupAt())).toBe(false);
});

test("an interrupted restore opens nothing, until it is run again", () => {
  backUp(store, backupAt());
  closeStore(store);
  writeFileSync(path.join(dataDir, RESTORE_MARK), "");
  expect(() => openStore(dataDir)).toThrow(/was interrupted/);
  restore(dataDir, backupAt());
  store = openStore(dataDir);
  checkBeforeServing(store);
});

test("whatever changes a seat, a right or a sign-in is noticed in one number", () => {
  const version = () => rightsVersion(store);
  const changes = [
    "UPDATE seats SET until = '2026' WHERE person = (SELECT person FROM seats LIMIT 1)",
    "INSERT INTO rights SELECT id, 'clearing', '2026', NULL, NULL, NULL FROM seats LIMIT 1",
    "UPDATE rights SET until = '2027'",
    "DELETE FROM rights",
    "INSERT INTO sign_ins SELECT 'a', person, id, '2026', '2999', NULL FROM seats LIMIT 1; UPDATE sign_ins SET revoked_at = '2026'",
    "DELETE FROM sign_ins",
  ];
  for (const change of changes) {
    const before = version();
    store.sqlite.exec(change);
    expect(version(), change).not.toBe(before);
  }
});
