/** The matrix as a workbook: who stands where, then everything said, and what the letters mean. No cell is a formula. */
import { STANCES } from "#deliberation/entry";
import { MARKS } from "#deliberation/matrix-cell";
import { sharedWordings } from "#deliberation/wordings";
import { behindRows } from "../behind-figures.ts";
import type { Cell } from "../csv.ts";
import { factsOf } from "../facts.ts";
import type { HouseTable } from "../house/tables.ts";
import { itemsOf } from "../items.ts";
import { noticesOf } from "../notices.ts";
import { nameOf, type Paper } from "../paper.ts";
import { COLUMNS, type Column } from "../paper-words.ts";
import { dispositionSheet } from "./dispositions.ts";
import { matrixRows } from "./matrix.ts";
import { type Sheet, workbook } from "./sheets.ts";

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
  const items = [...itemSheets(paper), wordings(paper), dispositionSheet(paper)];
  return workbook(paper, [matrix(paper), ...items, ...behind(paper), legend(paper)]);
}

/** A sheet of its own, where it was asked for. */
function behind(paper: Paper): Sheet[] {
  const lists = behindRows(paper);
  if (lists === null) return [];
  return [
    {
      ...{ name: paper.words.behind.title, rows: [lists.head, ...lists.rows] },
      ...{ widths: [10, 30, 9, 120], head: 0, frozenColumns: 2 },
    },
  ];
}

/** One table of a house, on one sheet. */
export function houseXlsx(
  paper: Paper,
  { name, before, head, rows, widths }: HouseTable,
): Promise<Uint8Array> {
  const above: Cell[][] = [...before, []];
  return workbook(paper, [
    { name, rows: [...above, head, ...rows], head: above.length, widths, frozenColumns: 0 },
  ]);
}

function matrix(paper: Paper): Sheet {
  const { head, rows, noted } = matrixRows(paper);
  return {
    name: paper.words.part.matrix,
    rows: [head, ...rows],
    widths: [10, 48, ...noted.map(() => 30), ...head.slice(2 + noted.length).map(() => 9)],
    head: 0,
    frozenColumns: 2,
  };
}

/** Positions on one sheet; comments and declarations on two others. */
function itemSheets(paper: Paper): Sheet[] {
  const { words } = paper;
  const items = itemsOf(paper);
  const { out, again } = words.participation;
  const declared = new Set([...Object.values(words.declaration), out, again]);
  const isPosition = ({ kind }: { kind: Cell }) => kind === words.position;
  const isDeclared = ({ kind }: { kind: Cell }) => typeof kind === "string" && declared.has(kind);
  const sheet = (name: string, rows: typeof items): Sheet => ({
    name,
    rows: [
      COLUMNS.map((column) => words.column[column]),
      ...rows.map((row) => COLUMNS.map((column) => row[column])),
    ],
    widths: COLUMNS.map((column) => WIDE[column] ?? 12),
    head: 0,
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
      ...compilation.ideas.flatMap((idea) => [
        ...sharedWordings(idea).map((one) => [
          ...[idea.paragraph, idea.idea, idea.quote, one.wording, one.lang],
          ...[names(one.by), names(one.associated), one.entries.join(", ")],
        ]),
        // [Q6] By nobody, in no language.
        ...idea.unattributed
          .filter(({ wording, status }) => wording !== null && status === "stands")
          .map(({ wording, seq }) => [
            ...[idea.paragraph, idea.idea, idea.quote, wording, null],
            ...[words.unattributed.mark, null, String(seq)],
          ]),
      ]),
    ],
    widths: [10, 10, 40, 60, 10, 40, 30, 16],
    head: 0,
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
      ...STANCES.map((stance) => [words.letter[stance], words.stance[stance]]),
      [words.letter.none, words.totals.notStated],
      [words.letter["not-taking-part"], words.participation.out],
      [MARKS.aligned, words.mark.aligned],
      [MARKS.wording, words.mark.wording],
      [MARKS.late, words.mark.late],
      [MARKS.through, words.mark.through],
    ],
    widths: [26, 110],
    head: 0,
    frozenColumns: 0,
  };
}
