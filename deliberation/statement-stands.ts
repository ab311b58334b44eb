/** What a delegation can say of another's statement: align with it, dissociate from it or a passage of it, answer it. Rules A7–A9, T13. */
import { audienceOfEntry } from "./audience.ts";
import { heldAt } from "./by-seq.ts";
import type { BodyOf } from "./entry.ts";
import type { DelegationKey, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import {
  type Declaration,
  declaredOn,
  isPlaceOfStatement,
  isStanding,
  placeOfStatement,
  placesOfStatement,
  type State,
  type StatementState,
  settledStatement,
} from "./state.ts";

/** [A7] [A8] @param passages those that are named, by their place among the statement's. */
export function statementNamedRefusal(
  state: State,
  { entry, as }: { entry: Seq; as: Seq },
  passages: readonly number[],
  own: DelegationKey | undefined,
): Refusal | null {
  const statement = heldAt(state.statements, entry);
  // One that is sealed, waits for confirmation, or is one's own is as if it were not there.
  if (statement === undefined || !isStanding(statement) || statement.author === own)
    return refuse("unknown-entry");
  if (audienceOfEntry(state, entry) !== "everyone") return refuse("unknown-entry");
  if (settledStatement(statement) !== as) return refuse("changed-since-read");
  const isThere = passages.every((index) => index < statement.passages.length);
  return isThere && new Set(passages).size === passages.length ? null : refuse("unknown-passage");
}

/** [T13] A statement is answered on one of its places, by who may read it. */
export function statementAnswered(
  state: State,
  entry: number,
  place: string,
  own: DelegationKey | undefined,
): StatementState | null {
  const statement = heldAt(state.statements, entry);
  if (statement === undefined || !isStanding(statement) || !placesOfStatement(statement).includes(place))
    return null;
  const hears =
    statement.audience === "everyone" || statement.by.delegation === own || statement.author === own;
  return hears ? statement : null;
}

/** What a declaration names of a statement; undefined when it names none. */
export function statementOf(
  body: BodyOf<"alignment.declared" | "dissociation.declared" | "wording.associated">,
): { place: string; statement: NonNullable<Declaration["statement"]> } | undefined {
  if (body.kind === "alignment.declared" && body.as !== undefined) {
    const { entry, as, except = [] } = body;
    return { place: placeOfStatement(entry), statement: { entry, as, except, passage: null } };
  }
  if (body.kind === "dissociation.declared" && body.target.on === "statement") {
    const { entry, as, passage } = body.target;
    return { place: placeOfStatement(entry), statement: { entry, as, except: [], passage: passage ?? null } };
  }
  return undefined;
}

export interface MovedStatement {
  declaration: Declaration;
  /** As it stands now; withdrawn ones among them. */
  statement: StatementState;
}

/** [H12] Alignments of a delegation with statements that were corrected or withdrawn since. */
export function movedStatements(state: State, delegation: DelegationKey): MovedStatement[] {
  return Object.keys(state.declared)
    .filter(isPlaceOfStatement)
    .flatMap((place) => declaredOn(state, place))
    .flatMap((declaration): MovedStatement[] => {
      const named = declaration.statement;
      if (declaration.kind !== "alignment.declared" || declaration.by.delegation !== delegation) return [];
      const statement = named && heldAt(state.statements, named.entry);
      if (named === undefined || statement === undefined) return [];
      const same = statement.withdrawn === null && settledStatement(statement) === named.as;
      return same ? [] : [{ declaration, statement }];
    })
    .sort((a, b) => a.declaration.seq - b.declaration.seq);
}
