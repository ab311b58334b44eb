import { expect, test } from "vitest";
import { SetAsideTexts } from "./set-aside.ts";

const ROOT = "words/position.17-3";

test("what a second restore sets aside stands beside what the first did", () => {
  const texts = new SetAsideTexts();
  texts.put({}, { [ROOT]: "of the first" });
  texts.put({}, { [ROOT]: "of the second", "wording/position.17-3": "" });
  expect(texts.of(ROOT)).toEqual(["of the first", "of the second"]);
  expect(texts.of("wording/position.17-3")).toEqual([]);
});

test("one copy's later letters take the place of its earlier ones, and the same words are kept once", () => {
  const texts = new SetAsideTexts();
  const copy = {};
  texts.put(copy, { [ROOT]: "half a wo" });
  texts.put(copy, { [ROOT]: "half a word" });
  texts.put({}, { [ROOT]: "half a word" });
  expect(texts.of(ROOT)).toEqual(["half a word"]);
});
