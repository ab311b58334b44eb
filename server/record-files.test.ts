import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { epochOf } from "#db/installation";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { personWith } from "#db/people";
import { allEntries, headOf } from "#db/record";
import { PersonId, ReportId, Seq } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { PAPER_LANGS } from "#formats/paper-words";
import { type RecordFile, readRecordFile, recordFile } from "#formats/record-file";
import { checkBeforeServing, checkRecord } from "./check.ts";
import { Checkpoints } from "./checkpoints.ts";
import { seatDemonstration, speaker } from "./demonstration.ts";
import { RecordKeeper } from "./keeper.ts";
import { asOfIn, paperOfStore } from "./paper-of-store.ts";
import { PAPER_FORMATS } from "./papers.ts";
import { enter } from "./publish.ts";
import { bringIn, takeOut } from "./record-files.ts";

const report = ReportId.parse("A-63-677");
const person = PersonId.parse("00000000-0000-4000-8000-000000000001");
const secretariat = Seat.parse({ as: "administrator", person });
const stores: Store[] = [];
let home: Store;

function emptyStore(): Store {
  const store = openStore(mkdtempSync(path.join(tmpdir(), "record-file-")));
  migrateStore(store);
  stores.push(store);
  return store;
}

beforeAll(async () => {
  home = emptyStore();
  const keeper = new RecordKeeper(home);
  await seatDemonstration(home, keeper, { password: "a-password-for-tests" });
  await enter(keeper, report, secretariat, { kind: "round.closed", round: "1" });
  // What came late, admitted and not: the file holds the one sealed and with it what makes it readable.
  const ids = new Map([["alder.head@demo.test", String(personWith(home, "alder.head@demo.test"))]]);
  const speak = speaker(home, keeper, { report, ids, round: "1" });
  const late = { kind: "position.stated", stance: "support", lang: "en", late: true };
  const entry = await speak("alder", "position.17-2", { ...late, idea: "17-2" });
  await speak("alder", "position.17-3", { ...late, idea: "17-3" });
  await enter(keeper, report, secretariat, { kind: "late.admitted", entry: Seq.parse(entry) });
  // A round for the facilitators' eyes: what is said in it is sealed to everybody else.
  await enter(keeper, report, secretariat, {
    ...{ id: v7(), kind: "round.opened", round: "2", session: 63, closesAt: "2999-01-01T00:00:00.000Z" },
    modalities: { attribution: "attributed", audience: "facilitators", totals: true, languages: ["en"] },
  });
});
afterAll(() => {
  for (const store of stores) {
    closeStore(store);
    rmSync(store.dataDir, { recursive: true });
  }
});

function taken(holds: RecordFile["holds"]): RecordFile {
  return readRecordFile(recordFile(takeOut(home, new Checkpoints(home), report, { holds })));
}

async function papersOf(store: Store): Promise<Record<string, string>> {
  const seq = asOfIn(store, report, undefined);
  const made: Record<string, string> = {};
  for (const [index, { name: format }] of PAPER_FORMATS.entries()) {
    const lang = PAPER_LANGS[index % PAPER_LANGS.length] ?? "en";
    const bytes = await paperOfStore(store, { report, seq, format, lang, choice: {} });
    made[`${format} ${lang}`] = createHash("sha256").update(bytes).digest("hex");
  }
  return made;
}

test.each(["public", "whole"] as const)(
  "[R11] the %s file of a record gives an empty store the same head and the same bytes of every paper",
  async (holds) => {
    const store = emptyStore();
    const epoch = epochOf(store);
    const verdict = bringIn(store, taken(holds));
    expect(verdict).toMatchObject({ intact: true, endProven: true });
    expect(headOf(store, report)).toEqual(headOf(home, report));
    expect(await papersOf(store)).toEqual(await papersOf(home));
    checkBeforeServing(store);
    expect(epochOf(store)).not.toBe(epoch);
    const person = [...allEntries(store, report)].some(({ provenance }) => provenance !== undefined);
    expect(person).toBe(holds === "whole");
    // It goes on where it is now, and what is appended has all its parts.
    await enter(new RecordKeeper(store), report, secretariat, { kind: "round.closed", round: "2" });
    expect([...allEntries(store, report)].at(-1)?.provenance).toBeDefined();
    expect(checkRecord(store, report).intact).toBe(true);
  },
  60_000,
);

test("[R12] a record that does not hold, or names another text, or is there already, is not brought in", () => {
  const file = taken("public");
  const altered = structuredClone(file);
  const [, , third] = altered.entries;
  if (third?.body === undefined) throw new Error("The third entry is there to be altered.");
  third.body = { ...third.body, v: 1, id: v7() as typeof third.body.id };
  const cut = { ...file, entries: file.entries.slice(0, -1) };
  const texts = file.texts.map((one) => ({ ...one, text: { ...one.text, title: "Another title" } }));
  const store = emptyStore();
  expect(() => bringIn(store, altered)).toThrow("does not hold at entry 3 (body-altered)");
  expect(() => bringIn(store, cut)).toThrow(`does not hold at entry ${file.entries.length} (not-the-head)`);
  expect(() => bringIn(store, { ...file, texts })).toThrow("not the one its record names");
  expect(headOf(store, report).seq).toBe(0);
  bringIn(store, file);
  expect(() => bringIn(store, file)).toThrow("There is a record of A-63-677 already");
});

test("[R11] a body that went missing from a store is found, unless it came sealed", () => {
  const store = emptyStore();
  bringIn(store, taken("whole"));
  store.sqlite.exec("DROP TRIGGER entries_no_update");
  store.sqlite.exec("UPDATE installation SET value = '3' WHERE name LIKE 'brought in %'");
  store.sqlite.exec("UPDATE entries SET provenance = 'null', provenance_salt = '' WHERE seq = 4");
  expect(checkRecord(store, report)).toMatchObject({ intact: false, fault: { seq: 4, what: "unreadable" } });
});
