/** The compilation as CSV: one row per position and comment, then totals where they are shown, then a legend. */
import type { CommentRow, Compilation, IdeaRow, PositionRow } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import { type Cell, csv } from "./csv.ts";
import {
  COMMENT_WORDS,
  COUNTING_RULE,
  DEMONSTRATION,
  NOT_A_DOCUMENT,
  PROVISIONAL,
  STANCE_WORDS,
  WITHOUT_PREJUDICE,
} from "./paper-words.ts";

export const COLUMNS = [
  ...[
    "paragraph",
    "idea",
    "quoted text",
    "delegation",
    "delegation kind",
    "capacity",
    "on behalf of",
    "kind",
  ],
  ...["position", "was", "statement", "proposed wording", "language", "text version", "session", "round"],
  ...["time (UTC)", "status", "corrected", "disposition", "entry number", "reply to"],
] as const;

/** @returns the file's text; the same compilation gives the same bytes. */
export function compilationCsv(compilation: Compilation): string {
  return csv([COLUMNS, ...items(compilation), [], ...totals(compilation), ...legend(compilation)]);
}

function items(compilation: Compilation): Cell[][] {
  return [
    ...compilation.ideas.flatMap((idea) => [
      ...idea.positions.map((one) => positionRow(compilation, idea, one)),
      ...idea.comments.map((one) => commentRow(compilation, one, idea)),
    ]),
    ...compilation.comments.map((one) => commentRow(compilation, one, null)),
  ];
}

function positionRow(compilation: Compilation, idea: IdeaRow, row: PositionRow): Cell[] {
  return [
    ...[
      idea.paragraph,
      idea.idea,
      idea.quote,
      nameOf(compilation, row.delegation),
      row.kind,
      row.by.capacity,
    ],
    ...[
      row.onBehalfOf === null ? null : nameOf(compilation, row.onBehalfOf),
      "position",
      STANCE_WORDS[row.stance],
    ],
    ...[row.was === null ? null : STANCE_WORDS[row.was], row.words, row.wording, row.lang, row.textVersion],
    ...[sessionOf(compilation, row.round), row.round, row.at, row.status, row.corrected ? "corrected" : null],
    ...[null, row.seq, null],
  ];
}

function commentRow(compilation: Compilation, row: CommentRow, idea: IdeaRow | null): Cell[] {
  const { target, by } = row;
  const paragraph = idea?.paragraph ?? ("paragraph" in target ? target.paragraph : null);
  const quote = idea?.quote ?? (target.on === "words" ? target.exact : null);
  const kind = compilation.delegations.find(({ key }) => key === by.delegation)?.kind ?? null;
  return [
    ...[
      paragraph,
      idea?.idea ?? null,
      quote,
      by.delegation && nameOf(compilation, by.delegation),
      kind,
      by.capacity,
    ],
    ...[null, COMMENT_WORDS[row.commentKind], null, null, row.words, null, row.lang, row.textVersion],
    ...[sessionOf(compilation, row.round), row.round, row.at, row.status, row.corrected ? "corrected" : null],
    ...[null, row.seq, row.replyTo],
  ];
}

/** Figures only where the modalities show them. */
function totals(compilation: Compilation): Cell[][] {
  if (!compilation.totalsShown) return [];
  const head = [
    "totals, Member States",
    ...STANCES.map((stance) => STANCE_WORDS[stance]),
    "not yet stated",
    "heard",
    "of",
  ];
  const rows = compilation.ideas.map(({ idea, stand }) => [
    ...[idea, ...STANCES.map((stance) => stand.members[stance].length)],
    ...[stand.notStated.length, stand.heard, stand.of],
  ]);
  return [head, ...rows, []];
}

function legend(compilation: Compilation): Cell[][] {
  const { asOf } = compilation;
  return [
    [NOT_A_DOCUMENT],
    [WITHOUT_PREJUDICE],
    ...(compilation.demonstration ? [[DEMONSTRATION]] : []),
    [PROVISIONAL],
    ["report considered", compilation.symbol, compilation.title],
    ["text", `version ${compilation.textVersion}, ${compilation.lang}`, compilation.textHash],
    ["as of (UTC)", asOf.at],
    ["entry", asOf.seq, asOf.hash],
    ["filter", "none: the whole report, what everybody may read"],
    ["counting rule", COUNTING_RULE],
  ];
}

function nameOf(compilation: Compilation, key: string): string {
  return compilation.delegations.find((one) => one.key === key)?.names.en ?? key;
}

function sessionOf(compilation: Compilation, round: string): number | null {
  return compilation.rounds.find((one) => one.id === round)?.session ?? null;
}
