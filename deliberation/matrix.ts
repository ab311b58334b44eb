/**
 * Ideas against delegations: which rows and columns there are and what stands in each cell, for the screen and for
 * the papers alike. A row's cells are computed when asked for, so that a screen computes only what it shows.
 */
import { type ByStance, type Stand, standingIdeas, standOn, totalsShown } from "./count.ts";
import { STANCES } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { byKind, hasStanding, type Mark, ownCell, type Token } from "./matrix-cell.ts";
import { changedSince, type MatrixFilter, passes } from "./matrix-filter.ts";
import { inOrder, type RowOrder, type Untreated } from "./matrix-order.ts";
import { asOf, membersOf } from "./membership.ts";
import { delegationsApart, doesTakePart } from "./participation.ts";
import { declaredOn, type Revision, type RoundState, type State, standing } from "./state.ts";

export interface MatrixOptions {
  columns: "groups" | "delegations";
  /** Ids of the group columns that are followed by their members. */
  open?: readonly string[];
  /** Delegations and groups as they are to be listed, by name in the reader's language; whoever is not named comes last. */
  order: readonly string[];
  /** The moment whose memberships and ended rounds hold; never before the record's head. */
  at: Instant;
  filter?: MatrixFilter;
  /** Of the rows; as the text has them by default. */
  rows?: RowOrder;
  /** For the order by what nobody answered: brought along, since a carried state has not all words. */
  untreated?: Untreated;
  /** Paragraph → pillar, for the filter by pillar. */
  pillars?: Readonly<Record<string, number>>;
}

/** Everybody, or those in one group (null: in none); figures count the Member States of `members`, each once. */
export interface TallyColumn {
  kind: "all" | "group";
  id: string;
  group: DelegationKey | null;
  members: readonly DelegationKey[];
  open: boolean;
}

/** One delegation or group in its own name; `under` is the opened group column it stands beneath. */
export interface OwnColumn {
  kind: "own";
  id: string;
  delegation: DelegationKey;
  under: string | null;
}

export type Column = TallyColumn | OwnColumn;

export interface MatrixRow {
  idea: IdeaId;
  quote: string;
  cells: Cell[];
}

export interface TallyCell {
  kind: "tally";
  /** Member States by stance, and those without a position; null unless the modalities show totals. */
  counts: Readonly<Record<Token, number>> | null;
  /** Names by stance may always be shown. */
  members: ByStance;
  notStated: DelegationKey[];
  /** [P9] */
  notTakingPart: DelegationKey[];
  observers: ByStance;
  /** The group's own position, which is none of its members'. */
  own: Revision | null;
}

export interface OwnCell {
  kind: "own";
  token: Token;
  revision: Revision | null;
  marks: Mark[];
  /** [N6] The groups whose position it has through their registered rule. */
  through: Stand["through"];
}

export type Cell = TallyCell | OwnCell;

export type { Mark, Token } from "./matrix-cell.ts";

/** From what is not supported to what was not said: the order of the slots of a cell. */
export const TOKENS: readonly Token[] = [
  "does-not-support",
  "support",
  "support-with-wording",
  "reservation",
  "position-reserved",
  "not-stated",
  "not-taking-part",
];

export const LETTERS: Readonly<Record<Token, string>> = {
  support: "S",
  "support-with-wording": "W",
  reservation: "R",
  "position-reserved": "P",
  "does-not-support": "N",
  "not-stated": "–",
  "not-taking-part": "/",
};

export const ALL = "all";
/** The column of those who are in no group. */
export const UNGROUPED = "group:";

/** The whole of it, as a paper holds it. */
export function matrix(
  state: State,
  options: MatrixOptions,
): { columns: Column[]; rows: MatrixRow[]; totals: boolean } {
  const columns = matrixColumns(state, options);
  const rows = matrixRows(state, options).map((idea) => {
    const cellOf = cellsOn(state, idea, options.at);
    return { idea, quote: state.ideas[idea]?.quote ?? "", cells: columns.map(cellOf) };
  });
  return { columns, rows, totals: totalsShown(state) };
}

/** [X5] Ideas that were not withdrawn and that every filter lets pass, in the order asked for. */
export function matrixRows(
  state: State,
  { filter = {}, pillars = {}, at, ...order }: MatrixOptions,
): IdeaId[] {
  const shown = standingIdeas(state).filter((idea) => passes(state, idea, filter, pillars, asOf(state, at)));
  return inOrder(state, shown, order.rows ?? "text", order.untreated);
}

/** [X1] */
export function matrixColumns(state: State, { columns, open = [], order, at }: MatrixOptions): Column[] {
  const place = new Map(order.map((key, index) => [key, index]));
  const named = Object.values(state.delegations).sort(
    (a, b) => placeIn(place, a.key) - placeIn(place, b.key) || a.seq - b.seq,
  );
  const listed = byKind(named.filter(hasStanding));
  const speakers = listed.filter(({ kind }) => kind !== "group").map(({ key }) => key);
  const all: TallyColumn = { kind: "all", id: ALL, group: null, members: speakers, open: false };
  if (columns === "delegations") return [all, ...listed.map(({ key }) => own(key, null))];
  const moment = asOf(state, at);
  const groups = listed.filter(({ kind }) => kind === "group").map(({ key }) => key);
  const grouped = new Set<DelegationKey>();
  const tallies: TallyColumn[] = groups.map((group) => {
    const within = new Set(membersOf(state, group, moment));
    const members = speakers.filter((key) => within.has(key));
    for (const key of members) grouped.add(key);
    return { kind: "group", id: `group:${group}`, group, members, open: open.includes(`group:${group}`) };
  });
  const rest = speakers.filter((key) => !grouped.has(key));
  if (rest.length > 0) {
    tallies.push({
      ...{ kind: "group", id: UNGROUPED, group: null, members: rest },
      open: open.includes(UNGROUPED),
    });
  }
  return [
    all,
    ...tallies.flatMap((tally) => [
      tally,
      ...(tally.open ? tally.members.map((key) => own(key, tally.id)) : []),
    ]),
  ];
}

function own(delegation: DelegationKey, under: string | null): OwnColumn {
  return { kind: "own", id: `${under ?? ""}/${delegation}`, delegation, under };
}

function placeIn(place: ReadonlyMap<string, number>, key: string): number {
  return place.get(key) ?? place.size;
}

/** @returns what stands in the cell of a column, on one idea. */
export function cellsOn(state: State, idea: IdeaId, at: Instant): (column: Column) => Cell {
  const positions = state.positions[idea] ?? {};
  const totals = totalsShown(state);
  const since = endOfLastRound(state, asOf(state, at));
  const onIdea = {
    declared: declaredOn(state, idea),
    apart: delegationsApart(state),
    // Reading everybody's stand only where some group's rule can matter.
    through: Object.keys(state.bound).length === 0 ? [] : standOn(state, idea, at).through,
  };
  return (column) => {
    if (column.kind !== "own") return tally(state, positions, column, totals);
    const revisions = positions[column.delegation];
    const cell = ownCell(column.delegation, standing(revisions), onIdea);
    if (since !== null && changedSince(revisions, since)) cell.marks.push("changed");
    return { kind: "own", ...cell };
  };
}

/** [X2] [X3] */
function tally(
  state: State,
  positions: Record<string, Revision[]>,
  { group, members: keys }: TallyColumn,
  totals: boolean,
): TallyCell {
  const [members, observers] = [noneYet(), noneYet()];
  const notStated: DelegationKey[] = [];
  const notTakingPart: DelegationKey[] = [];
  for (const key of keys) {
    const isMember = state.delegations[key]?.kind === "member";
    const revision = standing(positions[key]);
    if (revision !== null) (isMember ? members : observers)[revision.stance].push(key);
    else if (isMember) (doesTakePart(state, key) ? notStated : notTakingPart).push(key);
  }
  const by: Record<Token, DelegationKey[]> = {
    ...members,
    "not-stated": notStated,
    "not-taking-part": notTakingPart,
  };
  return {
    kind: "tally",
    counts: totals
      ? (Object.fromEntries(TOKENS.map((token) => [token, by[token].length])) as Record<Token, number>)
      : null,
    ...{ members, notStated, notTakingPart, observers },
    own: group === null ? null : standing(positions[group]),
  };
}

function noneYet(): ByStance {
  return Object.fromEntries(STANCES.map((stance) => [stance, [] as DelegationKey[]])) as unknown as ByStance;
}

/** Rounds that are over at a moment, by the record or by time, the last to end last. */
export function endedRounds(state: State, at: Instant): RoundState[] {
  return Object.values(state.rounds)
    .filter(({ closedAt, closesAt }) => (closedAt ?? closesAt) <= at)
    .sort((a, b) => Date.parse(a.closedAt ?? a.closesAt) - Date.parse(b.closedAt ?? b.closesAt));
}

function endOfLastRound(state: State, at: Instant): Instant | null {
  const last = endedRounds(state, at).at(-1);
  return last === undefined ? null : (last.closedAt ?? last.closesAt);
}
