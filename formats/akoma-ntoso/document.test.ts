import fc from "fast-check";
import { expect, test } from "vitest";
import { type Compilation, compile } from "#deliberation/compile";
import { stateAt } from "#deliberation/fold";
import { paragraphsOf, type Report, textOfBlock } from "#deliberation/report";
import { publicForm } from "#deliberation/view";
import { anyWorld, SEEDED } from "../../deliberation/testing/records.ts";
import { paperFrom } from "../paper.ts";
import { PAPER_LANGS, PAPER_WORDS, type PaperLang } from "../paper-words.ts";
import { faultsOf } from "../testing/akoma-ntoso-model.ts";
import { consideredReport, SOURCE, seededPassages, seededReport } from "../testing/considered.ts";
import { type Element, elements, elementsOf, everyElement, found, textOf } from "../testing/elements.ts";
import { everything, lostOrInvented } from "../untext/printed.ts";
import { readUnText } from "../untext/read.ts";
import { akomaNtoso } from "./document.ts";

const report = seededReport();
const heard = compile(stateAt(consideredReport().entries.map(publicForm)));
const written = (compilation: Compilation = heard, lang: PaperLang = "en", text: Report = report) =>
  akomaNtoso(paperFrom({ compilation, report: text }, lang));

/** The main document's own parts, apart from what is attached to it. */
function partsOf(xml: string) {
  const [doc] = elements(elementsOf(xml));
  if (doc === undefined) throw new Error("no document");
  const part = (name: string) => elements(doc).find((one) => one.name === name) as Element;
  return {
    doc,
    cover: part("coverPage"),
    preface: part("preface"),
    body: part("mainBody"),
    attached: part("attachments"),
  };
}

const named = (of: Element, name: string) => everyElement(of).filter((one) => one.name === name);

test("[K7] no character of the report is lost or invented, from the source to the XML", () => {
  const { preface, body } = partsOf(written());
  const markers = named(body, "authorialNote").map(({ attributes }) => attributes.marker);
  // A footnote's number is printed twice: at its marker and before its text.
  const official = [textOf(preface), textOf(body), ...markers, ...markers].join("");
  const { furniture } = readUnText(SOURCE);
  expect(lostOrInvented(SOURCE, official + furniture.join(""))).toEqual([]);
  expect(lostOrInvented(everything({ ...readUnText(SOURCE), furniture: [] }), official)).toEqual([]);
  expect(markers).toHaveLength(13);
});

test("[K7] paragraph by paragraph the text is the report's own, in its order, to the blank", () => {
  const { preface, body } = partsOf(written());
  const paragraphs = named(body, "paragraph");
  const told = paragraphs.map((one) => ({
    id: one.attributes.eId,
    said: everyElement(one)
      .filter(({ name }) => ["num", "p", "block", "crossHeading"].includes(name))
      .filter((part) => !named(one, "authorialNote").some((note) => everyElement(note).includes(part)))
      .map((part) => textOf(part, ["authorialNote"])),
  }));
  expect(told).toEqual(
    paragraphsOf(report).map(({ key, number, blocks }) => ({
      id: `para_${key}`,
      said: [
        number,
        ...blocks.flatMap((one) =>
          one.kind === "item" ? [one.item.mark, one.item.text] : [textOfBlock(one)],
        ),
      ],
    })),
  );
  expect(named(body, "authorialNote").map((one) => textOf(one).trim())).toEqual(
    report.footnotes.map(({ text }) => text),
  );
  expect(
    elements(preface)
      .filter(({ name }) => name === "p")
      .map((one) => textOf(one)),
  ).toEqual(report.front);
  expect(named(body, "point")).toHaveLength(21);
  expect(named(body, "block")).toHaveLength(5);
});

test("[K10] every idea is a named inline with the words of its quote; one cut by a footnote goes on under an id of its own", () => {
  const { body } = partsOf(written());
  const parts = named(body, "inline").filter(({ attributes }) => attributes.name === "policyIdea");
  const quotes = new Map<string, string>();
  for (const part of parts) {
    const idea = part.attributes.refersTo?.replace("#policyIdea_", "") ?? "";
    quotes.set(idea, (quotes.get(idea) ?? "") + textOf(part));
    expect(named(part, "authorialNote")).toEqual([]);
  }
  // 45-1 was withdrawn.
  const standing = seededPassages().filter(({ id }) => id !== "45-1");
  expect(Object.fromEntries(quotes)).toEqual(
    Object.fromEntries(standing.map(({ id, quote }) => [id, quote])),
  );
  const cut = parts.filter(({ attributes }) => attributes.eId?.startsWith("idea_17-1"));
  expect(cut.map(({ attributes }) => attributes.eId)).toEqual(["idea_17-1", "idea_17-1__part_2"]);
});

test.each(PAPER_LANGS)("[K10] the paper keeps to the published schema, in %s", (lang) => {
  expect(faultsOf(elementsOf(written(heard, lang)))).toEqual([]);
});

test("a paper that does not keep to the schema is found out", () => {
  const xml = written();
  const broken = [
    xml.replace("<mainBody", "<body").replace(/<\/mainBody>(?=\n<attach)/, "</body>"),
    xml.replace(' by="#delegation_alder"', ""),
    xml.replace('eId="para_17"', 'eId="para_16"'),
    xml.replace('status="editorial"', 'status="informal"'),
    xml.replace("<FRBRcountry", '<FRBRname value="x"/><FRBRcountry'),
    xml.replace('href="#idea_17-1"', 'href="#idea_17-99"'),
    xml.replace("<content>", "<content>words"),
  ];
  for (const one of broken) {
    expect(one).not.toBe(xml);
    expect(faultsOf(elementsOf(one))).not.toEqual([]);
  }
});

test("[K9] [K10] beside the text stands every entry that may be read, with its delegation; withdrawn ones without words", () => {
  const { attached } = partsOf(written());
  const { stance, comment, position, declaration, status } = PAPER_WORDS.en;
  const told = named(attached, "speech")
    .sort((a, b) => Number(textOf(found(a, "num"))) - Number(textOf(found(b, "num"))))
    .map((one) => {
      const said = (name: string) =>
        elements(one)
          .filter(({ attributes }) => attributes.name === name)
          .map((part) => textOf(part))
          .join("\n");
      return [
        ...[one.attributes.by, said("kind"), said("position"), said("statement")],
        ...[said("proposedWording"), said("status")],
      ];
    });
  expect(told).toEqual([
    ["#delegation_alder", position, stance.support, 'As <stated> & "meant".\nTwice.', "", status.superseded],
    ["#delegation_birch", position, stance["support-with-wording"], "نؤيد ذلك", "改后的措辞", status.stands],
    ["#delegation_alder", position, stance.reservation, "", "", status.withdrawn],
    ["#delegation_alder", position, stance["does-not-support"], "", "", status.stands],
    ["#delegation_cedar", comment.question, "", "Which ones?", "", status.stands],
    ["#delegation_alder", comment.general, "", "All of them.", "", status.stands],
    ["#delegation_willow", comment.general, "", "", "", status.withdrawn],
    ["#delegation_willow", comment.general, "", "On the annex.", "", status.stands],
    [
      "#delegation_cedar",
      declaration["alignment.declared"],
      "birch (rev. 1)",
      "With an addition.",
      "",
      status.stands,
    ],
    ["#delegation_alder", declaration["wording.associated"], "birch (rev. 1)", "", "", status.stands],
    [
      "#delegation_willow",
      declaration["dissociation.declared"],
      "",
      "We dissociate ourselves.",
      "",
      status.stands,
    ],
    ["#delegation_birch", position, stance.support, "", "", status.stands],
  ]);
  expect(written()).not.toMatch(/Sealed words|Withdrawn in the end|Words taken back/);
});

test("[K1] [K3] [K10] any record makes a paper that keeps to the schema, the same each time, with every row once", () => {
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
      const xml = written(compilation);
      expect(xml).toBe(written(JSON.parse(JSON.stringify(compilation))));
      const root = elementsOf(xml);
      expect(faultsOf(root)).toEqual([]);
      expect(
        named(root, "speech")
          .map((one) => Number(textOf(found(one, "num"))))
          .sort((a, b) => a - b),
      ).toEqual(rows.map(({ seq }) => seq).sort((a, b) => a - b));
    }),
    { ...SEEDED, numRuns: 40 },
  );
});

test("the cover says what the paper is, and is marked as no part of the report; slips are told beside the text", () => {
  const { cover, doc, body } = partsOf(written());
  const { notADocument, demonstration, countingRule } = PAPER_WORDS.en;
  for (const one of [notADocument, demonstration, countingRule, heard.asOf.hash]) {
    expect(textOf(cover)).toContain(one);
  }
  expect(cover.attributes.status).toBe("editorial");
  const notes = named(found(doc, "notes"), "note");
  expect(notes.map(({ attributes }) => attributes.eId)).toEqual(["ednote_1", "ednote_2"]);
  expect(named(body, "noteRef").map(({ attributes }) => attributes.href)).toEqual(["#ednote_1", "#ednote_2"]);
  expect(body.attributes["xml:lang"]).toBe("zh");
});

test("what XML cannot hold is replaced, and what it reads otherwise is kept", () => {
  const odd = structuredClone(report);
  odd.footnotes[0] = { number: 1, at: "7", text: 'a & b < c > d "e" \r\n \u0001 \ud800 𠀀' };
  const { body } = partsOf(written(heard, "en", odd));
  const note = named(body, "authorialNote")[0] as Element;
  expect(textOf(found(note, "p"))).toBe('a & b < c > d "e" \r\n \ufffd \ufffd 𠀀');
});
