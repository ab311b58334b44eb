/** What became of words, a row each: the words, the answer in columns of its own, and what their author says of it. */
import type { DispositionRow } from "#deliberation/compile";
import type { Cell } from "../csv.ts";
import { itemsOf } from "../items.ts";
import type { Paper } from "../paper.ts";
import type { Column } from "../paper-words.ts";
import type { Sheet } from "./sheets.ts";

/** Of the words that were answered. */
const ANSWERED: readonly Column[] = [
  "paragraph",
  "idea",
  "delegation",
  "kind",
  "statement",
  "proposed wording",
  "status",
  "entry number",
];
const WIDTHS = [10, 10, 24, 20, 48, 48, 14, 12, 26, 26, 48, 10, 22, 12, 14, 20, 48];

export function dispositionSheet(paper: Paper): Sheet {
  const { words } = paper;
  const { column, sheet, head } = words.dispositions;
  const given = givenIn(paper);
  return {
    name: sheet,
    rows: [
      [
        ...ANSWERED.map((one) => words.column[one]),
        ...[head, column.where, column.reason, column.version, column.given, column.entry],
        ...[column.earlier, column.author, column.answer],
      ],
      ...itemsOf(paper).flatMap((row) => {
        const answer = given.get(Number(row["entry number"]));
        return answer === undefined
          ? []
          : [[...ANSWERED.map((one) => row[one]), ...answerCells(paper, answer)]];
      }),
    ],
    widths: WIDTHS,
    head: 0,
    frozenColumns: 2,
  };
}

function answerCells({ words }: Paper, row: DispositionRow): Cell[] {
  const { outcome, earlier, agrees, contests } = words.dispositions;
  const says = row.reply && { agrees, contests }[row.reply.says];
  return [
    ...[outcome[row.outcome], row.where, row.reason, row.version, row.at, row.seq],
    ...[row.toEarlierVersion ? earlier : null, says, row.reply?.words ?? null],
  ];
}

/** By the entry that was answered. */
function givenIn({ compilation }: Paper): Map<number, DispositionRow> {
  const { ideas, withdrawnIdeas, comments, unattributed } = compilation;
  const answered = [
    ...[...ideas, ...withdrawnIdeas].flatMap((idea) => [
      ...[...idea.positions, ...idea.comments, ...idea.unattributed],
    ]),
    ...[...comments, ...unattributed],
  ];
  return new Map(
    answered.flatMap(({ seq, disposition }) => (disposition === null ? [] : [[Number(seq), disposition]])),
  );
}
