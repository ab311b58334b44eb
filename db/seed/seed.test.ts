import { expect, test } from "vitest";
import { findQuote, paragraphsOf } from "#deliberation/report";
import { search } from "#deliberation/search";
import { emptyState } from "#deliberation/state";
import { seedCandidates, seedIdeas, seedReport } from "./seed.ts";

const report = seedReport();

test("57 passages are provisional ideas, 51 candidates, and no id stands twice", () => {
  expect(seedIdeas()).toHaveLength(57);
  expect(seedCandidates()).toHaveLength(51);
  expect(new Set([...seedIdeas(), ...seedCandidates()].map(({ id }) => id)).size).toBe(108);
});

test("a passage that names an item stands in that item, once", () => {
  for (const { id, paragraph: key, item, quote } of [...seedIdeas(), ...seedCandidates()]) {
    const paragraph = paragraphsOf(report).find((one) => one.key === key);
    const place = paragraph && findQuote(paragraph, quote);
    expect(place, id).toBeTruthy();
    const block = paragraph?.blocks[place?.block ?? -1];
    const inItem = block?.kind === "item" ? block.item.key : null;
    expect(inItem, id).toBe(item);
  }
});

test("71(a) to (e), the five points offered to the Assembly, are among the passages", () => {
  const items = [...seedIdeas(), ...seedCandidates()].map(({ item }) => item);
  for (const letter of "abcde") expect(items).toContain(`71.${letter}`);
});

test("no title or gloss is empty", () => {
  for (const { id, title, gloss } of [...seedIdeas(), ...seedCandidates()]) {
    expect(
      [title.en, title.zh, gloss.en].every((words) => words.trim() !== ""),
      id,
    ).toBe(true);
  }
});

test("[W1] two-character words of the report itself: how many of its paragraphs hold them", () => {
  const paragraphs = (word: string) =>
    search(report, emptyState(), word).filter(({ kind }) => kind === "paragraph").length;
  expect([paragraphs("预警"), paragraphs("司法"), paragraphs("罪")]).toEqual([13, 8, 51]);
});
