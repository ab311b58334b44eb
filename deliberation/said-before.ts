/** All that a delegation and its groups ever said on a passage: what it must know before it speaks again. */
import { heldAt } from "./by-seq.ts";
import type { By } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant, Seq } from "./ids.ts";
import {
  type CommentState,
  commentsOn,
  type Declaration,
  placeOfStatement,
  type Revision,
  type State,
  type StatementState,
  statementsOn,
} from "./state.ts";

interface Said {
  seq: Seq;
  at: Instant;
  by: By;
  /** In whose name: the delegation, or a group. */
  author: DelegationKey;
  /** The idea or paragraph it was said on; "" for the report as a whole. */
  place: string;
}

export type SaidBefore =
  | (Said & { kind: "position"; revision: Revision; superseded: boolean })
  | (Said & { kind: "comment"; comment: CommentState })
  | (Said & { kind: "declaration"; declaration: Declaration })
  | (Said & { kind: "statement"; statement: StatementState });

/** [B1] The places of a passage: an idea is read with its paragraph, a paragraph with its ideas. */
export function passageOf(state: State, place: string): string[] {
  const idea = state.ideas[place];
  if (idea !== undefined) return [place, idea.paragraph];
  const ideas = Object.values(state.ideas).filter(({ paragraph }) => paragraph === place);
  return [place, ...ideas.map(({ id }) => id)];
}

/**
 * [B1] [B2] Newest first.
 * @param place as in `threads`. A state carried without the words of a place must have opened all of `passageOf`.
 */
export function saidOn(state: State, delegation: DelegationKey, place: string): SaidBefore[] {
  const all = passageOf(state, place).flatMap((one) => [
    ...positionsOn(state, one),
    ...commentedOn(state, one),
    ...declaredOn(state, one),
    ...statedOn(state, one),
  ]);
  const ours = all.filter((said) => isOurs(state, delegation, said));
  // A statement is read with every place it names: here it was made once.
  const once = ours.filter(({ seq }, index) => ours.findIndex((one) => one.seq === seq) === index);
  return once.sort((newer, older) => older.seq - newer.seq);
}

/** [B2] */
function isOurs(state: State, delegation: DelegationKey, { author, by, at }: Said): boolean {
  if (author === delegation || by.delegation === delegation) return true;
  return (state.memberships[author] ?? []).some(
    (one) => one.delegation === delegation && one.from <= at && (one.until === null || at < one.until),
  );
}

function positionsOn(state: State, place: string): SaidBefore[] {
  return Object.entries(state.positions[place as IdeaId] ?? {}).flatMap(([author, revisions]) =>
    revisions.map((revision, index) => ({
      kind: "position" as const,
      ...saidBy(revision, author as DelegationKey, place),
      revision,
      superseded: index < revisions.length - 1,
    })),
  );
}

function commentedOn(state: State, place: string): SaidBefore[] {
  return commentsOn(state, place).flatMap((comment) => {
    const author = comment.by.delegation;
    return author === null ? [] : [{ kind: "comment" as const, ...saidBy(comment, author, place), comment }];
  });
}

/** Those that a later one took the place of, too. */
function declaredOn(state: State, place: string): SaidBefore[] {
  // What is declared of a statement is read with every place of it.
  const ofStatements = (state.linked[place] ?? []).flatMap(
    (seq) => state.declared[placeOfStatement(seq)] ?? [],
  );
  return [...(state.declared[place] ?? []), ...ofStatements].flatMap((seq) => {
    const declaration = heldAt(state.declarations, seq);
    const author = declaration?.by.delegation ?? null;
    if (declaration === undefined || author === null) return [];
    return [{ kind: "declaration" as const, ...saidBy(declaration, author, place), declaration }];
  });
}

/** Those that wait for confirmation or were annulled are none of ours. */
function statedOn(state: State, place: string): SaidBefore[] {
  return statementsOn(state, place).flatMap((statement) =>
    statement.annulled !== null || statement.received?.confirmed === null
      ? []
      : [{ kind: "statement" as const, ...saidBy(statement, statement.author, place), statement }],
  );
}

function saidBy(
  { seq, at, by }: { seq: Seq; at: Instant; by: By },
  author: DelegationKey,
  place: string,
): Said {
  return { seq, at, by, author, place };
}
