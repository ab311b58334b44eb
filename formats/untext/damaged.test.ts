import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { everything, lostOrInvented } from "./printed.ts";
import { readUnText, UnreadableText } from "./read.ts";

const source = readFileSync(path.join(import.meta.dirname, "../../db/seed/a-63-677.zh.txt"), "utf8");

/** Reads a damaged text: it must keep every character, or be refused with a line that the text has. */
function readsOrRefuses(text: string): void {
  let reading: ReturnType<typeof readUnText>;
  try {
    reading = readUnText(text);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    if (error.line < 1 || error.line > text.split("\n").length) throw new Error(`no line ${error.line}`);
    return;
  }
  expect(lostOrInvented(text, everything(reading))).toEqual([]);
}

const sourceLines = source.split("\n");

test("a text cut after any line is read, or refused with the line: never another failure", () => {
  for (let end = 0; end <= sourceLines.length; end += 1) {
    readsOrRefuses(sourceLines.slice(0, end).join("\n"));
  }
});

test("a text with lines lost, doubled, or moved is read without loss, or refused with the line", () => {
  const at = fc.nat({ max: sourceLines.length - 1 });
  fc.assert(
    fc.property(fc.constantFrom("lost", "doubled", "moved"), at, at, (damage, from, to) => {
      const taken = sourceLines[from] ?? "";
      const rest = damage === "doubled" ? [...sourceLines] : sourceLines.toSpliced(from, 1);
      readsOrRefuses((damage === "lost" ? rest : rest.toSpliced(to, 0, taken)).join("\n"));
    }),
    { seed: 63677, numRuns: 300 },
  );
});

test.each([
  ["a paragraph's number", "\n 30. ", "\n ", "31 where 30 should come", "31. "],
  ["a section's numeral", "\n 三. ", "\n ", "29 where 28 should come", "29. "],
  ["an item's letter", "\n (b) 当地调解", "\n 当地调解", "c where b should come", " (c) 共识"],
  ["a marker", "\n13\n", "\n", "Note 13 has no marker in the text", "13"],
])("a text that lost %s is refused, never read as one long paragraph", (_, words, instead, what, where) => {
  const text = source.replace(words, instead);
  expect(text).not.toBe(source);
  const refused = refusalOf(text);
  expect(refused.message).toContain(what);
  expect(text.split("\n")[refused.line - 1]?.startsWith(where)).toBe(true);
});

test.each([
  ["language", "\nChinese", "\nKlingon"],
  ["title", "\n  ", "\n "],
  ["symbol", "A/63/677", ""],
])("a front page without a %s is refused", (what, words, instead) => {
  const text = source.replaceAll(words, instead);
  expect(text).not.toBe(source);
  expect(refusalOf(text).message).toContain(`no ${what}`);
});

function refusalOf(text: string): UnreadableText {
  try {
    readUnText(text);
  } catch (error) {
    if (error instanceof UnreadableText) return error;
    throw error;
  }
  throw new Error("it was read");
}
