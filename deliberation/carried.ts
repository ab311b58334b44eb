/**
 * What a page brings of a long record: who stands where and how much was said, with the words of a place left out
 * until it is opened. A browser folds on from it as from the whole.
 */
import { allHeld, heldAll, heldAt, withHeld } from "./by-seq.ts";
import type { DelegationKey, IdeaId, Seq } from "./ids.ts";
import {
  type CommentState,
  commentsOn,
  type Disposition,
  isUnconfirmed,
  type Revision,
  type State,
  type StatementState,
  statementsOn,
  type UnattributedWords,
} from "./state.ts";
import { unattributedOn } from "./unattributed.ts";

/** A record of up to so many entries is brought whole. */
const WHOLE_UP_TO = 2_000;
/** Of a place that was not opened: where each stands, and where it stood before (or others aligned with it). */
const LAST = 2;

/** All that was said on one place, as of an entry. */
export interface PlaceWords {
  asOf: Seq;
  comments: CommentState[];
  /** Those read with it; each may be read with other places as well. */
  statements: StatementState[];
  /** Author → revisions, oldest first; empty for a place that is no idea. */
  positions: Record<string, Revision[]>;
  /** Said on it in rounds without attribution. */
  unattributed: UnattributedWords[];
  /** What became of these words, by the number of their entry. */
  dispositions: Record<string, Disposition[]>;
}

const NO_WORDS = { comments: {}, threads: {}, linked: {}, dispositions: {} } as const;

/** @param wholeUpTo for tests. */
export function carried(state: State, wholeUpTo: number = WHOLE_UP_TO): State {
  if (state.head.seq <= wholeUpTo) return state;
  const positions: State["positions"] = {};
  const named = new Set(allHeld(state.declarations).map((one) => one.with?.entry));
  const found: [Seq, { idea: IdeaId; author: DelegationKey }][] = [];
  for (const [idea, authors] of Object.entries(state.positions)) {
    const kept: Record<string, Revision[]> = {};
    for (const [author, revisions] of Object.entries(authors)) {
      const last = revisions.at(-LAST)?.seq ?? 0;
      kept[author] = revisions.filter(({ seq }) => seq >= last || named.has(seq)).map(withoutWords);
      const where = { idea: idea as IdeaId, author: author as DelegationKey };
      for (const { seq } of kept[author]) found.push([seq, where]);
    }
    positions[idea] = kept;
  }
  // What a delegation is asked to confirm it must be able to read, wherever it is. Of the others it is known where they
  // are read, so that what names one, in a draft or on its own page, can open that place.
  const statements = heldAll(
    allHeld(state.statements).map((one) => [one.seq, isUnconfirmed(one) ? one : statementWithoutWords(one)]),
  );
  // All of them, for their figures; the words come with their place.
  const unattributed = heldAll(
    allHeld(state.unattributed).map((one) => [one.seq, { ...one, words: null, wording: null }]),
  );
  return {
    ...{ ...state, positions, positionAt: heldAll(found), ...NO_WORDS, statements, unattributed },
    opened: [],
  };
}

/** Whether all words of a place are in the state. */
export function isOpened(state: State, place: string): boolean {
  return state.opened === null || state.opened.includes(place);
}

/** What `opening` adds. */
export function wordsOn(state: State, place: string): PlaceWords {
  const comments = commentsOn(state, place);
  const positions = state.positions[place] ?? {};
  const dispositions: PlaceWords["dispositions"] = {};
  const unnamed = unattributedOn(state, place);
  for (const { seq } of [...comments, ...Object.values(positions).flat(), ...unnamed]) {
    const given = heldAt(state.dispositions, seq);
    if (given !== undefined) dispositions[seq] = given;
  }
  return {
    ...{ asOf: state.head.seq, comments, statements: statementsOn(state, place), positions },
    unattributed: unnamed,
    dispositions,
  };
}

/** Puts the words of a place into a carried state. @returns null when they are as of another entry. */
export function opening(state: State, place: string, words: PlaceWords): State | null {
  if (isOpened(state, place)) return state;
  if (words.asOf !== state.head.seq) return null;
  let { comments, dispositions, statements, positionAt, unattributed } = state;
  for (const one of words.unattributed) unattributed = withHeld(unattributed, one.seq, one);
  for (const one of words.comments) comments = withHeld(comments, one.seq, one);
  for (const one of words.statements) statements = withHeld(statements, one.seq, one);
  for (const [seq, given] of Object.entries(words.dispositions))
    dispositions = withHeld(dispositions, Number(seq) as Seq, given);
  for (const [author, revisions] of Object.entries(words.positions)) {
    positionAt = found(positionAt, place, author, revisions);
  }
  const positions =
    place in state.positions || Object.keys(words.positions).length > 0
      ? { ...state.positions, [place]: words.positions }
      : state.positions;
  const threads = { ...state.threads, [place]: words.comments.map(({ seq }) => seq) };
  if (words.comments.length === 0) delete threads[place];
  const linked = { ...state.linked, [place]: words.statements.map(({ seq }) => seq) };
  if (words.statements.length === 0) delete linked[place];
  return {
    ...state,
    comments,
    dispositions,
    threads,
    statements,
    linked,
    positionAt,
    positions,
    unattributed,
    opened: [...(state.opened ?? []), place],
  };
}

function found(
  all: State["positionAt"],
  idea: string,
  author: string,
  revisions: readonly Revision[],
): State["positionAt"] {
  const where = { idea: idea as IdeaId, author: author as DelegationKey };
  return revisions.reduce((so, { seq }) => withHeld(so, seq, where), all);
}

function statementWithoutWords(one: StatementState): StatementState {
  return { ...one, words: "", corrections: one.corrections.map((each) => ({ ...each, words: "" })) };
}

function withoutWords(revision: Revision): Revision {
  return { ...revision, words: null, wording: null, corrections: [] };
}
