/** Sign-ins: rows that a session cookie names, so that one can be revoked; and the throttle before them. */
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Instant } from "#deliberation/ids";
import { type Refusal, refuse } from "#deliberation/refusal";
import type { Seat } from "#deliberation/seat";
import type { Store } from "./open.ts";
import { passwordHolds } from "./password.ts";
import { emailKey, seatAt } from "./people.ts";
import { prepared } from "./prepared.ts";
import { persons, seats, signIns, throttle } from "./schema.ts";

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
  const keys: [string, number][] = [
    [`address ${emailKey(email)}`, PER_ADDRESS],
    [`source ${source}`, PER_SOURCE],
  ];
  // Counted before the slow work, so that attempts in parallel do not slip past.
  const over = keys.map(([key, most]) => attempts(store, key, at) > most);
  if (over.includes(true)) return refuse("too-many");
  const person = store.db
    .select()
    .from(persons)
    .where(eq(persons.email, emailKey(email)))
    .get();
  const holds = await passwordHolds(password, person?.password ?? null);
  if (!holds || person === undefined) return refuse("not-signed-in");
  const seat = store.db.select().from(seats).where(eq(seats.person, person.id)).get();
  if (seat === undefined || seatAt(store, seat.id, at) === null) return refuse("not-signed-in");
  store.db
    .delete(throttle)
    .where(eq(throttle.key, `address ${emailKey(email)}`))
    .run();
  const id = randomUUID();
  const expiresAt = hoursAfter(at);
  store.db.insert(signIns).values({ id, person: person.id, seat: seat.id, createdAt: at, expiresAt }).run();
  return { signIn: id };
}

/** Counts this attempt and says how many there were in the window. */
function attempts(store: Store, key: string, at: Instant): number {
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

export function revokeSignIn(store: Store, signIn: string, at: Instant): void {
  store.db.update(signIns).set({ revokedAt: at }).where(eq(signIns.id, signIn)).run();
}
