import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { saveClearance } from "#db/clearances";
import { appendGain } from "#db/drafts";
import { judgeState } from "#db/follow";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store, writing } from "#db/open";
import { allEntries, headOf, readEntries } from "#db/record";
import { DraftId, PersonId, ReportId, SubmissionId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { Seat } from "#deliberation/seat";
import { Content, Submission } from "#deliberation/submission";
import { verify } from "#deliberation/verify";
import { checkBeforeServing } from "./check.ts";
import { GroupCommit } from "./commit.ts";
import { seatDemonstration } from "./demonstration.ts";
import { RecordKeeper, serverTime } from "./keeper.ts";

const report = ReportId.parse("A-63-677");
const person = PersonId.parse("00000000-0000-4000-8000-000000000001");
const maple = Seat.parse({ as: "delegation", person, delegation: "maple", function: "head", rights: [] });
const facilitator = Seat.parse({ as: "facilitator", person });
const draft = DraftId.parse("position.32-2");
const content = Content.parse({
  ...{ kind: "position.stated", idea: "32-2", stance: "support", lang: "en", textVersion: 1, round: "1" },
});

/** Seated once; each test works on a copy. */
const seated = mkdtempSync(path.join(tmpdir(), "keeper-"));
let store: Store;
let keeper: RecordKeeper;

beforeAll(async () => {
  const first = openStore(seated);
  migrateStore(first);
  await seatDemonstration(first, new RecordKeeper(first), { password: "a-password-for-tests" });
  closeStore(first);
});

afterAll(() => rmSync(seated, { recursive: true, force: true }));

beforeEach(() => {
  const copy = mkdtempSync(path.join(tmpdir(), "keeper-"));
  cpSync(seated, copy, { recursive: true });
  store = openStore(copy);
  keeper = new RecordKeeper(store);
});

afterEach(() => {
  closeStore(store);
  rmSync(store.dataDir, { recursive: true, force: true });
});

function submission(number: number): Submission {
  const id = SubmissionId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, "0")}`);
  return Submission.parse({ id, kind: "position.stated", draft, content });
}

function clearBy(seat: Seat): void {
  if (seat.as === "delegation")
    saveClearance(store, { report, delegation: seat.delegation, draft }, content, seat.person, serverTime());
}

test("the demonstration's record verifies, with 57 ideas, 8 members and an observer", () => {
  expect(verify(allEntries(store, report), headOf(store, report))).toMatchObject({
    intact: true,
    endProven: true,
  });
  const state = judgeState(store, report);
  expect(Object.keys(state.ideas)).toHaveLength(57);
  const kinds = Object.values(state.delegations).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "member")).toHaveLength(8);
  expect(kinds.filter((kind) => kind === "observer")).toHaveLength(1);
});

test("a submission is recorded once, told once, and its repeat answers with the same entry", async () => {
  clearBy(maple);
  let told = 0;
  keeper.onGrown(() => {
    told += 1;
  });
  const first = await keeper.submit(report, submission(1), maple);
  const second = await keeper.submit(report, submission(1), maple);
  if (isRefusal(first) || isRefusal(second)) throw new Error("refused");
  expect([first.repeat, second.repeat]).toEqual([false, true]);
  expect(second.entry).toEqual(first.entry);
  expect(told).toBe(1);
});

test("[C6] a clearance serves one submission, and its repeat", async () => {
  clearBy(maple);
  expect(await keeper.submit(report, submission(1), maple)).toHaveProperty("entry");
  expect(await keeper.submit(report, submission(2), maple)).toMatchObject({ refused: "not-cleared" });
  expect(await keeper.submit(report, submission(1), maple)).toMatchObject({ repeat: true });
  clearBy(maple);
  expect(await keeper.submit(report, submission(2), maple)).toHaveProperty("entry");
});

test("[C4] who writes in the draft after it was cleared is not named as a drafter of what was cleared", async () => {
  const wrote = (number: number) => {
    const author = PersonId.parse(`00000000-0000-4000-8000-00000000000${number}`);
    const authors = [{ draft, person: author }];
    writing(store, () =>
      appendGain(store, {
        room: `${report}/maple`,
        update: null,
        claims: [],
        authors,
        versions: [],
        erased: [],
      }),
    );
    return author;
  };
  const drafter = wrote(5);
  clearBy(maple);
  wrote(6);
  const result = await keeper.submit(report, submission(1), maple);
  if (isRefusal(result)) throw new Error(result.refused);
  expect(result.entry.provenance.drafted).toEqual([drafter]);
});

test("two processes on one store append in turn: no number twice, none missing", async () => {
  const elsewhere = openStore(store.dataDir);
  const other = new RecordKeeper(elsewhere);
  for (let number = 1; number <= 20; number += 1) {
    clearBy(maple);
    const result = await (number % 2 ? keeper : other).submit(report, submission(number), maple);
    expect(isRefusal(result)).toBe(false);
  }
  closeStore(elsewhere);
  expect(verify(allEntries(store, report), headOf(store, report)).intact).toBe(true);
});

test("what is asked at once shares one transaction, is judged in turn, and is told after the commit", async () => {
  const commits: number[] = [];
  const counting = new GroupCommit(
    (work) => {
      writing(store, work);
      commits.push(headOf(store, report).seq);
    },
    () => undefined,
  );
  const one = new RecordKeeper(store, { commit: counting });
  const before = headOf(store, report).seq;
  const told: number[] = [];
  one.onGrown(() => told.push(headOf(store, report).seq));
  clearBy(maple);
  const results = await Promise.all([
    one.submit(report, submission(1), maple),
    one.submit(report, submission(2), maple),
    one.submit(report, submission(1), maple),
    one.submit(report, { id: submission(3).id, kind: "round.closed", round: "1" } as Submission, facilitator),
    one.submit(report, { id: submission(4).id, kind: "round.closed", round: "1" } as Submission, facilitator),
  ]);
  expect(results).toMatchObject([
    { repeat: false, entry: { header: { seq: before + 1 } } },
    { refused: "not-cleared" },
    { repeat: true, entry: { header: { seq: before + 1 } } },
    { repeat: false, entry: { header: { seq: before + 2 } } },
    { refused: "round-not-open" },
  ]);
  expect(commits).toEqual([before + 2]);
  expect(told).toEqual([before + 2]);
});

test("a batch that cannot be kept records nothing, says why to each, and the next goes on from the store", async () => {
  const before = headOf(store, report);
  for (const [code, refused] of [
    ["SQLITE_FULL", "storage-full"],
    ["SQLITE_IOERR_WRITE", "storage-unwritable"],
    ["SQLITE_READONLY", "storage-unwritable"],
  ]) {
    let broken = true;
    const failing = new GroupCommit(
      (work) =>
        writing(store, () => {
          work();
          if (broken) throw Object.assign(new Error(code), { code });
        }),
      () => undefined,
    );
    const one = new RecordKeeper(store, { commit: failing });
    clearBy(maple);
    expect(await one.submit(report, submission(9), maple)).toEqual({ refused });
    expect([headOf(store, report), judgeState(store, report).head.seq]).toEqual([before, before.seq]);
    broken = false;
  }
  clearBy(maple);
  expect(await keeper.submit(report, submission(9), maple)).toMatchObject({
    repeat: false,
    entry: { header: { seq: before.seq + 1 } },
  });
});

test("the table refuses UPDATE, DELETE and INSERT OR REPLACE", () => {
  const { sqlite } = store;
  expect(() => sqlite.exec("UPDATE entries SET body = '{}' WHERE seq = 1")).toThrow(/append-only/);
  expect(() => sqlite.exec("DELETE FROM entries WHERE seq = 1")).toThrow(/append-only/);
  expect(() => sqlite.exec("INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE seq = 1")).toThrow(
    /append-only/,
  );
  expect(sqlite.pragma("synchronous", { simple: true })).toBe(2);
});

test("a store whose record was altered is not served, and the first bad entry is named", () => {
  checkBeforeServing(store);
  store.sqlite.exec("DROP TRIGGER entries_no_update");
  const [entry] = readEntries(store, report, 79, 1);
  const body = JSON.stringify({ ...entry?.body, lang: "ru" });
  store.sqlite.prepare("UPDATE entries SET body = ? WHERE seq = 80").run(body);
  expect(() => checkBeforeServing(store)).toThrow(/entry 80 \(body-altered\)/);
});

test("a cut tail is found against the head", () => {
  store.sqlite.exec("DROP TRIGGER entries_no_delete");
  const { seq } = headOf(store, report);
  store.sqlite.prepare("DELETE FROM entries WHERE seq = ?").run(seq);
  expect(() => checkBeforeServing(store)).toThrow(new RegExp(`entry ${seq} \\(not-the-head\\)`));
});
