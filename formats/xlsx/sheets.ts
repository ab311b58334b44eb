/** Sheets of cells as a workbook. No cell is a formula; the same sheets give the same bytes. */
import type { Row as SheetRow } from "write-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import type { Cell } from "../csv.ts";
import { dated } from "../office-date.ts";
import type { Paper } from "../paper.ts";
import { partsOf, zipped } from "../zipped.ts";
import { continued } from "./long-cells.ts";

export interface Sheet {
  name: string;
  rows: Cell[][];
  /** The row that is the head, frozen with all above it. */
  head: number;
  widths: number[];
  frozenColumns: number;
}

export async function workbook({ lang, compilation }: Paper, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const buffer = await writeExcelFile(
    sheets.map(({ name, rows, widths, frozenColumns, head }) => ({
      sheet: name,
      data: [
        ...rows.slice(0, head + 1).map((row, index) => sheetRow(row, index === head)),
        ...rows
          .slice(head + 1)
          .flatMap(continued)
          .map((row) => sheetRow(row, false)),
      ],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: head + 1,
      ...(frozenColumns > 0 ? { stickyColumnsCount: frozenColumns } : {}),
      rightToLeft: lang === "ar",
      orientation: "landscape" as const,
    })),
  ).toBuffer();
  return zipped(dated(partsOf(buffer), compilation.asOf.at));
}

function sheetRow(row: readonly Cell[], isHead: boolean): SheetRow {
  return row.map((value) => {
    if (value === null || value === "") return null;
    const look = {
      wrap: true,
      alignVertical: "top" as const,
      ...(isHead ? { fontWeight: "bold" as const } : {}),
    };
    return typeof value === "number" ? { value, type: Number, ...look } : { value, type: String, ...look };
  });
}
