/**
 * The comment tables of two houses, with their columns exactly so: the compiled table of the International Plant
 * Protection Convention, and the template of ISO and IEC. Their heads stay in English, whatever the paper's language.
 */
import type { CommentKind } from "#deliberation/entry";
import type { Cell } from "../csv.ts";
import { notTakingPartFact } from "../facts.ts";
import type { Paper } from "../paper.ts";
import { decisionsOf } from "../unattributed.ts";
import { houseRows } from "./rows.ts";

export interface HouseTable {
  name: string;
  /** Above the table. */
  before: [string, string][];
  head: string[];
  rows: Cell[][];
  /** In characters. */
  widths: number[];
}

const IPPC_TYPES: Record<CommentKind, string> = {
  general: "Substantive",
  substantive: "Substantive",
  editorial: "Editorial",
  technical: "Technical",
  translation: "Translation",
  question: "Substantive",
};

/** Columns of the template of ISO and IEC, exactly so. */
export const ISO_HEAD = [
  "MB/NC",
  "Line number",
  "Clause/Subclause",
  "Paragraph/Figure/Table",
  "Type of comment",
  "Comments",
  "Proposed change",
  "Observations of the Secretariat",
] as const;

const ISO_TYPES: Record<CommentKind, string> = {
  general: "ge",
  substantive: "te",
  editorial: "ed",
  technical: "te",
  translation: "ed",
  question: "ge",
};

export function ippcTable(paper: Paper): HouseTable {
  const rows = houseRows(paper);
  return {
    name: "Compiled comments",
    before: before(paper),
    head: [
      "Comment number",
      "1. Section",
      "2. Para nber",
      "3. Sentence/row/indent",
      "4. Type of comment",
      "5. Proposed rewording",
      "6. Explanation",
      "7. Country(ies)",
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.paragraph === "" ? "General comments" : row.section,
      row.paragraph,
      row.sentence,
      IPPC_TYPES[row.kind],
      row.rewording,
      row.explanation,
      row.countries,
    ]),
    widths: [10, 24, 8, 36, 14, 48, 48, 28],
  };
}

export function isoTable(paper: Paper): HouseTable {
  return {
    name: "Comments",
    before: [
      ["Date", paper.compilation.asOf.at?.slice(0, 10) ?? ""],
      ["Document", paper.compilation.symbol],
      ["Project", paper.words.title],
      ...before(paper),
    ],
    head: [...ISO_HEAD],
    rows: houseRows(paper).map((row) => [
      row.countries,
      // The report has no lines of its own; the entry says where the words are found.
      row.entries,
      row.section,
      [row.paragraph, row.sentence].filter(Boolean).join(": "),
      ISO_TYPES[row.kind],
      row.explanation,
      row.rewording,
      row.disposition,
    ]),
    widths: [24, 10, 24, 32, 10, 48, 48, 32],
  };
}

function before(paper: Paper): [string, string][] {
  const { compilation, words, chosen } = paper;
  const { asOf, symbol, title, demonstration } = compilation;
  return [
    [words.notADocument, demonstration ? words.demonstration : ""],
    [words.legend.report, `${symbol}, ${title}`],
    [words.legend.asOf, `${asOf.at ?? ""}, ${words.entry(asOf.seq)}, ${asOf.hash}`],
    [words.legend.filter, chosen],
    ...notTakingPartFact(paper),
    [words.withoutPrejudice, ""],
    ...decisionsOf(compilation, words).map((decided): [string, string] => [decided, ""]),
  ];
}
