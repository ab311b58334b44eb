/** What every Word file of ours is: its page, head and foot, look, and the same bytes for the same content. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  type ICommentOptions,
  Packer,
  PageNumber,
  PageOrientation,
  type Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import type { Paper } from "../paper.ts";
import { runningOf } from "../running.ts";
import { partsOf, zipped } from "../zipped.ts";
import { DOCUMENT, settled } from "./settled.ts";
import { CELL_STYLE, FONTS, paragraph, run } from "./writing.ts";

/** A4 in twentieths of a point, with the margins of a United Nations paper. */
const SHORT = 11_906;
const LONG = 16_838;
const MARGIN = { top: 1_700, bottom: 1_440, left: 1_440, right: 1_440 };

interface Content {
  children: FileChild[];
  footnotes?: Record<string, { children: Paragraph[] }>;
  comments?: ICommentOptions[];
  landscape?: boolean;
  /** Of the one table of a paper that is a table: below its head, as Word writes them. */
  rows?: string[];
}

export async function wordFile(
  paper: Paper,
  { children, footnotes = {}, comments = [], landscape = false, rows = [] }: Content,
): Promise<Uint8Array> {
  const { compilation, words } = paper;
  const width = (landscape ? LONG : SHORT) - MARGIN.left - MARGIN.right;
  // The library turns the sheet by itself: sizes are those of the upright one.
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const document = new Document({
    title: `${words.title} ${words.considers(compilation.symbol)}`,
    creator: words.notADocument,
    lastModifiedBy: words.notADocument,
    description: `${compilation.asOf.seq} ${compilation.asOf.hash}`,
    styles: {
      paragraphStyles: [
        {
          ...{ id: CELL_STYLE, name: CELL_STYLE, basedOn: "Normal", run: { size: 17 } },
          paragraph: { spacing: { after: 0 }, alignment: AlignmentType.START },
        },
      ],
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
    footnotes,
    comments: { children: comments },
    sections: [
      {
        properties: { page: { size: { width: SHORT, height: LONG, orientation }, margin: MARGIN } },
        headers: { default: header(paper, width) },
        footers: { default: footer(paper, width) },
        children,
      },
    ],
  });
  const parts = settled(partsOf(await Packer.toBuffer(document)), compilation.asOf.at);
  const END = "</w:tbl>";
  const before = parts.get(DOCUMENT) ?? "";
  if (rows.length > 0)
    parts.set(
      DOCUMENT,
      before.replace(END, () => `${rows.join("")}${END}`),
    );
  return zipped(parts);
}

function header(paper: Paper, width: number): Header {
  const { lang } = paper;
  const { title, asOf } = runningOf(paper);
  return new Header({
    children: [
      paragraph([...run(title, lang, { bold: true }), ...run(`\t${asOf}`, lang)], lang, {
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: "000000" } },
      }),
    ],
  });
}

function footer(paper: Paper, width: number): Footer {
  const { lang } = paper;
  const page = new TextRun({ children: [PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      paragraph([...run(`${runningOf(paper).foot}\t`, lang, { small: true }), page], lang, {
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
      }),
    ],
  });
}
