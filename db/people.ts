/** Persons, their seats and rights, each with dates. Names live here and never in the record. */
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Instant } from "#deliberation/ids";
import { Seat, type SeatFunction, type SeatRight } from "#deliberation/seat";
import { type Store, writing } from "./open.ts";
import { hashPassword } from "./password.ts";
import { prepared } from "./prepared.ts";
import { persons, rights, seats, signIns } from "./schema.ts";

export interface NewPerson {
  email: string;
  name: string;
  /** As `hashPassword` makes it. */
  passwordHash: string;
  as: Seat["as"];
  delegation?: string;
  function?: SeatFunction;
  rights?: SeatRight[];
}

/** Registers a person with one seat from `at` on. @returns the person's id. */
export function addPerson(store: Store, person: NewPerson, at: Instant): string {
  const [id, seat] = [randomUUID(), randomUUID()];
  const { name, as, delegation = null } = person;
  store.sqlite.transaction(() => {
    store.db
      .insert(persons)
      .values({ id, email: emailKey(person.email), name, password: person.passwordHash })
      .run();
    const row = { id: seat, person: id, as, delegation, function: person.function ?? null, from: at };
    store.db.insert(seats).values(row).run();
    for (const right of person.rights ?? []) store.db.insert(rights).values({ seat, right, from: at }).run();
  })();
  return id;
}

/** Sets a new password; every earlier sign-in goes on until it ends or is revoked. */
export async function setPassword(store: Store, email: string, password: string): Promise<boolean> {
  const hashed = await hashPassword(password);
  const done = store.db
    .update(persons)
    .set({ password: hashed })
    .where(eq(persons.email, emailKey(email)))
    .run();
  return done.changes > 0;
}

export function isEmptyOfPeople(store: Store): boolean {
  return store.db.select({ id: persons.id }).from(persons).limit(1).get() === undefined;
}

export function emailKey(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}

/** Asked of every request and of every batch of frames. */
const selectSeat = ({ db }: Store) =>
  db
    .select()
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.person))
    .where(and(eq(seats.id, sql.placeholder("seat")), heldAt(seats)))
    .prepare();
const selectRights = ({ db }: Store) =>
  db
    .select({ right: rights.right })
    .from(rights)
    .where(and(eq(rights.seat, sql.placeholder("seat")), heldAt(rights)))
    .prepare();

function heldAt({ from, until }: Pick<typeof seats | typeof rights, "from" | "until">) {
  const at = sql.placeholder("at");
  return and(lte(from, at), or(isNull(until), gt(until, at)));
}

/** The seat as it is at this moment: ended seats are gone, rights only while their dates hold. */
export function seatAt(store: Store, seatId: string, at: Instant): { seat: Seat; name: string } | null {
  const row = prepared(store, selectSeat).get({ seat: seatId, at });
  if (row === undefined) return null;
  const held = prepared(store, selectRights).all({ seat: seatId, at });
  const { as, person, delegation, function: inDelegation } = row.seats;
  const seat = Seat.parse({
    as,
    person,
    delegation,
    function: inDelegation,
    rights: held.map((r) => r.right),
  });
  return { seat, name: row.persons.name };
}

/** Names of the persons seated in a delegation; for its own eyes only. */
export function colleagues(store: Store, delegation: string): { person: string; name: string }[] {
  return store.db
    .select({ person: persons.id, name: persons.name })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.person))
    .where(eq(seats.delegation, delegation))
    .all();
}

/** Ends every seat and sign-in of a person. @returns false when nobody seated has this address. */
export function endSeats(store: Store, email: string, at: Instant): boolean {
  return writing(store, () => {
    const person = store.db
      .select({ id: persons.id })
      .from(persons)
      .where(eq(persons.email, emailKey(email)))
      .get();
    if (person === undefined) return false;
    const held = and(eq(seats.person, person.id), or(isNull(seats.until), gt(seats.until, at)));
    const ended = store.db.update(seats).set({ until: at }).where(held).run().changes;
    const open = and(eq(signIns.person, person.id), isNull(signIns.revokedAt));
    store.db.update(signIns).set({ revokedAt: at }).where(open).run();
    return ended > 0;
  });
}

export function endAllSignIns(store: Store, at: Instant): void {
  store.db.update(signIns).set({ revokedAt: at }).where(isNull(signIns.revokedAt)).run();
}

/**
 * Makes the persons, seats, rights and sign-ins of another store this one's: an older copy put in its place must
 * not give back what was taken away since.
 * @param file the other store; nobody may have it open.
 * @throws Error when it cannot be read; then nothing was changed.
 */
export function takePeopleFrom(store: Store, file: string): void {
  store.sqlite.prepare("ATTACH ? AS other").run(file);
  try {
    // Children after parents, and gone before them.
    const tables = ["persons", "seats", "rights", "sign_ins"];
    writing(store, () => {
      for (const table of tables.toReversed()) store.sqlite.exec(`DELETE FROM main.${table}`);
      for (const table of tables) store.sqlite.exec(`INSERT INTO main.${table} SELECT * FROM other.${table}`);
    });
  } finally {
    store.sqlite.exec("DETACH other");
  }
}
