/** Contested credentials: while a contest is not lifted, the seats it is about are suspended. Nothing is deleted. [D26] */
import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Cited } from "#deliberation/audit";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import { type Refusal, refuse } from "#deliberation/refusal";
import { type By, noteAct } from "./audit.ts";
import { type Store, writing } from "./open.ts";
import { prepared } from "./prepared.ts";
import { contests, persons, seats } from "./schema.ts";

/** Whose credentials: a delegation's, or one person's alone. */
export type Concerned = { delegation: DelegationKey } | { person: PersonId };

export interface Suspension {
  /** Whether the credentials of the whole delegation are contested, or the person's alone. */
  whole: boolean;
  document: string;
  documentOn: string;
  since: Instant;
}

export function contestCredentials(
  store: Store,
  { of, cites, by, reason }: { of: Concerned; cites: Cited; by: By; reason?: string | undefined },
  at: Instant,
): { contest: string } | Refusal {
  return writing(store, () => {
    const about = aboutOf(of);
    if (about.person !== null) {
      const known = store.db.select().from(persons).where(eq(persons.id, about.person)).get();
      if (known === undefined) return refuse("unknown-person");
    }
    const standing = contestList(store).some(
      (one) => one.liftedAt === null && one.delegation === about.delegation && one.person === about.person,
    );
    if (standing) return refuse("already-done");
    const id = randomUUID();
    store.db
      .insert(contests)
      .values({ id, ...about, ...cites, at, by })
      .run();
    const noted = { ...about, delegation: delegationOf(store, about) };
    noteAct(store, { ...noted, by, act: "credentials.contested", details: cites, reason }, at);
    return { contest: id };
  });
}

/** From now on each seat is as it was. */
export function settleCredentials(
  store: Store,
  { contest, cites, by, reason }: { contest: string; cites: Cited; by: By; reason?: string | undefined },
  at: Instant,
): Refusal | null {
  return writing(store, () => {
    const row = store.db.select().from(contests).where(eq(contests.id, contest)).get();
    if (row === undefined) return refuse("not-found");
    if (row.liftedAt !== null) return refuse("already-done");
    const lifted = { liftedDocument: cites.document, liftedDocumentOn: cites.documentOn };
    store.db
      .update(contests)
      .set({ liftedAt: at, liftedBy: by, ...lifted })
      .where(eq(contests.id, contest))
      .run();
    const about = { delegation: row.delegation, person: row.person as PersonId | null };
    const noted = { ...about, delegation: delegationOf(store, about) };
    noteAct(store, { ...noted, by, act: "credentials.settled", details: cites, reason }, at);
    return null;
  });
}

export interface Contest {
  id: string;
  delegation: DelegationKey | null;
  person: PersonId | null;
  document: string;
  documentOn: string;
  at: Instant;
  liftedAt: Instant | null;
}

/** Every one there ever was, the newest first; for the secretariat's eyes only. */
export function contestList(store: Store): Contest[] {
  const rows = store.db.select().from(contests).orderBy(desc(contests.at), desc(sql`rowid`)).all();
  return rows.map((row) => ({
    ...row,
    delegation: row.delegation as DelegationKey | null,
    person: row.person as PersonId | null,
    at: row.at as Instant,
    liftedAt: row.liftedAt as Instant | null,
  }));
}

/** Asked of every request, beside the seat. */
const selectContest = ({ db }: Store) =>
  db
    .select()
    .from(contests)
    .where(
      and(
        isNull(contests.liftedAt),
        sql`(${contests.delegation} = ${sql.placeholder("delegation")} OR ${contests.person} = ${sql.placeholder("person")})`,
      ),
    )
    // What concerns the whole delegation is said first.
    .orderBy(desc(contests.delegation), desc(contests.at))
    .limit(1)
    .prepare();

/** @returns null while nothing is contested that this seat stands on. */
export function suspensionOf(store: Store, seat: { person: string; delegation: string }): Suspension | null {
  const row = prepared(store, selectContest).get({ person: seat.person, delegation: seat.delegation });
  if (row === undefined) return null;
  const { document, documentOn, at } = row;
  return { whole: row.delegation !== null, document, documentOn, since: at as Instant };
}

/** The same of many seats at once. @returns whether one of them is suspended now. */
export function suspensions(store: Store): (seat: { person: string; delegation: string }) => boolean {
  const open = contestList(store).filter(({ liftedAt }) => liftedAt === null);
  return (seat) =>
    open.some(({ delegation, person }) => delegation === seat.delegation || person === seat.person);
}

/** In whose part of the audit it stands: also what is about one person is the affair of a delegation. */
function delegationOf(
  { db }: Store,
  { delegation, person }: { delegation: string | null; person: PersonId | null },
): DelegationKey | null {
  if (delegation !== null || person === null) return delegation as DelegationKey | null;
  const inOne = and(eq(seats.person, person), eq(seats.as, "delegation"));
  const latest = db.select().from(seats).where(inOne).orderBy(desc(seats.from)).limit(1).get();
  return (latest?.delegation ?? null) as DelegationKey | null;
}

function aboutOf(of: Concerned): { delegation: DelegationKey | null; person: PersonId | null } {
  return "delegation" in of
    ? { delegation: of.delegation, person: null }
    : { delegation: null, person: of.person };
}
