/** The compilation of positions as a Word file, as the Secretariat sets its papers. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type ICommentOptions,
  Paragraph,
  type Table,
  TableOfContents,
} from "docx";
import type { CommentRow } from "#deliberation/compile";
import { bodyOf } from "../body.ts";
import { noticesOf } from "../notices.ts";
import { nameOf, type Paper } from "../paper.ts";
import { paragraphsOf, type Variant } from "./blocks.ts";
import { facts } from "./facts.ts";
import { wordFile } from "./file.ts";
import { lines, paragraph, run } from "./writing.ts";

/** @returns the file; the same paper gives the same bytes. */
export function compilationDocx(paper: Paper, variant: Variant = { tracked: false }): Promise<Uint8Array> {
  const { report } = paper;
  const hung = variant.tracked ? hungComments(paper) : [];
  return wordFile(paper, {
    children: [
      ...titleBlock(paper),
      ...bodyOf(paper).flatMap((block) => paragraphsOf(paper, block, variant, hung)),
    ],
    footnotes: Object.fromEntries(
      report.footnotes.map(({ number, text }) => [
        number,
        { children: [paragraph(run(` ${text}`, report.lang, { small: true }), report.lang)] },
      ]),
    ),
    comments: hung.map((one) => nativeComment(paper, one)),
  });
}

function titleBlock(paper: Paper): (Paragraph | Table | TableOfContents)[] {
  const { compilation, words, lang, report } = paper;
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: "000000" } };
  return [
    paragraph([...run(words.title, lang, { bold: true })], lang, {
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.START,
      border: rule,
    }),
    paragraph(
      [
        ...run(`${words.considers(compilation.symbol)}  `, lang, { bold: true }),
        ...run(report.title, report.lang, { bold: true }),
      ],
      lang,
    ),
    ...noticesOf(compilation, words).map((notice) => paragraph([...run(notice, lang)], lang)),
    ...facts(paper),
    paragraph([...run(words.contents, lang, { bold: true })], lang, { spacing: { before: 300, after: 100 } }),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: "1-1" }),
  ];
}

/** Comments that stand and can be hung on words of the text. */
function hungComments({ compilation }: Paper): CommentRow[] {
  return [...compilation.comments, ...compilation.ideas.flatMap((idea) => idea.comments)].filter(
    ({ status, words, target }) => status === "stands" && words !== null && target.on !== "report",
  );
}

function nativeComment(paper: Paper, row: CommentRow): ICommentOptions {
  const facts = [paper.words.entry(row.seq), ...(row.late === undefined ? [] : [paper.words.late])];
  const author =
    row.by.delegation === null ? paper.words.capacity[row.by.capacity] : nameOf(paper, row.by.delegation);
  return {
    id: row.seq,
    author,
    initials: author.slice(0, 2),
    date: new Date(row.at),
    children: [
      new Paragraph({
        children: [
          ...run(`${paper.words.comment[row.commentKind]} (${facts.join(", ")}): `, paper.lang),
          ...lines(row.words ?? "", row.lang),
        ],
      }),
    ],
  };
}
