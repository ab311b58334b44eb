/** The compilation of positions as a Word file, as the Secretariat sets its papers. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ICommentOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import type { CommentRow } from "#deliberation/compile";
import { bodyOf } from "../body.ts";
import { noticesOf } from "../notices.ts";
import { nameOf, type Paper } from "../paper.ts";
import { partsOf, zipped } from "../zipped.ts";
import { paragraphsOf, type Variant } from "./blocks.ts";
import { facts } from "./facts.ts";
import { settled } from "./settled.ts";
import { FONTS, lines, paragraph, run } from "./writing.ts";

/** A4 in twentieths of a point, with the margins of a United Nations paper. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_700, bottom: 1_440, left: 1_440, right: 1_440 },
};
const TEXT_WIDTH = 9_026;

/** @returns the file; the same paper gives the same bytes. */
export async function compilationDocx(
  paper: Paper,
  variant: Variant = { tracked: false },
): Promise<Uint8Array> {
  const { compilation, words } = paper;
  const hung = variant.tracked ? hungComments(paper) : [];
  const section: ISectionOptions = {
    properties: { page: PAGE, titlePage: false },
    headers: { default: header(paper) },
    footers: { default: footer(paper) },
    children: [
      ...titleBlock(paper),
      ...bodyOf(paper).flatMap((block) => paragraphsOf(paper, block, variant, hung)),
    ],
  };
  const document = new Document({
    title: `${words.title} ${words.considers(compilation.symbol)}`,
    creator: words.notADocument,
    lastModifiedBy: words.notADocument,
    description: `${compilation.asOf.seq} ${compilation.asOf.hash}`,
    styles: {
      default: {
        document: { run: { font: FONTS, size: 20 } },
        heading1: {
          run: { size: 28, bold: true, color: "000000" },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading2: {
          run: { size: 21, bold: true, color: "005B9F" },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
        heading3: {
          run: { size: 20, bold: true, color: "444444" },
          paragraph: { spacing: { before: 120, after: 60 } },
        },
      },
    },
    footnotes: Object.fromEntries(
      paper.report.footnotes.map(({ number, text }) => [
        number,
        {
          children: [paragraph([...run(` ${text}`, paper.report.lang, { small: true })], paper.report.lang)],
        },
      ]),
    ),
    comments: { children: hung.map((one) => nativeComment(paper, one)) },
    sections: [section],
  });
  const parts = partsOf(await Packer.toBuffer(document));
  return zipped(settled(parts, compilation.asOf.at));
}

function header({ compilation, words, lang }: Paper): Header {
  const symbol = `${words.title} ${words.considers(compilation.symbol)}`;
  return new Header({
    children: [
      paragraph(
        [...run(symbol, lang, { bold: true }), ...run(`\t${words.entry(compilation.asOf.seq)}`, lang)],
        lang,
        {
          tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: "000000" } },
        },
      ),
    ],
  });
}

function footer({ compilation, words, lang }: Paper): Footer {
  const page = new TextRun({ children: [PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] });
  const notices = compilation.demonstration
    ? `${words.notADocument}. ${words.demonstration}`
    : words.notADocument;
  return new Footer({
    children: [
      paragraph([...run(`${notices}\t`, lang, { small: true }), page], lang, {
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      }),
    ],
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
          ...run(`${paper.words.comment[row.commentKind]} (${paper.words.entry(row.seq)}): `, paper.lang),
          ...lines(row.words ?? "", row.lang),
        ],
      }),
    ],
  };
}
