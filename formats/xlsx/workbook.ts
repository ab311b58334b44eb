/** The matrix as a workbook: who stands where, then everything said, and what the letters mean. No cell is a formula. */
import type { Row as SheetRow } from "write-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import { STANCES } from "#deliberation/entry";
import { sharedWordings } from "#deliberation/wordings";
import type { Cell } from "../csv.ts";
import { factsOf } from "../facts.ts";
import { itemsOf } from "../items.ts";
import { noticesOf } from "../notices.ts";
import { nameOf, type Paper } from "../paper.ts";
import { COLUMNS, type Column } from "../paper-words.ts";
import { partsOf, zipped } from "../zipped.ts";
import { continued } from "./long-cells.ts";
import { matrixRows } from "./matrix.ts";
import { settledSheets } from "./settled.ts";

interface Sheet {
  name: string;
  /** The first row is the head. */
  rows: Cell[][];
  widths: number[];
  frozenColumns: number;
}

/** Widths in characters; what is not named is narrow. */
const WIDE: Partial<Record<Column, number>> = {
  "quoted text": 40,
  delegation: 24,
  kind: 22,
  position: 24,
  statement: 60,
  "proposed wording": 60,
  "time (UTC)": 22,
};

/** @returns the file; the same paper gives the same bytes. */
export async function matrixXlsx(paper: Paper): Promise<Uint8Array> {
  const { lang, compilation } = paper;
  const sheets = [matrix(paper), ...itemSheets(paper), wordings(paper), legend(paper)];
  const buffer = await writeExcelFile(
    sheets.map(({ name, rows, widths, frozenColumns }) => ({
      sheet: name,
      data: rows.flatMap(continued).map(sheetRow),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      ...(frozenColumns > 0 ? { stickyColumnsCount: frozenColumns } : {}),
      rightToLeft: lang === "ar",
      orientation: "landscape" as const,
    })),
  ).toBuffer();
  return zipped(settledSheets(partsOf(buffer), compilation.asOf.at));
}

function sheetRow(row: readonly Cell[], index: number): SheetRow {
  return row.map((value) => {
    if (value === null || value === "") return null;
    const look = {
      wrap: true,
      alignVertical: "top" as const,
      ...(index === 0 ? { fontWeight: "bold" as const } : {}),
    };
    return typeof value === "number" ? { value, type: Number, ...look } : { value, type: String, ...look };
  });
}

function matrix(paper: Paper): Sheet {
  const { head, rows } = matrixRows(paper);
  return {
    name: paper.words.part.matrix,
    rows: [head, ...rows],
    widths: [10, 48, ...head.slice(2).map(() => 9)],
    frozenColumns: 2,
  };
}

/** Positions on one sheet; comments and declarations on two others. */
function itemSheets(paper: Paper): Sheet[] {
  const { words } = paper;
  const items = itemsOf(paper);
  const declared = new Set(Object.values(words.declaration));
  const isPosition = ({ kind }: { kind: Cell }) => kind === words.position;
  const isDeclared = ({ kind }: { kind: Cell }) => typeof kind === "string" && declared.has(kind);
  const sheet = (name: string, rows: typeof items): Sheet => ({
    name,
    rows: [
      COLUMNS.map((column) => words.column[column]),
      ...rows.map((row) => COLUMNS.map((column) => row[column])),
    ],
    widths: COLUMNS.map((column) => WIDE[column] ?? 12),
    frozenColumns: 2,
  });
  return [
    sheet(words.part.positions, items.filter(isPosition)),
    sheet(
      words.part.comments,
      items.filter((row) => !isPosition(row) && !isDeclared(row)),
    ),
    sheet(words.sheetOfDeclarations, items.filter(isDeclared)),
  ];
}

/** Each wording once, with all behind it. */
function wordings(paper: Paper): Sheet {
  const { words, compilation } = paper;
  const { column } = words;
  const names = (keys: readonly string[]) => keys.map((key) => nameOf(paper, key)).join(", ");
  return {
    name: words.part.wordings,
    rows: [
      [
        ...[
          column.paragraph,
          column.idea,
          column["quoted text"],
          column["proposed wording"],
          column.language,
        ],
        ...[column.delegation, words.declaration["wording.associated"], column["entry number"]],
      ],
      ...compilation.ideas.flatMap((idea) =>
        sharedWordings(idea).map((one) => [
          ...[idea.paragraph, idea.idea, idea.quote, one.wording, one.lang],
          ...[names(one.by), names(one.associated), one.entries.join(", ")],
        ]),
      ),
    ],
    widths: [10, 10, 40, 60, 10, 40, 30, 16],
    frozenColumns: 2,
  };
}

function legend(paper: Paper): Sheet {
  const { words, compilation } = paper;
  return {
    name: words.part.legend,
    rows: [
      [words.title, words.considers(compilation.symbol)],
      ...noticesOf(compilation, words).map((notice) => [null, notice]),
      ...factsOf(paper),
      ...[...STANCES, "none" as const].map((stance) => [
        words.letter[stance],
        stance === "none" ? words.totals.notStated : words.stance[stance],
      ]),
      ["⤷", words.mark.aligned],
      ["✎", words.mark.wording],
    ],
    widths: [26, 110],
    frozenColumns: 0,
  };
}
