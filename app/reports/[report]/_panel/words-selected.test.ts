import { expect, test } from "vitest";
import { withItsSpace, wordsSelected } from "./words-selected.ts";

const said = (text: string, start: number, end: number, lang: string) => {
  const span = wordsSelected(text, { start, end }, lang);
  return span === null ? null : text.slice(span.start, span.end);
};

test("a selection is widened to whole words, in Chinese and Arabic too", () => {
  expect(said("a working group meets", 4, 11, "en")).toBe("working group");
  expect(said("加强法治的全盘工作", 1, 3, "zh")).toBe("加强法治");
  expect(said("سيادة القانون دائما", 8, 10, "ar")).toBe("القانون");
});

test("a caret takes the word it is in or behind, and the one it stands before only when there is no other", () => {
  expect(said("one two", 3, 3, "en")).toBe("one");
  expect(said("one two", 4, 4, "en")).toBe("two");
  expect(said("one two", 0, 0, "en")).toBe("one");
  expect(said("one  two", 4, 4, "en")).toBe(null);
  expect(said("", 0, 0, "en")).toBe(null);
});

test("a letter of several code points is never cut", () => {
  const decomposed = "un cafe\u0301 noir";
  expect(said(decomposed, 4, 7, "fr")).toBe("cafe\u0301");
});

test("one space goes with deleted words, none is left double", () => {
  const without = (text: string, word: string) => {
    const at = text.indexOf(word);
    const { start, end } = withItsSpace(text, { start: at, end: at + word.length });
    return text.slice(0, start) + text.slice(end);
  };
  expect(without("one two three", "two")).toBe("one three");
  expect(without("one two three", "one")).toBe("two three");
  expect(without("one two, three", "two")).toBe("one, three");
  expect(without("加强法治", "法治")).toBe("加强");
});
