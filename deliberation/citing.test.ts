import { expect, test } from "vitest";
import { type Citable, proposedPassages } from "./citing.ts";
import { placeOf } from "./state.ts";

const REPORT: Citable[] = [
  { key: "16", text: "国家有责任保护其人民。", ideas: [] },
  {
    key: "17",
    text: "各国应当设立国家一级的协调中心。社会各阶层都要参与。",
    ideas: [{ id: "17-3", quote: "社会各阶层都要参与" }],
  },
  ...["18", "45"].map((key) => ({ key, text: `第${key}段的文字。`, ideas: [] })),
];

function placesIn(words: string): string[] {
  return proposedPassages(words, REPORT).map(({ target }) => placeOf(target));
}

test("[T11] a paragraph is cited by its number in each of the six languages", () => {
  for (const words of [
    "We turn to paragraph 17 of the report.",
    "See para. 17, which we support.",
    "我们注意到第17段。",
    "我们注意到第 17 段。",
    "В пункте 17 доклада говорится.",
    "Мы поддерживаем пункт 17.",
    "Le paragraphe 17 appelle une remarque.",
    "El párrafo 17 merece apoyo.",
    "نؤيد الفقرة 17 من التقرير.",
    "نؤيد ما ورد في الفقرة ١٧.",
  ])
    expect(placesIn(words), words).toEqual(["17"]);
});

test("[T11] lists, ranges and sub-paragraphs are read; other numbers are no paragraphs", () => {
  expect(placesIn("Paragraphs 16, 17 and 45 (c) need care.")).toEqual(["16", "17", "45"]);
  expect(placesIn("We support paragraphs 16 to 18.")).toEqual(["16", "18", "17"]);
  expect(placesIn("第16至18段。")).toEqual(["16", "18", "17"]);
  expect(placesIn("Idea in para. 17-3 is ours.")).toEqual(["17-3"]);
  for (const words of [
    "第63届会议",
    "In 2009, 17 States spoke.",
    "Paragraph 99 is not there.",
    "párrafos largos 17",
  ])
    expect(placesIn(words), words).toEqual([]);
});

test("[T11] words of the report are found as they stand, an idea's before its paragraph's", () => {
  expect(placesIn("我们支持“社会各阶层都要参与”的提法。")).toEqual(["17-3"]);
  expect(placesIn("我们赞同社会各阶层都要参与。")).toEqual(["17-3"]);
  expect(placesIn("报告称“国家一级的协调中心”。")).toEqual(["17"]);
  expect(placesIn("“责任”一词。")).toEqual([]);
});

test("[T11] each paragraph of the statement is proposed whole, once with each place, in its order", () => {
  const words =
    "Mr. President,\n\n  On paragraph 17 we agree; paragraph 17 is clear.\nOn paragraph 16 we do not.";
  const proposals = proposedPassages(words, REPORT);
  expect(proposals.map(({ exact }) => exact)).toEqual([
    "On paragraph 17 we agree; paragraph 17 is clear.",
    "On paragraph 16 we do not.",
  ]);
  for (const { exact, start } of proposals) expect(words.slice(start, start + exact.length)).toBe(exact);
});
