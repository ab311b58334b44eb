/**
 * A state on its way in a page: one string. A whole Assembly's positions are thousands of objects alike; as objects
 * they are four times as long, and a page that carries them as such is five times slower to make.
 */
import { heldAll } from "./by-seq.ts";
import type { Stance } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant, Lang, RoundId, Seq } from "./ids.ts";
import type { Revision, State } from "./state.ts";

/** Of a revision what every one has, then what differs from `usual`; a field this file does not know is kept there. */
type Row = [
  seq: number,
  rev: number,
  ms: number,
  stance: string,
  lang: string,
  version: number,
  round: string,
  Partial<Revision>?,
];

export function packed(state: State): string {
  const { positions, positionAt: _found, ...others } = state;
  const rows = eachPosition(positions, (revisions, author) => revisions.map((one) => rowOf(one, author)));
  return JSON.stringify({ ...others, positions: rows });
}

/** @param json what `packed` made. */
export function unpacked(json: string): State {
  const { positions: rows, ...others } = JSON.parse(json) as Omit<State, "positions" | "positionAt"> & {
    positions: Record<string, Record<string, Row[]>>;
  };
  const found: [Seq, { idea: IdeaId; author: DelegationKey }][] = [];
  const positions = eachPosition(rows, (all, author, idea) =>
    all.map((row) => {
      const revision = revisionOf(row, author);
      found.push([revision.seq, { idea: idea as IdeaId, author: author as DelegationKey }]);
      return revision;
    }),
  );
  return { ...others, positions, positionAt: heldAll(found) };
}

function rowOf(revision: Revision, author: string): Row {
  const { seq, rev, at, stance, lang, textVersion, round, ...others } = revision;
  const as: Record<string, unknown> = usual(author);
  const differing = Object.entries(others).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(as[field]),
  );
  const row: Row = [seq, rev, Date.parse(at), stance, lang, textVersion, round];
  if (differing.length > 0) row.push(Object.fromEntries(differing));
  return row;
}

function revisionOf(
  [seq, rev, ms, stance, lang, textVersion, round, differing]: Row,
  author: string,
): Revision {
  return {
    ...usual(author),
    ...{ seq: seq as Seq, rev, at: new Date(ms).toISOString() as Instant },
    ...{ stance: stance as Stance, lang: lang as Lang, textVersion, round: round as RoundId },
    ...differing,
  };
}

/** What is said by a delegation for itself, without words, and stands as it was. */
function usual(author: string) {
  return {
    words: null,
    wording: null,
    onBehalfOf: null,
    statement: null,
    by: { delegation: author as DelegationKey, capacity: "national" as const },
    withdrawn: null,
    corrections: [],
  };
}

function eachPosition<From, To>(
  positions: Record<string, Record<string, From>>,
  change: (from: From, author: string, idea: string) => To,
): Record<string, Record<string, To>> {
  return Object.fromEntries(
    Object.entries(positions).map(([idea, authors]) => [
      idea,
      Object.fromEntries(
        Object.entries(authors).map(([author, from]) => [author, change(from, author, idea)]),
      ),
    ]),
  );
}
