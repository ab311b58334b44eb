/** The official text in a Word file: paragraph by paragraph as printed, ideas set bold with their numbers. */

import type { ParagraphChild, Paragraph as WordParagraph } from "docx";
import { CommentRangeEnd, CommentRangeStart, CommentReference, FootnoteReferenceRun, TextRun } from "docx";
import type { CommentRow } from "#deliberation/compile";
import type { IdeaId } from "#deliberation/ids";
import { type FootnoteMark, type Paragraph, textOfBlock } from "#deliberation/report";
import { type IdeaRange, rangesOf, segmentsOf } from "#deliberation/segments";
import { blockStarts } from "#deliberation/selected-words";
import { marksOf } from "../untext/blocks.ts";
import { run, paragraph as wordParagraph } from "./writing.ts";

interface Idea {
  id: IdeaId;
  quote: string;
}

/** A native comment and the stretch of one block it hangs on. */
interface Anchor {
  id: number;
  start: number;
  end: number;
}

/** @param comments to be hung on the words they are about; none in the plain paper. */
export function officialParagraph(
  paragraph: Paragraph,
  lang: string,
  ideas: readonly Idea[],
  comments: readonly CommentRow[],
): WordParagraph[] {
  const ranges = rangesOf(paragraph, ideas);
  const starts = blockStarts(paragraph);
  return paragraph.blocks.map((block, index) => {
    const text = textOfBlock(block);
    const within = ranges.get(index) ?? [];
    const anchors = comments.flatMap((one) => anchorOf(one, text, index, starts, within));
    const children = runsOf(text, marksOf(block) ?? [], within, anchors, lang);
    const mark = block.kind === "item" ? `${block.item.mark} ` : index === 0 ? `${paragraph.number} ` : "";
    const isHeading = block.kind === "heading";
    return wordParagraph([...(mark === "" ? [] : run(mark, lang)), ...children], lang, {
      ...(block.kind === "item" ? { indent: { start: 720, hanging: 360 } } : {}),
      ...(block.kind === "quotation" ? { indent: { start: 720, end: 720 } } : {}),
      ...(isHeading ? { keepNext: true } : {}),
    });
  });
}

/** Comments on a paragraph as a whole hang on its first block. */
function anchorOf(
  { seq, target }: CommentRow,
  text: string,
  block: number,
  starts: readonly number[],
  ideas: readonly IdeaRange[],
): Anchor[] {
  if (target.on === "idea") {
    return ideas
      .filter(({ idea }) => idea === target.idea)
      .map(({ start, end }) => ({ id: seq, start, end }));
  }
  if (target.on === "words") {
    const start = Math.max(0, target.start - (starts[block] ?? 0));
    const end = Math.min(text.length, target.start + target.exact.length - (starts[block] ?? 0));
    // Of words that run over two blocks the first part carries the comment: a number hangs in one place.
    const begins = target.start >= (starts[block] ?? 0);
    return begins && end > start ? [{ id: seq, start, end }] : [];
  }
  return target.on === "paragraph" && block === 0 ? [{ id: seq, start: 0, end: text.length }] : [];
}

function runsOf(
  text: string,
  footnotes: readonly FootnoteMark[],
  ideas: readonly IdeaRange[],
  anchors: readonly Anchor[],
  lang: string,
): ParagraphChild[] {
  const cuts = anchors.flatMap(({ start, end }) => [start, end]);
  const children: ParagraphChild[] = [];
  const ending = (at: number) => {
    for (const { id } of anchors.filter(({ end }) => end === at)) {
      children.push(new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] }));
    }
  };
  for (const segment of segmentsOf(text, footnotes, ideas, cuts)) {
    if (segment.kind === "footnote") {
      children.push(new FootnoteReferenceRun(segment.number));
      continue;
    }
    for (const { id, start } of anchors)
      if (start === segment.start) children.push(new CommentRangeStart(id));
    if (segment.first) children.push(...run(`[${segment.idea}] `, "en", { small: true, mute: true }));
    children.push(...run(segment.text, lang, { bold: segment.idea !== null }));
    ending(segment.start + segment.text.length);
  }
  return children;
}
