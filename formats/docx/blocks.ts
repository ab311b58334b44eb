/** Blocks of a paper as paragraphs of a Word file. */
import { DeletedTextRun, HeadingLevel, InsertedTextRun, type Paragraph, type ParagraphChild } from "docx";
import type { CommentRow } from "#deliberation/compile";
import type { PaperBlock } from "../blocks.ts";
import { nameOf, type Paper } from "../paper.ts";
import { compared } from "../words-compared.ts";
import { officialParagraph } from "./text.ts";
import { lines, paragraph, run, runOptions } from "./writing.ts";

/** Word files vary in this alone: wordings in brackets, or as changes that can be accepted one by one. */
export interface Variant {
  tracked: boolean;
}

type Of<K extends PaperBlock["kind"]> = Extract<PaperBlock, { kind: K }>;

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const INDENT = { start: 360 };

/** @param hung comments that are hung on words of the text. */
export function paragraphsOf(
  paper: Paper,
  block: PaperBlock,
  variant: Variant,
  hung: readonly CommentRow[],
): Paragraph[] {
  const { lang, report } = paper;
  switch (block.kind) {
    case "heading":
      return [
        paragraph(run(block.text, block.lang), block.lang, {
          heading: HEADINGS[block.level],
          keepNext: true,
        }),
      ];
    case "official":
      return officialParagraph(
        block.paragraph,
        report.lang,
        block.ideas,
        hung.filter(({ target }) => !("paragraph" in target) || target.paragraph === block.paragraph.key),
      );
    case "names":
      return [
        paragraph([...run(`${block.head}: `, lang, { bold: true }), ...run(block.names, lang)], lang, {
          indent: INDENT,
          spacing: { after: 60 },
        }),
      ];
    case "wording":
      return [wording(paper, block, variant)];
    case "item":
      return item(lang, block);
    case "plain":
      return [paragraph(lines(block.text, block.lang), block.lang, { indent: INDENT })];
    default:
      return block satisfies never;
  }
}

function wording(paper: Paper, block: Of<"wording">, { tracked }: Variant): Paragraph {
  const { lang } = paper;
  const bold = { bold: true };
  const text = tracked ? changes(paper, block) : lines(block.wording, block.lang);
  return paragraph(
    [...run(`${block.label} [${block.who}: `, lang, bold), ...text, ...run("]", lang, bold)],
    block.lang === "ar" ? "ar" : lang,
    { indent: INDENT },
  );
}

/** As tracked changes of the idea's words by those who suggest them. Another language cannot be compared. */
function changes(paper: Paper, block: Of<"wording">): ParagraphChild[] {
  const { compilation } = paper;
  if (block.lang !== compilation.lang) return lines(block.wording, block.lang);
  const author = block.by.map((key) => nameOf(paper, key)).join(", ");
  const date = compilation.asOf.at ?? "";
  return compared(block.quote, block.wording, block.lang).flatMap(
    ({ text, change }, number): ParagraphChild[] => {
      const marked = { ...runOptions(text, block.lang), id: block.entry * 1_000 + number, author, date };
      if (change === "added") return [new InsertedTextRun(marked)];
      return change === "removed" ? [new DeletedTextRun(marked)] : run(text, block.lang);
    },
  );
}

function item(lang: string, { who, facts, words, lang: wordsLang }: Of<"item">): Paragraph[] {
  const head = [...run(who, lang, { bold: true }), ...run(` (${facts})`, lang, { small: true, mute: true })];
  if (words === null || wordsLang === null) return [paragraph(head, lang, { indent: INDENT })];
  const colon = run(lang === "zh" ? "：" : ": ", lang);
  // Words that run the other way have a paragraph of their own, or their full stop would stand at the wrong end.
  if ((lang === "ar") !== (wordsLang === "ar")) {
    return [
      paragraph([...head, ...colon], lang, { indent: INDENT, keepNext: true, spacing: { after: 40 } }),
      paragraph(lines(words, wordsLang), wordsLang, { indent: { start: 360, end: 360 } }),
    ];
  }
  return [paragraph([...head, ...colon, ...lines(words, wordsLang)], lang, { indent: INDENT })];
}
