import { expect, test } from "vitest";
import { freeNumber, stretchOf } from "./candidate.ts";
import {
  areParts,
  cutsIn,
  firstIdOf,
  isTaken,
  nextOf,
  partsAt,
  type Shaping,
  shapesOf,
} from "./candidate-shapes.ts";
import { ParagraphKey } from "./ids.ts";
import type { Paragraph } from "./report.ts";
import { seqOf, World } from "./testing/world.ts";

const TEXT = "States should build capacity, share it and report on it. They should also learn.";
const PARAGRAPH = {
  key: "17",
  number: "17.",
  blocks: [{ kind: "text", text: TEXT, footnotes: [] }],
} as unknown as Paragraph;
const candidate = (id: string, quote: string) => ({ id, paragraph: "17", quote });
const [FIRST, SECOND, THIRD] = [
  candidate("17-8", "build capacity, share it"),
  candidate("17-9", "report on it"),
  candidate("17-10", "also learn"),
];
const ALL = [FIRST, SECOND, THIRD].flatMap((one) => one ?? []);
const decided = (...all: [string, Shaping][]) => new Map(all);
const shown = (...all: [string, Shaping][]) =>
  shapesOf(ALL, decided(...all)).map(({ id, quote, from }) => [id, quote, from]);

test("[D46] a candidate is cut between two words, never within one, into parts that stand in the paragraph once", () => {
  const stretch = stretchOf(PARAGRAPH, "build capacity, share it");
  if (stretch === null) throw new Error("not found");
  const cuts = cutsIn(PARAGRAPH, "en", stretch);
  expect(cuts.every((cut) => !/\w\w/.test(TEXT.slice(cut - 1, cut + 1)))).toBe(true);
  const at = (words: string) => TEXT.indexOf(words);
  expect(cuts).toContain(at("share"));
  expect(partsAt(PARAGRAPH, stretch, at("share"))).toEqual(["build capacity,", "share it"]);
  // "it" stands more than once: nobody could tell which is meant.
  expect(partsAt(PARAGRAPH, stretch, at("it and"))).toBeNull();
  expect(areParts(PARAGRAPH, "build capacity, share it", ["build capacity,", "share it"])).toBe(true);
  for (const wrong of [
    ["build", "share it"],
    ["share it", "build capacity,"],
    ["also", "learn"],
    ["build capacity,"],
  ])
    expect(areParts(PARAGRAPH, "build capacity, share it", wrong), wrong.join("|")).toBe(false);
});

test("[D46] it is merged with the next one, what stands between them included, and with none across another", () => {
  const [first, second, third] = ALL;
  if (first === undefined || second === undefined || third === undefined) throw new Error("no candidates");
  const both = "build capacity, share it and report on it";
  expect(nextOf(PARAGRAPH, ALL, first)).toEqual({ with: "17-9", quote: both });
  expect(nextOf(PARAGRAPH, ALL, second)?.with).toBe("17-10");
  expect(nextOf(PARAGRAPH, ALL, third)).toBeNull();
  const elsewhere = {
    ...PARAGRAPH,
    blocks: [
      ...PARAGRAPH.blocks,
      { kind: "item", item: { key: "17.a", mark: "(a)", text: "Train them.", footnotes: [] } },
    ],
  };
  const train = candidate("17-11", "Train them");
  expect(nextOf(elsewhere as unknown as Paragraph, [...ALL, train], third)).toBeNull();
});

test("[D46] shapes come of decisions, one of another, and go when one is taken back", () => {
  const plain = ALL.map(({ id, quote }) => [id, quote, null]);
  const split: [string, Shaping] = [
    "17-8",
    { decision: "split", shape: { quotes: ["build capacity,", "share it"] } },
  ];
  expect(shown()).toEqual(plain);
  expect(shown(split)).toEqual([
    ["17-8~1", "build capacity,", "17-8"],
    ["17-8~2", "share it", "17-8"],
    ...plain.slice(1),
  ]);
  const joined: [string, Shaping] = [
    "17-8~2",
    { decision: "merged", shape: { quotes: ["share it and report on it"], with: "17-9" } },
  ];
  expect(shown(split, joined)).toEqual([
    ["17-8~1", "build capacity,", "17-8"],
    ["17-8~2~17-9", "share it and report on it", "17-8~2"],
    plain[2],
  ]);
  expect(shown(split, ["17-8~2", { decision: "open", shape: null }])).toEqual(shown(split));
  expect(shown(["17-8", { decision: "open", shape: null }], joined)).toEqual(plain);
  expect(shown(["17-8", { decision: "rejected", shape: null }])).toEqual(plain);
});

test("[D46] what came of a candidate is taken back until an idea shares words with it; numbers are given then", () => {
  const world = World.opened();
  const quotes = ["构想 17-8，并", "构想 17-9"];
  const paragraph = {
    ...PARAGRAPH,
    blocks: [{ kind: "text", text: "构想 17-1，构想 17-8，并构想 17-9。", footnotes: [] }],
  } as unknown as Paragraph;
  expect(isTaken(world.state, paragraph, quotes)).toBe(false);
  const number = freeNumber(world.state, ParagraphKey.parse("17"), firstIdOf("17-8~1"));
  expect(number).toBe("17-8");
  seqOf(
    world.enters({
      kind: "idea.identified",
      item: null,
      provisional: true,
      idea: number,
      quote: "构想 17-8",
    }),
  );
  expect(isTaken(world.state, paragraph, quotes)).toBe(true);
  expect(freeNumber(world.state, ParagraphKey.parse("17"), firstIdOf("17-8~2"))).not.toBe("17-8");
});
