/** Persons, their seats and rights, each with dates. Names live here and never in the record. */
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { AuditDetails } from "#deliberation/audit";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import { Seat, type SeatFunction, type SeatRight } from "#deliberation/seat";
import { noteAct } from "./audit.ts";
import { type Suspension, suspensionOf } from "./credentials.ts";
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
    const about = { by: null, person: id as PersonId, delegation: delegation as DelegationKey | null };
    const details = { as, ...(person.function && { function: person.function }), from: at, until: null };
    noteAct(store, { ...about, act: "seat.given", details }, at);
    for (const right of person.rights ?? []) {
      store.db.insert(rights).values({ seat, right, from: at }).run();
      noteAct(store, { ...about, act: "right.given", details: { right, from: at, until: null } }, at);
    }
  })();
  return id;
}

/** Sets a new password; every earlier sign-in goes on until it ends or is revoked. */
export async function setPassword(
  store: Store,
  email: string,
  password: string,
  at: Instant,
): Promise<boolean> {
  const hashed = await hashPassword(password);
  return writing(store, () => {
    const person = personWith(store, email);
    if (person === null) return false;
    store.db.update(persons).set({ password: hashed }).where(eq(persons.id, person)).run();
    const [seat] = store.db.select().from(seats).where(eq(seats.person, person)).all().slice(-1);
    const delegation = (seat?.delegation ?? null) as DelegationKey | null;
    noteAct(store, { by: null, act: "password.set", delegation, person, details: {} }, at);
    return true;
  });
}

/** @returns null when nobody has this address. */
export function personWith(store: Store, email: string): PersonId | null {
  const row = store.db
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.email, emailKey(email)))
    .get();
  return (row?.id ?? null) as PersonId | null;
}

export function emailOf(store: Store, person: PersonId): string | null {
  const row = store.db.select({ email: persons.email }).from(persons).where(eq(persons.id, person)).get();
  return row?.email ?? null;
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

/**
 * The seat as it is at this moment: ended seats are gone, rights only while their dates hold. While credentials are
 * contested it is that of somebody who reads what is public, and says what it stands for besides. [D26]
 */
export function seatAt(
  store: Store,
  seatId: string,
  at: Instant,
): { seat: Seat; name: string; suspended?: Suspended } | null {
  const row = prepared(store, selectSeat).get({ seat: seatId, at });
  if (row === undefined) return null;
  const { as, person, delegation, function: inDelegation } = row.seats;
  const { name } = row.persons;
  if (as === "delegation" && delegation !== null) {
    const suspension = suspensionOf(store, { person, delegation });
    if (suspension !== null) {
      const suspended = { ...suspension, delegation: delegation as DelegationKey };
      return { seat: Seat.parse({ as: "reviewer", person }), name, suspended };
    }
  }
  const held = prepared(store, selectRights).all({ seat: seatId, at });
  const seat = Seat.parse({
    as,
    person,
    delegation,
    function: inDelegation,
    rights: held.map((r) => r.right),
  });
  return { seat, name };
}

/** A seat that does not act for its delegation now. */
export interface Suspended extends Suspension {
  delegation: DelegationKey;
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
    const person = personWith(store, email);
    if (person === null) return false;
    const held = and(eq(seats.person, person), or(isNull(seats.until), gt(seats.until, at)));
    const ended = store.db.update(seats).set({ until: at }).where(held).returning().all();
    const open = and(eq(signIns.person, person), isNull(signIns.revokedAt));
    store.db.update(signIns).set({ revokedAt: at }).where(open).run();
    for (const row of ended) {
      const { as, function: inDelegation } = row;
      const details = AuditDetails.parse({ as, ...(inDelegation && { function: inDelegation }) });
      const delegation = row.delegation as DelegationKey | null;
      noteAct(store, { by: null, act: "seat.ended", delegation, person, details }, at);
    }
    return ended.length > 0;
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
    const tables = ["persons", "seats", "rights", "sign_ins", "invitations", "contests"];
    writing(store, () => {
      for (const table of tables.toReversed()) store.sqlite.exec(`DELETE FROM main.${table}`);
      for (const table of tables) {
        const columns = columnsOfBoth(store, table);
        store.sqlite.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM other.${table}`);
      }
      // The audit loses nothing: what was noted since the copy was made is noted behind it.
      const told = columnsOfBoth(store, "audit", "id");
      store.sqlite.exec(
        `INSERT INTO main.audit (${told}) SELECT ${told} FROM other.audit AS since WHERE NOT EXISTS
          (SELECT 1 FROM main.audit AS kept WHERE kept.id = since.id AND kept.at = since.at AND kept.act = since.act)
          ORDER BY since.id`,
      );
    });
  } finally {
    store.sqlite.exec("DETACH other");
  }
}

/** Columns are named: they stand in another order where one was added later. */
function columnsOfBoth({ sqlite }: Store, table: string, without = ""): string {
  const all = sqlite.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];
  return all
    .filter((name) => name !== without)
    .map((name) => `"${name}"`)
    .join(", ");
}
