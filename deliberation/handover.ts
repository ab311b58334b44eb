/** What somebody newly posted to a delegation is handed: what it said since a date, and what it missed. Rules H10, H11. */
import { allHeld } from "./by-seq.ts";
import { standingIdeas } from "./count.ts";
import type { By } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant, RoundId, Seq } from "./ids.ts";
import { doesTakePart, participationOf } from "./participation.ts";
import {
  type CommentState,
  type Declaration,
  declaredOfStatement,
  type Participation,
  type Revision,
  type State,
  type StatementState,
} from "./state.ts";

export interface SaidPosition {
  idea: IdeaId;
  revision: Revision;
  /** Whether a later revision took its place. */
  superseded: boolean;
}

export interface Handover {
  positions: SaidPosition[];
  comments: CommentState[];
  /** Alignments, associations and dissociations. */
  declarations: Declaration[];
  /** Its own, with those that were entered for it and confirmed. */
  statements: StatementState[];
  /** Statement → what others declared of it, and stands. */
  ofStatements: ReadonlyMap<Seq, Declaration[]>;
  /** What it said of taking part in the exercise. */
  participation: Participation[];
  missed: { round: RoundId; closedAt: Instant; ideas: IdeaId[] }[];
}

export function handoverOf(state: State, delegation: DelegationKey, since: Instant): Handover {
  const positions = Object.entries(state.positions).flatMap(([idea, authors]) =>
    (authors[delegation] ?? []).map((revision, index, all) => ({
      idea: idea as IdeaId,
      revision,
      superseded: index < all.length - 1,
    })),
  );
  const own = <T extends { by: By; at: Instant; seq: Seq }>(all: readonly T[]): T[] =>
    all.filter(({ by, at }) => by.delegation === delegation && at >= since).sort((a, b) => a.seq - b.seq);
  const statements = allHeld(state.statements)
    .filter(({ author, by, at }) => (author === delegation || by.delegation === delegation) && at >= since)
    .filter(({ annulled, received }) => annulled === null && received?.confirmed !== null)
    .sort((a, b) => a.seq - b.seq);
  return {
    positions: positions
      .filter(({ revision }) => revision.at >= since)
      .sort((a, b) => a.revision.seq - b.revision.seq),
    comments: own(allHeld(state.comments)),
    declarations: own(allHeld(state.declarations)),
    statements,
    ofStatements: new Map(statements.map(({ seq }) => [seq, declaredOfStatement(state, seq)])),
    participation: participationOf(state, delegation).filter(
      ({ through, at }) => through === "declaration" && at >= since,
    ),
    missed: missedRounds(state, delegation, since),
  };
}

function missedRounds(state: State, delegation: DelegationKey, since: Instant): Handover["missed"] {
  return Object.values(state.rounds).flatMap(({ id: round, closedAt }) => {
    if (closedAt === null || closedAt < since || !doesTakePart(state, delegation, closedAt)) return [];
    const ideas = standingIdeas(state).filter(
      (idea) => !stoodAt(state.positions[idea]?.[delegation], closedAt),
    );
    return ideas.length === 0 ? [] : [{ round, closedAt, ideas }];
  });
}

function stoodAt(revisions: readonly Revision[] | undefined, at: Instant): boolean {
  const last = revisions?.findLast((one) => one.at <= at);
  return last !== undefined && (last.withdrawn === null || last.withdrawn.at > at);
}
