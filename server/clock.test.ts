import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { judgeState } from "#db/follow";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { saveText } from "#db/reports";
import { seedIdeas, seedReport } from "#db/seed/seed";
import { ReportId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import { startClock } from "./clock.ts";
import { RecordKeeper } from "./keeper.ts";
import { enter } from "./publish.ts";

const REPORT = ReportId.parse("A-63-677");
const SECRETARIAT = Seat.parse({ as: "administrator", person: "00000000-0000-4000-8000-000000000001" });

/** For tests that let days pass at once: else that would be days in which nobody could be heard. */
const NEVER_DOWN = Number.POSITIVE_INFINITY;

let store: Store;
let keeper: RecordKeeper;

beforeEach(async () => {
  // Before the first entry: nothing later may be dated before it.
  vi.useFakeTimers({
    now: Date.parse("2026-11-20T10:00:00.000Z"),
    toFake: ["Date", "setInterval", "clearInterval"],
  });
  store = openStore(mkdtempSync(path.join(tmpdir(), "clock-")));
  migrateStore(store);
  keeper = new RecordKeeper(store);
  const item = { session: 63, agendaItem: 44, title: { en: "Item" }, demonstration: true };
  await enter(keeper, REPORT, SECRETARIAT, { kind: "item.opened", ...item });
  // What lists the installation's reports is their texts.
  saveText(store, REPORT, 1, seedReport());
});

afterEach(() => {
  vi.useRealTimers();
  closeStore(store);
  rmSync(store.dataDir, { recursive: true });
});

const roundOne = () => judgeState(store, REPORT).rounds["1"];

test("[O5] [O6] [O7] the server's clock closes at the deadline decided last, though nobody is connected", async () => {
  const decides = (kind: string, closesAt: string, more: object) =>
    enter(keeper, REPORT, SECRETARIAT, { kind, round: "1", closesAt, ...more });
  const why = { reason: "More time.", lang: "en" };
  const modalities = { attribution: "attributed", audience: "everyone", totals: true, languages: ["en"] };
  await decides("round.opened", "2026-11-27T23:00:00.000Z", { session: 81, modalities });
  await decides("round.extended", "2026-12-04T23:00:00.000Z", why);
  const failures: unknown[] = [];
  const stop = startClock(store, keeper, (error) => failures.push(error));
  const reaches = async (now: string) => {
    vi.setSystemTime(Date.parse(now));
    vi.advanceTimersByTime(1_000);
    // Closing goes by way of the group commit, which waits for the disk.
    for (let waited = 0; waited < 5_000 && roundOne()?.closedAt === null; waited += 50) {
      if (waited >= 200 && now < (roundOne()?.closesAt ?? "")) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  await reaches("2026-11-27T23:00:00.000Z");
  expect(roundOne()?.closedAt).toBe(null);
  await reaches("2026-12-04T23:00:00.000Z");
  expect(roundOne()?.closedAt).toBe("2026-12-04T23:00:01.000Z");
  await decides("round.reopened", "2026-12-11T23:00:00.000Z", why);
  await reaches("2026-12-05T23:00:00.000Z");
  expect(roundOne()?.closedAt).toBe(null);
  await reaches("2026-12-11T23:00:00.000Z");
  expect(roundOne()?.course.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
    "opened secretariat",
    "extended secretariat",
    "closed clock",
    "reopened secretariat",
    "closed clock",
  ]);
  expect(failures).toEqual([]);
  stop();
});

test("[Z4] the server's clock concludes silence at its deadline, though nobody is connected", async () => {
  const text = { symbol: "A/63/677", version: 1, lang: "zh", title: "履行保护责任", text: "a".repeat(64) };
  await enter(keeper, REPORT, SECRETARIAT, { kind: "text.published", ...text, paragraphs: ["17"] });
  const idea = {
    idea: "17-1",
    item: null,
    quote: seedIdeas().find(({ id }) => id === "17-1")?.quote,
    provisional: true,
  };
  await enter(keeper, REPORT, SECRETARIAT, { kind: "idea.identified", ...idea });
  const wording = { wording: "措辞", ideas: ["17-1"], lang: "zh", closesAt: "2026-11-24T10:00:00.000Z" };
  await enter(keeper, REPORT, SECRETARIAT, { kind: "silence.started", ...wording });
  const failures: unknown[] = [];
  const stop = startClock(store, keeper, (error) => failures.push(error), NEVER_DOWN);
  const concluded = () => Object.values(judgeState(store, REPORT).silences)[0]?.concluded;
  vi.advanceTimersByTime(1_000);
  await new Promise((done) => setTimeout(done, 100));
  expect(concluded()).toBe(null);
  vi.setSystemTime(Date.parse("2026-11-24T10:00:00.000Z"));
  vi.advanceTimersByTime(1_000);
  await vi.waitFor(() => expect(concluded()).toMatchObject({ outcome: "no-objection" }), { timeout: 5_000 });
  expect(failures).toEqual([]);
  stop();
});

test("[Z10] [Z13] a start after down time in the last two hours moves the deadline by a day, and concludes then", async () => {
  const text = { symbol: "A/63/677", version: 1, lang: "zh", title: "履行保护责任", text: "a".repeat(64) };
  await enter(keeper, REPORT, SECRETARIAT, { kind: "text.published", ...text, paragraphs: ["17"] });
  const quote = seedIdeas().find(({ id }) => id === "17-1")?.quote;
  const idea = { idea: "17-1", item: null, quote, provisional: true };
  await enter(keeper, REPORT, SECRETARIAT, { kind: "idea.identified", ...idea });
  const wording = { wording: "措辞", ideas: ["17-1"], lang: "zh" };
  const starts = (closesAt: string) =>
    enter(keeper, REPORT, SECRETARIAT, { kind: "silence.started", ...wording, closesAt });
  await starts("2026-11-24T10:00:00.000Z");
  await starts("2026-11-24T14:00:00.000Z");
  const failures: unknown[] = [];
  const runs = (downAfterMs?: number) =>
    startClock(store, keeper, (error) => failures.push(error), downAfterMs);
  const silences = () => Object.values(judgeState(store, REPORT).silences);
  const passes = async (now: string) => {
    vi.setSystemTime(Date.parse(now));
    vi.advanceTimersByTime(1_000);
    await new Promise((done) => setTimeout(done, 150));
  };
  let stop = runs();
  // Nobody noted anything for days: that is down time too, and long before these deadlines it moves none.
  await passes("2026-11-24T07:50:00.000Z");
  stop();
  // Nor does a restart in the last hours, which takes less than a minute.
  await passes("2026-11-24T07:50:40.000Z");
  stop = runs();
  await passes("2026-11-24T07:50:50.000Z");
  expect(silences().map(({ moved }) => moved)).toEqual([[], []]);
  stop();
  await passes("2026-11-24T10:20:00.000Z");
  stop = runs();
  await vi.waitFor(() => expect(silences()[0]?.closesAt).toBe("2026-11-25T10:00:00.000Z"));
  const [{ moved = [] } = {}] = silences();
  expect(moved).toMatchObject([
    { from: "2026-11-24T10:00:00.000Z", down: { from: "2026-11-24T07:50:41.000Z" } },
  ]);
  stop();
  stop = runs(NEVER_DOWN);
  await passes("2026-11-24T10:21:00.000Z");
  await passes("2026-11-24T14:00:00.000Z");
  const outcomes = () => silences().map(({ concluded }) => concluded?.outcome);
  await vi.waitFor(() => expect(outcomes()).toEqual([undefined, "no-objection"]), { timeout: 5_000 });
  expect(failures).toEqual([]);
  stop();
});
