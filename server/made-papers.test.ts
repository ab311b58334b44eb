import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { type Instant, PersonId, ReportId } from "#deliberation/ids";
import { seatDemonstration } from "./demonstration.ts";
import { RecordKeeper } from "./keeper.ts";
import { MadePapers } from "./made-papers.ts";
import { asOfIn, type PaperAsked, paperOfStore } from "./paper-of-store.ts";
import { PaperPress } from "./paper-press.ts";

const report = ReportId.parse("A-63-677");
const [ann, ben] = [PersonId.parse(randomUUID()), PersonId.parse(randomUUID())];
const folder = mkdtempSync(path.join(tmpdir(), "made-"));
let store: Store;
let press: PaperPress;
let made: MadePapers;
let now = "2026-11-28T10:00:00.000Z" as Instant;

beforeAll(async () => {
  store = openStore(folder);
  migrateStore(store);
  await seatDemonstration(store, new RecordKeeper(store), { password: "a-password-for-tests" });
});
beforeEach(() => {
  press = new PaperPress(folder);
  made = new MadePapers(store, press, { now: () => now });
});
afterEach(() => press.close());
afterAll(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

function asked(format: PaperAsked["format"], lang: PaperAsked["lang"]): PaperAsked {
  return { report, seq: asOfIn(store, report, undefined), format, lang, choice: {} };
}

const isMade = (person: PersonId, id: string) =>
  vi.waitFor(() => expect(made.file(person, report, id)).not.toBeNull(), 20_000);

test("a paper asked for is made, fetched by whoever asked and nobody else, and gone after a week", async () => {
  const paper = made.ask(ann, asked("csv", "ru"));
  if (paper === null) throw new Error("Nothing else was waiting.");
  expect(made.list(ann, report)).toMatchObject([{ id: paper.id, state: "making", size: 0 }]);
  await isMade(ann, paper.id);
  const bytes = readFileSync(made.file(ann, report, paper.id)?.file ?? "");
  expect(bytes.equals(Buffer.from(await paperOfStore(store, asked("csv", "ru"))))).toBe(true);
  // Asked for again while it is kept, it is the same one.
  expect(made.ask(ann, asked("csv", "ru"))?.id).toBe(paper.id);
  expect(made.list(ben, report)).toEqual([]);
  expect(made.file(ben, report, paper.id)).toBeNull();
  expect(made.drop(ben, report, paper.id)).toBe(false);

  now = "2026-12-05T09:59:59.000Z" as Instant;
  made.sweep();
  expect(made.file(ann, report, paper.id)).not.toBeNull();
  now = "2026-12-05T10:00:00.000Z" as Instant;
  expect(made.list(ann, report)).toEqual([]);
  made.sweep();
  expect(readdirSync(path.join(folder, "papers"))).toEqual([]);
}, 30_000);

test("what is given up while it is made leaves nothing", async () => {
  const paper = made.ask(ann, asked("pdf", "ar"));
  expect(made.drop(ann, report, paper?.id ?? "")).toBe(true);
  expect(made.list(ann, report)).toEqual([]);
  const next = made.ask(ann, asked("csv", "ar"));
  await isMade(ann, next?.id ?? "");
  expect(existsSync(path.join(folder, "papers", paper?.id ?? ""))).toBe(false);
}, 30_000);

test("what was under way when the process ended is made at the next start, and strange files are removed", async () => {
  const stop = made.start();
  const paper = made.ask(ben, asked("docx", "fr"));
  stop();
  await press.close();
  expect(made.list(ben, report)).toMatchObject([{ state: "making" }]);
  writeFileSync(path.join(folder, "papers", "of-nobody"), "");
  press = new PaperPress(folder);
  made = new MadePapers(store, press, { now: () => now });
  const end = made.start();
  expect(readdirSync(path.join(folder, "papers"))).not.toContain("of-nobody");
  await isMade(ben, paper?.id ?? "");
  end();
}, 30_000);
