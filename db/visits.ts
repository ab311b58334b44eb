/** When persons were last at a report: what is new to each counts from there. No one else reads it. */
import { and, eq } from "drizzle-orm";
import type { Instant, PersonId, ReportId, Seq } from "#deliberation/ids";
import { seenAgain, type Visit } from "#deliberation/visit";
import { type Store, writing } from "./open.ts";
import { visits } from "./schema.ts";

export function visitOf(store: Store, person: PersonId, report: ReportId): Visit | null {
  const where = and(eq(visits.person, person), eq(visits.report, report));
  const row = store.db.select().from(visits).where(where).get();
  if (row === undefined) return null;
  const { beforeSeq, beforeAt } = row;
  return {
    seq: row.seq as Seq,
    at: row.at as Instant,
    before:
      beforeSeq === null || beforeAt === null ? null : { seq: beforeSeq as Seq, at: beforeAt as Instant },
  };
}

/** Keeps that a person was seen at `at` with the record before them up to `seq`. @returns the visit as it is now. */
export function keepVisit(store: Store, person: PersonId, report: ReportId, seq: Seq, at: Instant): Visit {
  return writing(store, () => {
    const visit = seenAgain(visitOf(store, person, report), seq, at);
    const set = {
      seq: visit.seq,
      at: visit.at,
      beforeSeq: visit.before?.seq ?? null,
      beforeAt: visit.before?.at ?? null,
    };
    store.db
      .insert(visits)
      .values({ person, report, ...set })
      .onConflictDoUpdate({ target: [visits.person, visits.report], set })
      .run();
    return visit;
  });
}
