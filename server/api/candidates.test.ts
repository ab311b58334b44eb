import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { candidateDecisionsOf, decideCandidate } from "#db/candidates";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { candidatesOf } from "#db/reports";
import { seedReport } from "#db/seed/seed";
import { stretchOf } from "#deliberation/candidate";
import { cutsIn, nextOf, partsAt, shapesOf } from "#deliberation/candidate-shapes";
import { PersonId, type ReportId } from "#deliberation/ids";
import { type Paragraph, paragraphsOf } from "#deliberation/report";
import { Seat } from "#deliberation/seat";
import { RecordKeeper, serverTime } from "../keeper.ts";
import { enter, identifyIdeas, publishText } from "../publish.ts";
import { shapingOf } from "./candidates.ts";

const person = PersonId.parse("00000000-0000-4000-8000-000000000001");
const SECRETARIAT = Seat.parse({ as: "administrator", person });
let folder: string;
let store: Store;
let keeper: RecordKeeper;
let report: ReportId;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "candidates-"));
  store = openStore(folder);
  migrateStore(store);
  keeper = new RecordKeeper(store);
  report = await publishText(store, keeper, SECRETARIAT, seedReport(), { demonstration: true });
  await identifyIdeas(store, keeper, SECRETARIAT, report);
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const now = () => shapesOf(candidatesOf(store, report), candidateDecisionsOf(store, report));
const asks = (id: string, asked: Parameters<typeof shapingOf>[3]) => {
  const shaping = shapingOf(store, report, id, asked);
  if (!("refused" in shaping))
    decideCandidate(store, report, { idea: id, ...shaping, person, at: serverTime() });
  return shaping;
};

/** The first candidate that can be split, with its parts. */
function splittable() {
  const paragraphs = new Map(paragraphsOf(seedReport()).map((one) => [one.key, one]));
  for (const one of now()) {
    const paragraph = paragraphs.get(one.paragraph) as Paragraph;
    const stretch = stretchOf(paragraph, one.quote);
    if (stretch === null) continue;
    const parts = cutsIn(paragraph, "zh", stretch).flatMap((cut) => partsAt(paragraph, stretch, cut) ?? []);
    const [first, second] = parts;
    if (first !== undefined && second !== undefined) return { one, paragraph, parts: [first, second] };
  }
  throw new Error("no candidate can be split");
}

test("[D46] the server takes a split only as the text has it, and back only while no idea came of it", async () => {
  const { one, paragraph, parts } = splittable();
  for (const quotes of [parts.toReversed(), [parts[0] ?? "", "不在案文中"]])
    expect(asks(one.id, { decision: "split", quotes })).toEqual({ refused: "unknown-passage" });
  expect(asks("99-1", { decision: "rejected" })).toEqual({ refused: "not-found" });
  expect(asks(one.id, { decision: "split", quotes: parts })).toMatchObject({ decision: "split" });
  const [first, second] = [`${one.id}~1`, `${one.id}~2`];
  expect(
    now()
      .filter(({ from }) => from === one.id)
      .map(({ id }) => id),
  ).toEqual([first, second]);
  // The whole is not there any more, but to be taken back.
  expect(asks(one.id, { decision: "rejected" })).toEqual({ refused: "not-found" });
  expect(asks(one.id, { decision: "open" })).toEqual({ decision: "open", shape: null });
  expect(now().map(({ id }) => id)).toContain(one.id);
  asks(one.id, { decision: "split", quotes: parts });
  // Merged with what lies next, and with nothing else.
  const part = now().find(({ id }) => id === first);
  const next = part === undefined ? null : nextOf(paragraph, now(), part);
  expect(next?.with).toBe(second);
  expect(asks(first, { decision: "merged", with: one.id })).toEqual({ refused: "unknown-passage" });
  expect(asks(first, { decision: "merged", with: second })).toMatchObject({ decision: "merged" });
  asks(first, { decision: "open" });
  const idea = { kind: "idea.identified", idea: `${one.paragraph}-99`, item: null, provisional: true };
  await enter(keeper, report, SECRETARIAT, { ...idea, quote: parts[0] });
  expect(asks(one.id, { decision: "open" })).toEqual({ refused: "already-done" });
  expect(asks(first, { decision: "merged", with: second })).toEqual({ refused: "already-done" });
});
