/** What the secretariat decided of candidates for ideas. Acceptance is an entry of the record, never a row here. */
import { asc, eq } from "drizzle-orm";
import type { Decision, Shape, Shaping } from "#deliberation/candidate-shapes";
import type { Instant, PersonId, ReportId } from "#deliberation/ids";
import type { Store } from "./open.ts";
import { candidateDecisions, persons } from "./schema.ts";

export interface Decided extends Shaping {
  /** Name of the person. */
  by: string;
  at: Instant;
}

export function decideCandidate(
  store: Store,
  report: ReportId,
  { shape, ...decided }: { idea: string; person: PersonId; at: Instant } & Shaping,
): void {
  store.db
    .insert(candidateDecisions)
    .values({ report, ...decided, shape: shape && JSON.stringify(shape) })
    .run();
}

/** The latest decision on each candidate; for the secretariat's eyes only. */
export function candidateDecisionsOf(store: Store, report: ReportId): Map<string, Decided> {
  const rows = store.db
    .select()
    .from(candidateDecisions)
    .leftJoin(persons, eq(persons.id, candidateDecisions.person))
    .where(eq(candidateDecisions.report, report))
    .orderBy(asc(candidateDecisions.id))
    .all();
  return new Map(
    rows.map(({ candidate_decisions: { idea, decision, shape, at }, persons: by }) => [
      idea,
      {
        decision: decision as Decision,
        shape: shape === null ? null : (JSON.parse(shape) as Shape),
        by: by?.name ?? "",
        at: at as Instant,
      },
    ]),
  );
}
