/** The official text in Akoma Ntoso, as printed: sections, numbered paragraphs, items, quotations, footnotes, ideas. */
import type { IdeaId } from "#deliberation/ids";
import {
  type Block,
  findQuote,
  type Paragraph,
  type Report,
  type Section,
  textOfBlock,
} from "#deliberation/report";
import { type IdeaRange, rangesOf, segmentsOf } from "#deliberation/segments";
import { ideaName, itemName, paragraphName } from "../report-names.ts";
import { marksOf } from "../untext/blocks.ts";
import { block, inline, text } from "../xml.ts";
import { dayOf } from "./meta.ts";

/** An idea as it is set in the text. */
interface Idea {
  id: IdeaId;
  quote: string;
  provisional: boolean;
}

/** Front matter line by line, then the summary; nothing where the report has neither. */
export function preface(report: Report): string {
  const front = report.front.map((line) => inline("p", {}, frontLine(report, line)));
  const summary = report.summary.map((line) => inline("p", {}, text(line)));
  if (summary.length > 0)
    front.push(block("container", { name: "summary", eId: paragraphName("S") }, ...summary));
  return front.length === 0 ? "" : block("preface", { "xml:lang": report.lang }, ...front);
}

/** What is recognised in a line of the front matter is named; the line stays as it is. */
function frontLine({ symbol, title, session, date }: Report, line: string): string {
  if (line === title) return inline("docTitle", {}, text(line));
  if (line === session) return inline("session", {}, text(line));
  const day = dayOf(date);
  if (line === date && day !== null) return inline("docDate", { date: day }, text(line));
  const at = line.indexOf(symbol);
  if (at < 0) return text(line);
  const number = inline("docNumber", {}, text(symbol));
  return text(line.slice(0, at)) + number + text(line.slice(at + symbol.length));
}

export function mainBody(report: Report, ideas: readonly Idea[]): string {
  const texts = new Texts(report, ideas);
  return block("mainBody", { "xml:lang": report.lang }, ...report.sections.map((one) => texts.section(one)));
}

/** Writes the paragraphs of one report; an idea cut by a footnote's marker goes on under a continuing id. */
class Texts {
  readonly #report: Report;
  readonly #ideas: readonly Idea[];
  readonly #parts = new Map<IdeaId, number>();

  constructor(report: Report, ideas: readonly Idea[]) {
    this.#report = report;
    this.#ideas = ideas;
  }

  section({ key, mark, heading, paragraphs }: Section): string {
    const parts = [
      // Headings after the first are printed below it.
      ...heading.map((line, at) => inline(at === 0 ? "heading" : "subheading", {}, text(line))),
      ...paragraphs.map((one) => this.#paragraph(one)),
    ];
    return mark === ""
      ? block("hcontainer", { name: "annex", eId: `annex_${key}` }, ...parts)
      : block("section", { eId: `sec_${key}` }, inline("num", {}, text(mark)), ...parts);
  }

  #paragraph(paragraph: Paragraph): string {
    const ranges = rangesOf(paragraph, this.#ideas);
    const blocks = paragraph.blocks.map((one, at) => ({
      one,
      xml: () => this.#inlines(paragraph, one, at, ranges.get(at) ?? []),
    }));
    const isApart = ({ one }: { one: Block }) => one.kind === "item" || one.kind === "heading";
    const [first, last] = [blocks.findIndex(isApart), blocks.findLastIndex(isApart)];
    const flow = (some: typeof blocks) => some.map(({ one, xml }) => flowing(one, xml()));
    const parts =
      first < 0
        ? [block("content", {}, ...flow(blocks))]
        : [
            within("intro", flow(blocks.slice(0, first))),
            ...blocks.slice(first, last + 1).map(({ one, xml }) => apart(one, xml())),
            within("wrapUp", flow(blocks.slice(last + 1))),
          ];
    const num = inline("num", {}, text(paragraph.number));
    return block("paragraph", { eId: paragraphName(paragraph.key) }, num, ...parts);
  }

  #inlines(paragraph: Paragraph, one: Block, at: number, ranges: readonly IdeaRange[]): string {
    const notes = this.#report.editorialNotes.flatMap(({ paragraph: key, exact }, number) => {
      const found = key === paragraph.key ? findQuote(paragraph, exact) : null;
      return found?.block === at ? [{ end: found.end, number: number + 1 }] : [];
    });
    const footnotes = marksOf(one) ?? [];
    const cuts = notes.map(({ end }) => end);
    return segmentsOf(textOfBlock(one), footnotes, ranges, cuts)
      .map((segment) => {
        if (segment.kind === "footnote") return this.#footnote(segment.number);
        const said = text(segment.text);
        const end = segment.start + segment.text.length;
        const references = notes
          .filter((note) => note.end === end)
          .map(({ number }) => inline("noteRef", { href: `#${editorialNoteName(number)}` }));
        return (segment.idea === null ? said : this.#idea(segment.idea, said)) + references.join("");
      })
      .join("");
  }

  #idea(id: IdeaId, said: string): string {
    const part = (this.#parts.get(id) ?? 0) + 1;
    this.#parts.set(id, part);
    const provisional = this.#ideas.find((one) => one.id === id)?.provisional === true;
    return inline(
      "inline",
      {
        name: "policyIdea",
        eId: part === 1 ? ideaName(id) : `${ideaName(id)}__part_${part}`,
        refersTo: `#${conceptOfIdea(id)}`,
        class: provisional ? "provisional" : undefined,
      },
      said,
    );
  }

  #footnote(number: number): string {
    const note = this.#report.footnotes.find((one) => one.number === number);
    const said = inline("p", {}, text(note?.text ?? ""));
    return inline("authorialNote", { eId: `fn_${number}`, marker: number, placement: "bottom" }, said);
  }
}

export function conceptOfIdea(id: IdeaId): string {
  return `policyIdea_${id}`;
}

export function editorialNoteName(number: number): string {
  return `ednote_${number}`;
}

function flowing(one: Block, xml: string): string {
  if (one.kind === "quotation") return inline("block", { name: "quotation" }, xml);
  return inline("p", one.kind === "closing" ? { class: "closing" } : {}, xml);
}

function apart(one: Block, xml: string): string {
  if (one.kind === "heading") return inline("crossHeading", {}, xml);
  const content = block("content", {}, flowing(one, xml));
  if (one.kind !== "item") return block("hcontainer", { name: "text" }, content);
  return block("point", { eId: itemName(one.item.key) }, inline("num", {}, text(one.item.mark)), content);
}

function within(name: string, elements: string[]): string {
  return elements.length === 0 ? "" : block(name, {}, ...elements);
}
