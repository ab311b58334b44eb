import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { ReportId } from "#deliberation/ids";
import { PAPER_LANGS } from "#formats/paper-words";
import { progressOn } from "./commands/progress.ts";
import { seatDemonstration } from "./demonstration.ts";
import { RecordKeeper } from "./keeper.ts";
import { asOfIn, type PaperAsked, paperOfStore } from "./paper-of-store.ts";
import { PaperPress } from "./paper-press.ts";

const report = ReportId.parse("A-63-677");
const folder = mkdtempSync(path.join(tmpdir(), "press-"));
let store: Store;
let press: PaperPress;

beforeAll(async () => {
  store = openStore(folder);
  migrateStore(store);
  await seatDemonstration(store, new RecordKeeper(store), { password: "a-password-for-tests" });
});
beforeEach(() => {
  press = new PaperPress(folder);
});
afterEach(() => press.close());
afterAll(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

function asked(format: PaperAsked["format"], lang: PaperAsked["lang"]): PaperAsked {
  return { report, seq: asOfIn(store, report, undefined), format, lang, choice: {} };
}

test("papers made beside the event loop are those made in it; more than a few at once wait for another time", async () => {
  const all = PAPER_LANGS.flatMap((lang) => [asked("csv", lang), asked("docx", lang)]);
  const made = all.map((one) => press.make(one));
  expect(made.filter((one) => one === null)).toHaveLength(all.length - 8);
  // What is under way already is no further work.
  expect(press.make(asked("csv", "ar"))).not.toBeNull();
  expect(made[7]?.progress()).toEqual({ stage: "waiting", ahead: 7 });
  for (const [index, one] of made.entries()) {
    if (one === null) continue;
    const here = await paperOfStore(store, all[index] as PaperAsked);
    expect(Buffer.from(await one.bytes).equals(Buffer.from(here))).toBe(true);
    expect(one.progress().stage).toBe("made");
  }
  expect(await press.make(asked("csv", "es"))?.bytes).toBeInstanceOf(Uint8Array);
}, 30_000);

test("a paper that was made is kept: asked again, it is there without a process", async () => {
  const first = await press.make(asked("json", "fr"))?.bytes;
  await press.close();
  expect(await press.make(asked("json", "fr"))?.bytes).toBe(first);
});

test("what nobody wants any more is stopped, and the others are made", async () => {
  const [running, waiting] = [press.make(asked("pdf", "zh")), press.make(asked("csv", "zh"))];
  const shared = press.make(asked("pdf", "zh"));
  running?.giveUp();
  running?.giveUp();
  await vi.waitFor(() => expect(shared?.progress().stage).not.toBe("waiting"), 10_000);
  shared?.giveUp();
  await expect(shared?.bytes).rejects.toThrow("it was given up");
  expect(await waiting?.bytes).toBeInstanceOf(Uint8Array);
  expect(await press.make(asked("pdf", "zh"))?.bytes).toBeInstanceOf(Uint8Array);
}, 30_000);

test("the command line draws its progress on a terminal and nowhere else", () => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line) > 0;
  progressOn({ isTTY: false, write })("reading");
  expect(lines).toEqual([]);
  progressOn({ isTTY: true, write })("compiling");
  expect(lines.join()).toContain("[########················] putting positions side by side");
});
