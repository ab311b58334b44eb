import { expect, test } from "vitest";
import { freeNumber, ideasSharing, itemOf, type Step, stepped, stretchOf, wordsOf } from "./candidate.ts";
import { ParagraphKey } from "./ids.ts";
import type { Paragraph } from "./report.ts";
import { seqOf, World } from "./testing/world.ts";

const TEXT = "各国应加强预警能力。各国应加强司法机构。";
const PARAGRAPH = {
  key: "17",
  number: "17.",
  blocks: [
    { kind: "text", text: TEXT, footnotes: [] },
    { kind: "item", item: { key: "17.a", mark: "(a)", text: "预防外交", footnotes: [] } },
  ],
} as unknown as Paragraph;

test("[D5] the judge takes an idea's words only as its paragraph says them, once", () => {
  const world = World.opened();
  const idea = { kind: "idea.identified", item: null, provisional: true };
  const identifies = (id: string, quote: string) => world.enters({ ...idea, idea: id, quote });
  expect(identifies("17-8", "不在案文中")).toMatchObject({ refused: "unknown-passage" });
  // Stands twice: nobody could tell which is meant.
  expect(identifies("17-8", "构想")).toMatchObject({ refused: "unknown-passage" });
  seqOf(identifies("17-8", "构想 17-8"));
  expect(identifies("17-8", "构想 17-9")).toMatchObject({ refused: "already-done" });
});

test("[D6] a passage is widened and narrowed by whole words, and never to nothing", () => {
  const stretch = stretchOf(PARAGRAPH, "预警能力");
  if (stretch === null) throw new Error("not found");
  const moved = (...steps: Step[]) =>
    wordsOf(
      PARAGRAPH,
      steps.reduce((one, step) => stepped(TEXT, "zh", one, step), stretch),
    );
  expect(moved("end-on")).toBe("预警能力。");
  expect(moved("start-back")).toBe("加强预警能力");
  expect(moved("start-on", "start-back")).toBe(moved());
  expect(moved("start-on", "start-on", "start-on", "start-on")).not.toBe("");
  expect(moved("end-back", "end-back", "end-back", "end-back")).not.toBe("");
  expect(moved(...Array<Step>(30).fill("start-back"), ...Array<Step>(30).fill("end-on"))).toBe(TEXT);
  expect(stretchOf(PARAGRAPH, "各国应加强")).toBeNull();
  expect(itemOf(PARAGRAPH, stretchOf(PARAGRAPH, "外交") ?? stretch)).toBe("17.a");
  expect(itemOf(PARAGRAPH, stretch)).toBeNull();
});

test("[D6] a new idea gets a number never given, and those that share words with it are told", () => {
  const world = World.opened();
  const key = ParagraphKey.parse("17");
  expect(freeNumber(world.state, key, "17-2")).toBe("17-2");
  expect(freeNumber(world.state, key, "17-1")).toBe("17-2");
  seqOf(world.enters({ kind: "idea.withdrawn", idea: "17-1", reason: "Not an idea." }));
  expect(freeNumber(world.state, key, "17-1")).toBe("17-2");
  const paragraph = {
    ...PARAGRAPH,
    blocks: [{ kind: "text", text: "构想 17-1，构想 17-3。", footnotes: [] }],
  } as unknown as Paragraph;
  expect(ideasSharing(world.state, paragraph, { block: 0, start: 0, end: 99 })).toEqual(["17-3"]);
  expect(ideasSharing(world.state, paragraph, { block: 0, start: 0, end: 7 })).toEqual([]);
});
