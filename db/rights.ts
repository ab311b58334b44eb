/** Clearing and submitting: rights of named persons of a delegation, given and taken by its head, with dates. */
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import type { SeatFunction, SeatRight } from "#deliberation/seat";
import { noteAct } from "./audit.ts";
import { type Store, writing } from "./open.ts";
import { persons, rights, seats } from "./schema.ts";

export interface RightGiven {
  right: SeatRight;
  from: Instant;
  until: Instant | null;
  /** Names; null where it was the secretariat. */
  givenBy: string | null;
  endedBy: string | null;
}

export interface Colleague {
  seat: string;
  person: PersonId;
  name: string;
  function: SeatFunction;
  from: Instant;
  until: Instant | null;
  /** Every one there ever was, the oldest first. */
  rights: RightGiven[];
}

/** Persons seated in a delegation at a moment, with what they were ever given. */
export function delegationPeople(store: Store, delegation: DelegationKey, at: Instant): Colleague[] {
  const names = new Map(
    store.db
      .select({ id: persons.id, name: persons.name })
      .from(persons)
      .all()
      .map((row) => [row.id, row.name]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const held = and(eq(seats.delegation, delegation), or(isNull(seats.until), gt(seats.until, at)));
  return store.db
    .select()
    .from(seats)
    .where(held)
    .orderBy(asc(seats.from), asc(seats.id))
    .all()
    .map((seat) => ({
      seat: seat.id,
      person: seat.person as PersonId,
      name: names.get(seat.person) ?? "",
      function: seat.function as SeatFunction,
      from: seat.from as Instant,
      until: seat.until as Instant | null,
      rights: store.db
        .select()
        .from(rights)
        .where(eq(rights.seat, seat.id))
        .orderBy(asc(rights.from), asc(rights.right))
        .all()
        .map((row) => ({
          right: row.right as SeatRight,
          from: row.from as Instant,
          until: row.until as Instant | null,
          givenBy: nameOf(row.givenBy),
          endedBy: nameOf(row.endedBy),
        })),
    }));
}

interface Giving {
  delegation: DelegationKey;
  seat: string;
  right: SeatRight;
  by: PersonId;
  at: Instant;
}

/** @param until null until further notice. @returns false when the seat is not of this delegation or holds it already. */
export function giveRight(
  store: Store,
  { delegation, seat, right, by, at }: Giving,
  until: Instant | null,
): boolean {
  return writing(store, () => {
    const person = seatedPerson(store, seat, delegation, at);
    if (person === null || heldRows(store, seat, right, at).length > 0) return false;
    store.db.insert(rights).values({ seat, right, from: at, until, givenBy: by }).run();
    const details = { right, from: at, until };
    noteAct(store, { by, act: "right.given", delegation, person, details }, at);
    return true;
  });
}

/** Ends it at once; the row stays, with who ended it. @returns false when there was nothing to end. */
export function endRight(store: Store, { delegation, seat, right, by, at }: Giving): boolean {
  return writing(store, () => {
    const person = seatedPerson(store, seat, delegation, at);
    if (person === null) return false;
    const where = and(
      ...[eq(rights.seat, seat), eq(rights.right, right)],
      or(isNull(rights.until), gt(rights.until, at)),
    );
    const ended = store.db.update(rights).set({ until: at, endedBy: by }).where(where).run().changes > 0;
    if (ended) noteAct(store, { by, act: "right.ended", delegation, person, details: { right } }, at);
    return ended;
  });
}

function heldRows(store: Store, seat: string, right: SeatRight, at: Instant) {
  const now = or(isNull(rights.until), gt(rights.until, at));
  const where = and(eq(rights.seat, seat), eq(rights.right, right), now);
  return store.db.select().from(rights).where(where).all();
}

/** @returns null when the seat is not one of this delegation, or has ended. */
function seatedPerson(store: Store, seat: string, delegation: DelegationKey, at: Instant): PersonId | null {
  const held = or(isNull(seats.until), gt(seats.until, at));
  const where = and(eq(seats.id, seat), eq(seats.delegation, delegation), held);
  const row = store.db.select({ person: seats.person }).from(seats).where(where).get();
  return (row?.person ?? null) as PersonId | null;
}
