/** The pack for capital as a Word file, on sheets laid wide: one row an idea, its last cell empty. */
import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type Paragraph as WordParagraph,
} from "docx";
import { paragraphsOf } from "#deliberation/report";
import { runningText } from "#deliberation/selected-words";
import { wordFile } from "../docx/file.ts";
import { lines, paragraph, run } from "../docx/writing.ts";
import type { Paper } from "../paper.ts";
import type { Line, PackRow } from "./rows.ts";
import { PACK_WORDS } from "./words.ts";

const WIDTHS = [2_900, 3_100, 2_600, 2_500, 2_858];
const TABLE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

/** [B4] @returns the file. A paragraph's text goes before its ideas, in a row of one cell. */
export function packDocx(paper: Paper, rows: readonly PackRow[]): Promise<Uint8Array> {
  const { lang, report, compilation, chosen } = paper;
  const words = PACK_WORDS[lang];
  const texts = new Map(paragraphsOf(report).map((one) => [one.key, one]));
  let last = "";
  const body = rows.flatMap((row) => {
    const key = row.idea.slice(0, row.idea.lastIndexOf("-"));
    const text = key === last ? undefined : texts.get(key);
    last = key;
    const cells = [
      [
        ...said([{ text: row.idea, lang: "en", isNote: false }], lang, true),
        ...said([{ text: row.quote, lang: report.lang, isNote: false }], lang),
      ],
      ...[row.said, row.others, row.draft].map((one) =>
        said(one.length === 0 ? [{ text: words.none, lang, isNote: true }] : one, lang),
      ),
      said([], lang),
    ];
    const ofIdea = new TableRow({ children: cells.map((cell, index) => tableCell(cell, index)) });
    if (text === undefined) return [ofIdea];
    const whole = paragraph(
      lines(`¶${key} ${runningText(text)}`, report.lang, { small: true }),
      report.lang,
      {
        spacing: { after: 0 },
      },
    );
    const across = new TableCell({
      children: [whole],
      columnSpan: WIDTHS.length,
      shading: { fill: "F4F2EA" },
      margins: MARGINS,
    });
    return [new TableRow({ children: [across] }), ofIdea];
  });
  const head = new TableRow({
    tableHeader: true,
    children: words.columns.map((column, index) =>
      tableCell(said([{ text: column, lang, isNote: false }], lang, true), index),
    ),
  });
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  // The head of every page says what this is.
  const marked = { ...paper, words: { ...paper.words, title: `${words.internal} · ${words.title}` } };
  return wordFile(marked, {
    landscape: true,
    children: [
      paragraph(run(`${words.title} · ${compilation.symbol}`, lang, { bold: true }), lang),
      paragraph(run(words.internal, lang, { bold: true }), lang),
      paragraph(run(chosen, lang, { small: true, mute: true }), lang),
      new Table({
        rows: [head, ...body],
        width: { size: TABLE_WIDTH, type: WidthType.DXA },
        columnWidths: WIDTHS,
        layout: TableLayoutType.FIXED,
        // Columns are read from the right; their order in the file stays.
        visuallyRightToLeft: lang === "ar",
        borders: {
          ...{ top: line, bottom: line, left: line, right: line },
          ...{ insideHorizontal: line, insideVertical: line },
        },
      }),
    ],
  });
}

const MARGINS = { top: 40, bottom: 40, left: 70, right: 70 };

function tableCell(children: WordParagraph[], index: number): TableCell {
  return new TableCell({
    children,
    width: { size: WIDTHS[index] ?? 0, type: WidthType.DXA },
    margins: MARGINS,
  });
}

function said(all: readonly Line[], lang: string, bold = false): WordParagraph[] {
  if (all.length === 0) return [paragraph([], lang, { spacing: { after: 0 } })];
  return all.map((one) =>
    paragraph(lines(one.text, one.lang, { small: true, bold, mute: one.isNote }), one.lang, {
      spacing: { after: 40 },
    }),
  );
}
