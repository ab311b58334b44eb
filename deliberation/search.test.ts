import { expect, test } from "vitest";
import { stateAt } from "./fold.ts";
import { folded } from "./folded-text.ts";
import type { Report } from "./report.ts";
import { search } from "./search.ts";
import { seqOf, World } from "./testing/world.ts";
import { publicForm } from "./view.ts";

const block = (text: string) => ({ kind: "text" as const, text, footnotes: [] });
const paragraph = (key: string, text: string) => ({ key, number: `${key}.`, blocks: [block(text)] });
const REPORT = {
  sections: [
    {
      key: "1",
      paragraphs: [
        paragraph("16", "大会应继续审议预防灭绝种族罪的问题。"),
        paragraph("17", "各国司法机构和预警能力。"),
      ],
    },
  ],
} as unknown as Report;

const places = (question: string, world = World.opened()) =>
  search(REPORT, world.state, question).map(({ kind, place, seq }) => `${kind} ${place} ${seq ?? ""}`.trim());

test("[W1] two-character words, and what means the same in other words or languages, are found", () => {
  expect(places("司法")).toEqual(["paragraph 17"]);
  expect(places("种族灭绝")).toEqual(["paragraph 16"]);
  expect(places("不断审议")).toEqual(["paragraph 16"]);
  expect(places("génocide")).toEqual(["paragraph 16"]);
  expect(places('"early warning"')).toEqual(["paragraph 17"]);
  expect(places("预警 司法")).toEqual(["paragraph 17"]);
  expect(places("预警 审议")).toEqual([]);
  for (const nothing of ["", "  ", '""', "“”"]) expect(places(nothing)).toEqual([]);
});

test("[W1] case, accents, vowel signs and ways of writing a letter make no difference", () => {
  expect(folded("Élève ÉCOLE")).toBe("eleve ecole");
  expect(folded("الأُمَمـ")).toBe(folded("الامم"));
  expect(folded("Ёлка")).toBe(folded("елка"));
  const world = World.opened();
  const said = seqOf(world.comments("alder", { words: "Nous préférons l’Élaboration d’un rapport." }));
  expect(places("elaboration", world)).toEqual([`comment 17-1 ${said}`]);
  expect(places("laboration", world)).toEqual([]);
  expect(places("PREFER", world)).toEqual([`comment 17-1 ${said}`]);
});

test("[W1] what is marked in an excerpt is what was found", () => {
  const world = World.opened();
  world.comments("alder", { words: `${"x".repeat(200)} 😀 Élan vital, élan. ${"y".repeat(200)}` });
  const [found] = search(REPORT, world.state, "elan");
  const marked = found?.marks.map(({ start, end }) => found.excerpt.slice(start, end));
  expect(marked).toEqual(["Élan", "élan"]);
  expect(found?.excerpt).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
});

test("[W2] what was withdrawn, superseded or sealed is not found", () => {
  const world = World.opened();
  world.states("alder", "17-1", "support", { words: "unicorn one" });
  const second = seqOf(world.states("alder", "17-1", "support", { words: "unicorn two" }));
  const comment = seqOf(world.comments("birch", { words: "unicorn three" }));
  world.comments("cedar", { words: "unicorn four", audience: "facilitators" });
  world.withdraws("birch", "comment.withdrawn", comment);
  const state = stateAt(world.entries.map(publicForm));
  expect(search(REPORT, state, "unicorn").map(({ seq }) => seq)).toEqual([second]);
});
