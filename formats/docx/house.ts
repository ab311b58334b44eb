/** A house's comment table as a Word file, on sheets laid wide. */
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Cell } from "../csv.ts";
import type { HouseTable } from "../house/tables.ts";
import type { Paper } from "../paper.ts";
import { inline } from "../xml.ts";
import { wordFile } from "./file.ts";
import { cellParagraph, lines, paragraph, run } from "./writing.ts";

const TABLE_WIDTH = 13_958;

/** @returns the file; words stay in the language they were said in, heads are the house's own. */
export function houseDocx(paper: Paper, { before, head, rows, widths }: HouseTable): Promise<Uint8Array> {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const sizes = widths.map((width) => Math.floor((width / all) * TABLE_WIDTH));
  // A cell of Arabic words alone reads from the right.
  const langOf = (words: string) => (/^[\u0600-\u06ff]/.test(words) ? "ar" : "en");
  const cell = (value: Cell, column: number) => {
    const words = String(value ?? "");
    const width = inline("w:tcW", { "w:w": sizes[column] ?? 0, "w:type": "dxa" });
    return inline("w:tc", {}, inline("w:tcPr", {}, width), cellParagraph(words, langOf(words)));
  };
  const heads = head.map(
    (words, column) =>
      new TableCell({
        width: { size: sizes[column] ?? 0, type: WidthType.DXA },
        children: [
          paragraph(lines(words, "en", { small: true, bold: true }), "en", { spacing: { after: 0 } }),
        ],
      }),
  );
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  return wordFile(paper, {
    landscape: true,
    rows: rows.map((cells) => inline("w:tr", {}, ...cells.map(cell))),
    children: [
      ...before.map(([name, value]) =>
        paragraph(
          [
            ...run(name, paper.lang, { bold: value !== "" }),
            ...(value === "" ? [] : run(`: ${value}`, paper.lang)),
          ],
          paper.lang,
          { spacing: { after: 60 } },
        ),
      ),
      new Table({
        rows: [new TableRow({ tableHeader: true, children: heads })],
        margins: { top: 40, bottom: 40, left: 70, right: 70 },
        width: { size: TABLE_WIDTH, type: WidthType.DXA },
        columnWidths: sizes,
        layout: TableLayoutType.FIXED,
        borders: {
          top: line,
          bottom: line,
          left: line,
          right: line,
          insideHorizontal: line,
          insideVertical: line,
        },
      }),
    ],
  });
}
