import fc from "fast-check";
import { expect, test } from "vitest";
import { caretAfter, editBetween, fits, movedBy } from "./edit.ts";

const apply = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }) =>
  text.slice(0, at) + insert + text.slice(at + remove);

test("one edit turns any text into any other", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(30), (before, after, caret) => {
      const edit = editBetween(before, after, Math.min(caret, after.length));
      expect(edit === null ? before : apply(before, edit)).toBe(after);
    }),
    { seed: 7 },
  );
});

test("no edit cuts a letter of two halves in two", () => {
  const text = fc
    .array(fc.constantFrom("😀", "😁", "𠮷", "a", "字"), { maxLength: 12 })
    .map((all) => all.join(""));
  const isCut = (words: string, at: number) =>
    /[\ud800-\udbff]/.test(words[at - 1] ?? "") && /[\udc00-\udfff]/.test(words[at] ?? "");
  fc.assert(
    fc.property(text, text, fc.nat(30), (before, after, caret) => {
      const edit = editBetween(before, after, Math.min(caret, after.length));
      if (edit === null) return;
      expect(apply(before, edit)).toBe(after);
      expect([isCut(before, edit.at), isCut(before, edit.at + edit.remove)]).toEqual([false, false]);
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test("a caret keeps its words when a colleague writes before it, in it and behind it", () => {
  expect(caretAfter(3, { at: 0, remove: 0, insert: "ab" })).toBe(5);
  expect(caretAfter(3, { at: 1, remove: 4, insert: "x" })).toBe(2);
  expect(caretAfter(3, { at: 5, remove: 0, insert: "x" })).toBe(3);
});

test("a syllable composed while a colleague writes lands where it was typed, and the colleague's words stay", () => {
  const theirs = [{ at: 0, remove: 0, insert: "各国" }];
  const composed = editBetween("应当", "应当保护", 4);
  expect(composed).not.toBeNull();
  if (composed !== null) expect(apply("各国应当", movedBy(composed, theirs))).toBe("各国应当保护");
});

test("a text may be 64 KiB as bytes, not as letters", () => {
  expect(fits("字".repeat(21_844), { at: 0, remove: 0, insert: "字" })).toBe(true);
  expect(fits("字".repeat(21_845), { at: 0, remove: 0, insert: "字" })).toBe(false);
  expect(fits("字".repeat(21_845), { at: 3, remove: 1, insert: "字" })).toBe(true);
  expect(fits("a".repeat(65_535), { at: 0, remove: 0, insert: "a" })).toBe(true);
});
