import fc from "fast-check";
import { expect, test } from "vitest";
import type { Paragraph } from "./report.ts";
import { blockStarts, runningText, selectedWords, stands } from "./selected-words.ts";
import { World } from "./testing/world.ts";

const anyText = fc.array(fc.constantFrom("a", " ", "国", "é", "e\u0301", "👩‍🌾", "ب", "\n"), {
  minLength: 1,
  maxLength: 40,
});

test("[M7] selected words are whole letters of the text, and are found where they were selected", () => {
  fc.assert(
    fc.property(anyText, fc.nat(60), fc.nat(60), (letters, a, b) => {
      const text = letters.join("");
      const words = selectedWords("17", text, Math.min(a, b), Math.max(a, b));
      if (words === null) return;
      expect(stands(words, text)).toBe(true);
      if (!text.includes("\n")) expect(stands(words, `…${text}`)).toBe(false);
      const starts = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
      expect(starts).toContain(words.start);
      expect([...starts, text.length]).toContain(words.start + words.exact.length);
      expect(words.exact.trim()).toBe(words.exact);
    }),
  );
});

test("[M7] blocks of a paragraph stand one below the other", () => {
  const block = (text: string) => ({ kind: "text" as const, text, footnotes: [] });
  const paragraph: Paragraph = { key: "17", number: "17.", blocks: [block("one"), block("two"), block("")] };
  expect(runningText(paragraph)).toBe("one\ntwo\n");
  expect(blockStarts(paragraph)).toEqual([0, 4, 8]);
  expect(selectedWords("17", runningText(paragraph), 2, 6)?.exact).toBe("e\ntw");
});

test("[M7] words that do not stand in the text at their place are refused", () => {
  const world = World.opened();
  const words = { on: "words", paragraph: "17", exact: "词", prefix: "", suffix: "", start: 0 };
  expect(world.comments("alder", { target: words })).toHaveProperty("header");
  for (const wrong of [{ exact: "字" }, { start: 1 }, { prefix: "x" }, { suffix: "x" }, { paragraph: "16" }])
    expect(world.comments("alder", { target: { ...words, ...wrong } })).toEqual({
      refused: "unknown-target",
    });
});
