/** A house's comment table as a Word file, on sheets laid wide. */
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { HouseTable } from "../house/tables.ts";
import type { Paper } from "../paper.ts";
import { wordFile } from "./file.ts";
import { lines, paragraph, run } from "./writing.ts";

const TABLE_WIDTH = 13_958;

/** @returns the file; words stay in the language they were said in, heads are the house's own. */
export function houseDocx(paper: Paper, { before, head, rows, widths }: HouseTable): Promise<Uint8Array> {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const sizes = widths.map((width) => Math.floor((width / all) * TABLE_WIDTH));
  const row = (cells: readonly (string | number | null)[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map((cell, index) => {
        const text = String(cell ?? "");
        // A cell of Arabic words alone reads from the right.
        const lang = /^[\u0600-\u06ff]/.test(text) ? "ar" : "en";
        return new TableCell({
          width: { size: sizes[index] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 70, right: 70 },
          children: [
            paragraph(lines(text, lang, { small: true, bold: isHead }), lang, { spacing: { after: 0 } }),
          ],
        });
      }),
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  return wordFile(paper, {
    landscape: true,
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
        rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
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
