/** Seats: given from a moment on and cited, their end moved, taken back. Every one there ever was stays. [D21] [D22] */
import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { AuditDetails, Cited } from "#deliberation/audit";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import { type Refusal, refuse } from "#deliberation/refusal";
import { Place, type SeatRight } from "#deliberation/seat";
import type { DelegationState } from "#deliberation/state";
import { type By, noteAct } from "./audit.ts";
import { judgeState } from "./follow.ts";
import { type Store, writing } from "./open.ts";
import { reportList } from "./reports.ts";
import { persons, rights, seats, signIns } from "./schema.ts";

export interface SeatAsked {
  person: PersonId;
  place: Place;
  from: Instant;
  /** Null: until further notice. */
  until: Instant | null;
  /** Null only where a head gives a seat of the own delegation by invitation. */
  cites: Cited | null;
  rights?: readonly SeatRight[];
  by: By;
}

/** [D21] @returns the new seat's id. */
export function giveSeat(store: Store, asked: SeatAsked, at: Instant): { seat: string } | Refusal {
  const { person, place, from, until, cites, by } = asked;
  if (until !== null && until <= from) return refuse("malformed", "until: before the beginning");
  if (!takesPart(store, place)) return refuse("unknown-delegation");
  return writing(store, () => {
    if (store.db.select().from(persons).where(eq(persons.id, person)).get() === undefined)
      return refuse("unknown-person");
    if (holdsMeanwhile(store, asked)) return refuse("already-done");
    const seat = randomUUID();
    const { columns, delegation } = columnsOf(place);
    store.db
      .insert(seats)
      .values({ id: seat, person, ...columns, from, until, ...cites, givenBy: by })
      .run();
    for (const right of asked.rights ?? [])
      store.db.insert(rights).values({ seat, right, from, until, givenBy: by }).run();
    const details = { ...detailsOf(place), from, until, ...cites };
    noteAct(store, { by, act: "seat.given", delegation, person, details }, at);
    for (const right of asked.rights ?? [])
      noteAct(store, { by, act: "right.given", delegation, person, details: { right, from, until } }, at);
    return { seat };
  });
}

interface OfSeat {
  seat: string;
  by: By;
  reason: string;
}

/** Another end for a seat that has not ended. @param until null: until further notice. */
export function moveSeatEnd(
  store: Store,
  { seat, until, by, reason }: OfSeat & { until: Instant | null },
  at: Instant,
): Refusal | null {
  return writing(store, () => {
    const held = seatRow(store, seat);
    if (held === null) return refuse("not-found");
    if (held.until !== null && held.until <= at) return refuse("already-done");
    if (until !== null && (until <= at || until <= held.from)) return refuse("malformed", "until: not ahead");
    store.db.update(seats).set({ until }).where(eq(seats.id, seat)).run();
    const details = { ...detailsOf(held.place), until, untilBefore: held.until };
    noteAct(store, { ...of(held), by, act: "seat.changed", details, reason }, at);
    return null;
  });
}

/** [D22] At once; its sign-ins end with it. */
export function takeSeatBack(store: Store, { seat, by, reason }: OfSeat, at: Instant): Refusal | null {
  return writing(store, () => {
    const held = seatRow(store, seat);
    if (held === null) return refuse("not-found");
    if (held.until !== null && held.until <= at) return refuse("already-done");
    store.db.update(seats).set({ until: at, endedBy: by }).where(eq(seats.id, seat)).run();
    const open = and(eq(signIns.seat, seat), isNull(signIns.revokedAt));
    store.db.update(signIns).set({ revokedAt: at }).where(open).run();
    noteAct(store, { ...of(held), by, act: "seat.ended", details: detailsOf(held.place), reason }, at);
    return null;
  });
}

export interface SeatRow {
  seat: string;
  person: PersonId;
  name: string;
  email: string;
  place: Place;
  from: Instant;
  until: Instant | null;
  cites: Cited | null;
}

/** Every seat there ever was, with who sits or sat on it, the oldest first. */
export function allSeats(store: Store): SeatRow[] {
  return store.db
    .select()
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.person))
    .orderBy(asc(seats.from), asc(seats.id))
    .all()
    .map(({ seats: seat, persons: { name, email } }) => ({ ...rowOf(seat), name, email }));
}

/** @returns null when there is no such seat. */
export function seatRow(store: Store, id: string): Omit<SeatRow, "name" | "email"> | null {
  const row = store.db.select().from(seats).where(eq(seats.id, id)).get();
  return row === undefined ? null : rowOf(row);
}

function rowOf(row: typeof seats.$inferSelect) {
  const { document, documentOn } = row;
  return {
    seat: row.id,
    person: row.person as PersonId,
    place: placeOf(row),
    from: row.from as Instant,
    until: row.until as Instant | null,
    cites: document === null || documentOn === null ? null : { document, documentOn },
  };
}

/** [D30] The seats a person holds at a moment, the one given last first: a new sign-in acts in that. */
export function seatsToActIn(store: Store, person: string, at: Instant): { seat: string; place: Place }[] {
  const held = and(
    ...[eq(seats.person, person), lte(seats.from, at)],
    or(isNull(seats.until), gt(seats.until, at)),
  );
  return store.db
    .select()
    .from(seats)
    .where(held)
    .orderBy(desc(seats.from), desc(sql`rowid`))
    .all()
    .map((row) => ({ seat: row.id, place: placeOf(row) }));
}

/** A place as the tables hold it. */
export function columnsOf(place: Place) {
  const isIn = place.as === "delegation";
  const delegation: DelegationKey | null = isIn ? place.delegation : null;
  return { columns: { as: place.as, delegation, function: isIn ? place.function : null }, delegation };
}

export function placeOf(row: { as: string; delegation: string | null; function: string | null }): Place {
  const { as, delegation, function: inDelegation } = row;
  return Place.parse(as === "delegation" ? { as, delegation, function: inDelegation } : { as });
}

export function detailsOf(place: Place): AuditDetails {
  return place.as === "delegation" ? { as: place.as, function: place.function } : { as: place.as };
}

/** Whether persons can sit there: in no group itself, and in no delegation that has a standing no more. */
export function takesPart(store: Store, place: Place): boolean {
  if (place.as !== "delegation") return true;
  const known = delegationNamed(store, place.delegation);
  return known !== null && known.kind !== "group" && known.kind !== "former";
}

/** A delegation as the first report that knows it names it now; null where none does. */
export function delegationNamed(
  store: Store,
  delegation: DelegationKey,
): (DelegationState & { demonstration: boolean }) | null {
  for (const report of reportList(store)) {
    const { delegations, item } = judgeState(store, report);
    const known = delegations[delegation];
    if (known !== undefined) return { ...known, demonstration: item?.demonstration === true };
  }
  return null;
}

function of({ person, place }: { person: PersonId; place: Place }) {
  return { person, delegation: columnsOf(place).delegation };
}

function holdsMeanwhile(store: Store, { person, place, from, until }: SeatAsked): boolean {
  const { columns } = columnsOf(place);
  return store.db
    .select()
    .from(seats)
    .where(eq(seats.person, person))
    .all()
    .some(
      (one) =>
        one.as === columns.as &&
        one.delegation === columns.delegation &&
        one.function === columns.function &&
        (one.until === null || one.until > from) &&
        (until === null || one.from < until),
    );
}
