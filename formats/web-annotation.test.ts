import fc from "fast-check";
import { expect, test } from "vitest";
import { type Compilation, compile } from "#deliberation/compile";
import { stateAt } from "#deliberation/fold";
import { findQuote, paragraphsOf, type Report } from "#deliberation/report";
import { runningText, selectedWords } from "#deliberation/selected-words";
import { publicForm } from "#deliberation/view";
import { anyWorld, SEEDED } from "../deliberation/testing/records.ts";
import { paperFrom } from "./paper.ts";
import { PAPER_WORDS, type PaperLang } from "./paper-words.ts";
import { consideredReport, seededPassages, seededReport } from "./testing/considered.ts";
import { webAnnotations } from "./web-annotation.ts";
import { Passages, type Selected } from "./web-annotation-target.ts";

const report = seededReport();
const written = (compilation: Compilation, lang: PaperLang = "en") =>
  webAnnotations(paperFrom({ compilation, report }, lang));
const paper = (compilation: Compilation) => JSON.parse(written(compilation));
const heard = () => compile(stateAt(consideredReport().entries.map(publicForm)));
const texts = new Map(paragraphsOf(report).map((one) => [one.key, runningText(one)]));

/** What a foreign reader finds: code points counted in the paragraph's text. */
function readBack(target: Selected, text: string): { at: string; exact: string; around: string } {
  const [quote, position] = target.selector.refinedBy ?? [];
  if (quote?.type !== "TextQuoteSelector" || position?.type !== "TextPositionSelector")
    throw new Error("no quote with a position");
  const points = [...text];
  const { start, end } = position;
  const { prefix = "", exact, suffix = "" } = quote;
  return {
    at: points.slice(start, end).join(""),
    exact,
    around:
      points.slice(start - [...prefix].length, end + [...suffix].length).join("") === prefix + exact + suffix
        ? "stands"
        : "differs",
  };
}

test("[K8] every idea of the report is found by quote and by position, to the character", () => {
  const passages = new Passages(report, "urn:x");
  let found = 0;
  for (const { id, quote } of seededPassages()) {
    const paragraph = id.split("-")[0] ?? "";
    const target = passages.idea({ paragraph, quote });
    expect(target.selector.value).toBe(`para_${paragraph}`);
    expect(readBack(target, texts.get(paragraph) ?? "")).toEqual({
      at: quote,
      exact: quote,
      around: "stands",
    });
    found += 1;
  }
  expect(found).toBe(108);
});

test("[K8] positions are code points: a character outside the first plane before the passage counts once", () => {
  const ancient = withText("17", (text) => `𠀀𠮷${text}`);
  const { quote = "" } = seededPassages().find(({ id }) => id === "17-1") ?? {};
  const paragraph = paragraphsOf(ancient).find(({ key }) => key === "17");
  if (paragraph === undefined) throw new Error("no paragraph 17");
  const target = new Passages(ancient, "urn:x").idea({ paragraph: "17", quote });
  const units = findQuote(paragraph, quote)?.start ?? 0;
  expect(target.selector.refinedBy?.[1]).toMatchObject({ start: units - 2 });
  expect(readBack(target, runningText(paragraph))).toMatchObject({ at: quote, around: "stands" });
});

test("[K8] selected words keep their own quote; where they no longer stand there is no position", () => {
  const text = texts.get("45") ?? "";
  const start = text.indexOf("调解能力");
  const words = selectedWords("45", text, start, start + 4);
  if (words === null) throw new Error("nothing selected");
  const there = new Passages(report, "urn:x").comment(words) as Selected;
  expect(readBack(there, text)).toEqual({ at: "调解能力", exact: "调解能力", around: "stands" });
  const elsewhere = new Passages(
    withText("45", (one) => one.slice(1)),
    "urn:x",
  ).comment(words) as Selected;
  expect(elsewhere.selector.refinedBy).toEqual([
    { type: "TextQuoteSelector", exact: words.exact, prefix: words.prefix, suffix: words.suffix },
  ]);
});

function withText(key: string, change: (text: string) => string): Report {
  const changed = structuredClone(report);
  const block = paragraphsOf(changed).find((one) => one.key === key)?.blocks[0];
  if (block?.kind !== "text") throw new Error("no running text");
  block.text = change(block.text);
  return changed;
}

test("[K9] every entry that may be read is one annotation, by its delegation; withdrawn ones have no body", () => {
  const { first, total } = paper(heard());
  const told = first.items.map((one: Record<string, unknown>) => [
    ...[(one.creator as { name: string }).name, one["consideration:kind"], one.motivation],
    ...[one["consideration:status"], ((one.body as { value: string }[]) ?? []).map(({ value }) => value)],
  ]);
  const { stance } = PAPER_WORDS.en;
  expect(told).toEqual([
    ["alder", "position", "assessing", "superseded", [stance.support, 'As <stated> & "meant".\nTwice.']],
    [
      "birch",
      "position",
      ["assessing", "editing"],
      "stands",
      [stance["support-with-wording"], "نؤيد ذلك", "改后的措辞"],
    ],
    ["alder", "position", "assessing", "withdrawn", []],
    ["alder", "position", "assessing", "stands", [stance["does-not-support"]]],
    ["cedar", "question", "questioning", "stands", ["Which ones?"]],
    ["alder", "general", "replying", "stands", ["All of them."]],
    ["willow", "general", "commenting", "withdrawn", []],
    ["willow", "general", "commenting", "stands", ["On the annex."]],
    ["cedar", "alignment.declared", "assessing", "stands", ["With an addition."]],
    ["alder", "wording.associated", "assessing", "stands", []],
    ["willow", "dissociation.declared", "assessing", "stands", ["We dissociate ourselves."]],
    ["birch", "position", "assessing", "idea-withdrawn", [stance.support]],
  ]);
  expect(total).toBe(told.length);
  const said = JSON.stringify(first);
  expect(said).not.toMatch(/Sealed words|Withdrawn in the end|Words taken back|person/i);
  expect(said).toContain('"language":"ar","purpose":"commenting","textDirection":"rtl"');
});

test("[K9] a reply and an alignment are about the annotation of the entry they name", () => {
  const { items } = paper(heard()).first;
  const ids = items.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const reply = items.find((one: { motivation: unknown }) => one.motivation === "replying");
  expect(ids).toContain(reply.target[0]);
  const aligned = items.find(
    (one: Record<string, unknown>) => one["consideration:kind"] === "alignment.declared",
  );
  expect(aligned.target).toBe(ids[1]);
});

test("[K1] [K3] [K9] of any record the annotations are its public entries, once each, in their order", () => {
  fc.assert(
    fc.property(anyWorld, ({ entries }) => {
      const compilation = compile(stateAt(entries.map(publicForm)));
      const rows = [
        ...[...compilation.ideas, ...compilation.withdrawnIdeas].flatMap((idea) => [
          ...[...idea.positions, ...idea.comments, ...idea.declarations, ...idea.unattributed],
        ]),
        ...compilation.unattributed,
        ...[...compilation.comments, ...compilation.declarations, ...compilation.statements],
        ...compilation.statements.flatMap(({ declarations }) => declarations),
        ...compilation.silences.flatMap((one) => [one, ...one.said]),
        ...compilation.participation,
      ];
      const { items } = paper(compilation).first;
      expect(items.map((one: Record<string, unknown>) => one["consideration:entry"])).toEqual(
        rows.map(({ seq }) => seq).sort((a, b) => a - b),
      );
      expect(written(compilation)).toBe(written(JSON.parse(JSON.stringify(compilation))));
    }),
    SEEDED,
  );
});

test("the collection says what it is, as of when, and whether it demonstrates", () => {
  const compilation = heard();
  const collection = paper(compilation);
  expect(collection).toMatchObject({
    type: "AnnotationCollection",
    first: { type: "AnnotationPage", partOf: collection.id, startIndex: 0 },
    "consideration:notices": expect.arrayContaining([
      PAPER_WORDS.en.notADocument,
      PAPER_WORDS.en.demonstration,
    ]),
    "consideration:countingRule": PAPER_WORDS.en.countingRule,
    "consideration:entry": compilation.asOf.seq,
    "consideration:hash": compilation.asOf.hash,
    "consideration:demonstration": true,
  });
  expect(collection["@context"][0]).toBe("http://www.w3.org/ns/anno.jsonld");
  const chinese = written(compilation, "zh");
  expect(JSON.parse(chinese)["consideration:notices"]).toContain(PAPER_WORDS.zh.notADocument);
});
