/** The audit: what was done with persons, seats and credentials, by whom, when and why. Never changed. [D28] [D29] */
import { and, count, desc, eq, gte, inArray, lt, type SQL } from "drizzle-orm";
import { type AuditAct, AuditDetails } from "#deliberation/audit";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import type { Store } from "./open.ts";
import { audit, persons, seats } from "./schema.ts";

/** Null: by the command line, which is the secretariat's. */
export type By = PersonId | null;

export interface Noted {
  by: By;
  act: AuditAct;
  /** Whose affair it is; null where it is no delegation's. */
  delegation: DelegationKey | null;
  /** Whom it is about; null where the person is not known here yet. */
  person: PersonId | null;
  details: AuditDetails;
  reason?: string | undefined;
}

/** To be called inside the transaction that does what it tells. */
export function noteAct(store: Store, { details, reason, ...noted }: Noted, at: Instant): void {
  store.db
    .insert(audit)
    .values({ ...noted, at, details: JSON.stringify(details), reason: reason ?? null })
    .run();
}

export interface AuditRow {
  id: number;
  at: Instant;
  act: AuditAct;
  delegation: DelegationKey | null;
  /** Names as they are now; null: the command line, or somebody not known here. */
  by: string | null;
  person: string | null;
  details: AuditDetails;
  reason: string | null;
}

export interface AuditFilter {
  /** One delegation's part alone. */
  delegation?: DelegationKey | undefined;
  /** For the eyes of that delegation: persons of elsewhere have no names then, and addresses are those invited. [D31] */
  own?: boolean;
  acts?: readonly AuditAct[] | undefined;
  from?: Instant | undefined;
  before?: Instant | undefined;
}

/** The newest first. @param limit -1 for all of them. */
export function auditRows(
  store: Store,
  filter: AuditFilter,
  { offset, limit }: { offset: number; limit: number },
): { rows: AuditRow[]; total: number } {
  const where = matching(filter);
  const names = namesFor(store, filter);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const rows = store.db
    .select()
    .from(audit)
    .where(where)
    .orderBy(desc(audit.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map((row) => ({
      ...row,
      at: row.at as Instant,
      act: row.act as AuditAct,
      delegation: row.delegation as DelegationKey | null,
      by: nameOf(row.by),
      person: nameOf(row.person),
      details: detailsFor(row, filter),
    }));
  const total = store.db.select({ total: count() }).from(audit).where(where).get()?.total ?? 0;
  return { rows, total };
}

function namesFor({ db }: Store, { delegation, own }: AuditFilter): Map<string, string> {
  const all = db.select({ id: persons.id, name: persons.name }).from(persons);
  const rows =
    own !== true || delegation === undefined
      ? all.all()
      : all.innerJoin(seats, eq(seats.person, persons.id)).where(eq(seats.delegation, delegation)).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function detailsFor({ act, details }: typeof audit.$inferSelect, { own }: AuditFilter): AuditDetails {
  const { email, ...rest } = AuditDetails.parse(JSON.parse(details));
  return email === undefined || (own === true && act === "sign-in.locked") ? rest : { ...rest, email };
}

function matching({ delegation, acts, from, before }: AuditFilter): SQL | undefined {
  return and(
    ...[
      delegation === undefined ? undefined : eq(audit.delegation, delegation),
      acts === undefined ? undefined : inArray(audit.act, [...acts]),
      from === undefined ? undefined : gte(audit.at, from),
      before === undefined ? undefined : lt(audit.at, before),
    ],
  );
}
