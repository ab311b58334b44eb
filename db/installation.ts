/** Facts about this installation's store. */
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Instant, ReportId } from "#deliberation/ids";
import type { Store } from "./open.ts";
import { installation } from "./schema.ts";

const EPOCH = "epoch";
const ALIVE = "alive";

/**
 * The store's epoch: random, made once, renewed by restore, import and any change of the public form.
 * A browser that holds another epoch starts clean; without it a rolled-back record would fork it silently.
 */
export function epochOf(store: Store): string {
  const row = store.db.select().from(installation).where(eq(installation.name, EPOCH)).get();
  return row?.value ?? renewEpoch(store);
}

export function renewEpoch(store: Store): string {
  const value = randomUUID();
  setFact(store, EPOCH, value);
  return value;
}

/** When a server last noted that it runs and can write; null on a store that none has served. */
export function aliveAt(store: Store): Instant | null {
  const row = store.db.select().from(installation).where(eq(installation.name, ALIVE)).get();
  return row === undefined ? null : (row.value as Instant);
}

export function noteAlive(store: Store, at: Instant): void {
  setFact(store, ALIVE, at);
}

function setFact(store: Store, name: string, value: string): void {
  store.db
    .insert(installation)
    .values({ name, value })
    .onConflictDoUpdate({ target: installation.name, set: { value } })
    .run();
}

/** Up to which entry a record was brought in from a file, which may have held entries sealed; 0 when it was made here. */
export function broughtInUpTo(store: Store, report: ReportId): number {
  const where = eq(installation.name, `brought in ${report}`);
  const row = store.db.select().from(installation).where(where).get();
  return Number(row?.value ?? 0);
}

export function noteBroughtIn(store: Store, report: ReportId, seq: number): void {
  store.db
    .insert(installation)
    .values({ name: `brought in ${report}`, value: String(seq) })
    .run();
}

const versions = new WeakMap<Store, () => unknown>();

/** Changes whenever a seat, a right or a sign-in was changed, by whichever process. Cheap enough to be asked of each frame. */
export function rightsVersion(store: Store): string {
  let read = versions.get(store);
  if (read === undefined) {
    const statement = store.sqlite.prepare("SELECT value FROM installation WHERE name = 'rights'").pluck();
    read = () => statement.get();
    versions.set(store, read);
  }
  return String(read());
}
