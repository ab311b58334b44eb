/** Sign-ins: rows that a session cookie names, so that one can be revoked; and the throttle before them. */
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Instant } from "#deliberation/ids";
import { type Refusal, refuse } from "#deliberation/refusal";
import type { Place, Seat } from "#deliberation/seat";
import { noteAct } from "./audit.ts";
import { type Store, writing } from "./open.ts";
import { passwordHolds } from "./password.ts";
import { emailKey, personWith, type Suspended, seatAt } from "./people.ts";
import { prepared } from "./prepared.ts";
import { persons, signIns, throttle } from "./schema.ts";
import { seatRow, seatsToActIn } from "./seats.ts";

const HOURS = 12;
const WINDOW_MS = 15 * 60_000;
const PER_ADDRESS = 10;
const PER_SOURCE = 100;

/**
 * Signs a person in. Unknown address and wrong password answer alike and take the same time.
 * @param source network address the attempt came from.
 */
export async function checkPassword(
  store: Store,
  { email, password, source }: { email: string; password: string; source: string },
  at: Instant,
): Promise<{ signIn: string } | Refusal> {
  if (tooManyAttempts(store, { email, source }, at)) return refuse("too-many");
  const person = store.db
    .select()
    .from(persons)
    .where(eq(persons.email, emailKey(email)))
    .get();
  const holds = await passwordHolds(password, person?.password ?? null);
  if (!holds || person === undefined) return refuse("not-signed-in");
  const [held] = seatsToActIn(store, person.id, at);
  if (held === undefined) return refuse("not-signed-in");
  store.db
    .delete(throttle)
    .where(eq(throttle.key, `address ${emailKey(email)}`))
    .run();
  const id = randomUUID();
  const expiresAt = hoursAfter(at);
  store.db.insert(signIns).values({ id, person: person.id, seat: held.seat, createdAt: at, expiresAt }).run();
  return { signIn: id };
}

/** Counts an attempt with a password. Before the slow work, so that attempts in parallel do not slip past. */
export function tooManyAttempts(
  store: Store,
  { email, source }: { email: string; source: string },
  at: Instant,
): boolean {
  const byAddress = attempts(store, `address ${emailKey(email)}`, at) - PER_ADDRESS;
  const bySource = attempts(store, `source ${source}`, at) - PER_SOURCE;
  // Once for each address, whether anybody has it or not, and no more than one source may try.
  if (byAddress === 1 && bySource <= 0) noteLocked(store, email, at);
  return byAddress > 0 || bySource > 0;
}

/** The address is kept also where nobody has it: who reads the audit sees what was tried. */
function noteLocked(store: Store, email: string, at: Instant): void {
  writing(store, () => {
    const person = personWith(store, email);
    const [held] = person === null ? [] : seatsToActIn(store, person, at);
    const place = held?.place;
    const delegation = place?.as === "delegation" ? place.delegation : null;
    const details = { email: emailKey(email).slice(0, 254) };
    noteAct(store, { by: null, act: "sign-in.locked", delegation, person, details }, at);
  });
}

/** Counts this attempt and says how many there were in the window. */
export function attempts(store: Store, key: string, at: Instant): number {
  return store.sqlite
    .transaction(() => {
      const row = store.db.select().from(throttle).where(eq(throttle.key, key)).get();
      const fresh = row === undefined || Date.parse(at) - Date.parse(row.since) > WINDOW_MS;
      const next = fresh ? { count: 1, since: at as string } : { count: row.count + 1, since: row.since };
      store.db
        .insert(throttle)
        .values({ key, ...next })
        .onConflictDoUpdate({ target: throttle.key, set: next })
        .run();
      return next.count;
    })
    .immediate();
}

export interface Seated {
  seat: Seat;
  name: string;
  /** While credentials are contested: for whom the seat does not act, and by which document. */
  suspended?: Suspended;
  signIn: string;
  /** When the sign-in ends by itself. */
  until: Instant;
}

const selectSignIn = ({ db }: Store) =>
  db
    .select({ seat: signIns.seat, expiresAt: signIns.expiresAt })
    .from(signIns)
    .where(
      and(
        eq(signIns.id, sql.placeholder("signIn")),
        isNull(signIns.revokedAt),
        gt(signIns.expiresAt, sql.placeholder("at")),
      ),
    )
    .prepare();

/** Who a sign-in stands for at this moment; null once it ended, was revoked, or its seat is gone. */
export function seatOfSignIn(store: Store, signIn: string, at: Instant): Seated | null {
  const row = prepared(store, selectSignIn).get({ signIn, at });
  const held = row === undefined ? null : seatAt(store, row.seat, at);
  return held === null || row === undefined ? null : { ...held, signIn, until: row.expiresAt as Instant };
}

/** How a sign-in stands for the browser that was given it: what a device keeps for its person depends on it. */
export type Standing =
  | { standing: "held"; person: string; until: Instant }
  /** Its time is over: the same person may come back. */
  | { standing: "ended" }
  /** It was taken back, or its seat is gone. */
  | { standing: "revoked" };

export function standingOfSignIn(store: Store, signIn: string, at: Instant): Standing {
  const row = store.db.select().from(signIns).where(eq(signIns.id, signIn)).get();
  if (row === undefined) return { standing: "ended" };
  if (row.revokedAt !== null || seatAt(store, row.seat, at) === null) return { standing: "revoked" };
  if (row.expiresAt <= at) return { standing: "ended" };
  return { standing: "held", person: row.person, until: row.expiresAt as Instant };
}

/** The seat a sign-in acted in, once that has ended; null while it is held, or when nothing is known of the sign-in. */
export function endedSeatOf(
  store: Store,
  signIn: string,
  at: Instant,
): { place: Place; until: Instant } | null {
  const row = store.db.select().from(signIns).where(eq(signIns.id, signIn)).get();
  const held = row === undefined ? null : seatRow(store, row.seat);
  if (held === null || held.until === null || held.until > at) return null;
  return { place: held.place, until: held.until };
}

/** A sign-in that holds goes on for as long again from now; ask `seatOfSignIn` whether it does. */
export function prolongSignIn(store: Store, signIn: string, at: Instant): void {
  store.db
    .update(signIns)
    .set({ expiresAt: hoursAfter(at) })
    .where(eq(signIns.id, signIn))
    .run();
}

function hoursAfter(at: Instant): string {
  return new Date(Date.parse(at) + HOURS * 3_600_000).toISOString();
}

/** From now on a sign-in acts in another seat of its person; its connections are read again. */
export function actInSeat(
  store: Store,
  { signIn, seat, person }: { signIn: string; seat: string; person: string },
): void {
  const own = and(eq(signIns.id, signIn), eq(signIns.person, person));
  store.db.update(signIns).set({ seat }).where(own).run();
}

export function revokeSignIn(store: Store, signIn: string, at: Instant): void {
  store.db.update(signIns).set({ revokedAt: at }).where(eq(signIns.id, signIn)).run();
}
