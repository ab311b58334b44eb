/** Draft rooms as stored bytes: a snapshot and the updates since, whose each client id is, and who wrote in which draft. */
import { createHash } from "node:crypto";
import { and, asc, eq, lt } from "drizzle-orm";
import { roomOf } from "#deliberation/draft-room";
import type { DelegationKey, DraftId, Instant, PersonId } from "#deliberation/ids";
import { type Store, writing } from "./open.ts";
import {
  clearances,
  draftAuthors,
  draftClients,
  draftDamaged,
  draftSnapshots,
  draftUpdates,
} from "./schema.ts";
import { type DraftVersion, dropVersions, keepVersion } from "./versions.ts";

/** `<report>/<delegation>`. */
export type DraftRoomName = string;

export interface StoredRoom {
  /** In the order to apply them: the snapshot, if any, then the updates since. */
  updates: Uint8Array[];
  /** Client id → person who owns it. */
  clients: Map<number, PersonId>;
}

/** What one room gained, to be kept whole or not at all. */
export interface DraftGain {
  room: DraftRoomName;
  /** Null when only client ids were claimed. */
  update: Uint8Array | null;
  claims: { client: number; person: PersonId }[];
  authors: { draft: DraftId; person: PersonId }[];
  /** What drafts said before words were taken away. */
  versions: { version: DraftVersion; at: Instant }[];
  /** Drafts whose words were taken away: who wrote them and what was cleared of them goes too. */
  erased: DraftId[];
}

/** What is stored of a room cannot be read. Nothing is deleted; see `setAsideDamaged`. */
export class DamagedRoom extends Error {
  constructor(room: DraftRoomName, cause?: unknown) {
    super(`the stored drafts of ${room} are damaged`, { cause });
  }
}

/** @throws DamagedRoom when bytes are not the ones that were stored. */
export function loadRoom(store: Store, room: DraftRoomName): StoredRoom {
  const snapshot = store.db.select().from(draftSnapshots).where(eq(draftSnapshots.room, room)).get();
  const since = updatesOf(store, room);
  const clients = store.db.select().from(draftClients).where(eq(draftClients.room, room)).all();
  const whole =
    (snapshot === undefined || isAsStored(snapshot.state, snapshot.hash)) &&
    since.every((row) => isAsStored(row.update, row.hash));
  if (!whole) throw new DamagedRoom(room);
  return {
    updates: [...(snapshot === undefined ? [] : [snapshot.state]), ...since.map((row) => row.update)],
    clients: new Map(clients.map((row) => [row.client, row.person as PersonId])),
  };
}

function updatesOf(store: Store, room: DraftRoomName) {
  const rows = store.db.select().from(draftUpdates).where(eq(draftUpdates.room, room));
  return rows.orderBy(asc(draftUpdates.id)).all();
}

/** Keeps what a room gained; to be called inside the transaction of a group commit. */
export function appendGain(
  store: Store,
  { room, update, claims, authors, versions, erased }: DraftGain,
): void {
  if (update !== null) {
    store.db
      .insert(draftUpdates)
      .values({ room, update: Buffer.from(update), hash: hashOfBytes(update) })
      .run();
  }
  for (const { client, person } of claims) {
    store.db.insert(draftClients).values({ room, client, person }).onConflictDoNothing().run();
  }
  for (const { draft, person } of authors) {
    store.db.insert(draftAuthors).values({ room, draft, person }).onConflictDoNothing().run();
  }
  for (const { version, at } of versions) keepVersion(store, room, version, at);
  const [report = "", delegation = ""] = room.split("/");
  for (const draft of erased) {
    dropVersions(store, room, draft);
    store.db
      .delete(draftAuthors)
      .where(and(eq(draftAuthors.room, room), eq(draftAuthors.draft, draft)))
      .run();
    const cleared = [eq(clearances.report, report), eq(clearances.draft, draft)];
    // Of a group's draft the clearance is the speaking delegation's, whichever that was.
    const isOwn =
      roomOf(draft, delegation as DelegationKey) !== delegation || !draft.endsWith(`.${delegation}`);
    store.db
      .delete(clearances)
      .where(and(...cleared, ...(isOwn ? [eq(clearances.delegation, delegation)] : [])))
      .run();
  }
}

/** Every room anything is stored of, in alphabetical order. */
export function draftRooms(store: Store): DraftRoomName[] {
  const snapshots = store.db.select({ room: draftSnapshots.room }).from(draftSnapshots);
  const rooms = snapshots.union(store.db.select({ room: draftUpdates.room }).from(draftUpdates)).all();
  return rooms.map(({ room }) => room).sort();
}

/**
 * Moves what cannot be read of a room out of its way, kept as it is. The words in it are gone from the room until
 * somebody's browser that still holds them comes back.
 * @param reads whether bytes can be applied as an update after those it said yes to; asked in the order of storing.
 * @returns how many pieces were set aside.
 */
export function setAsideDamaged(
  store: Store,
  room: DraftRoomName,
  reads: (update: Uint8Array) => boolean,
  at: Instant,
): number {
  return writing(store, () => {
    const snapshots = store.db.select().from(draftSnapshots).where(eq(draftSnapshots.room, room)).all();
    const updates = updatesOf(store, room);
    const damaged = (bytes: Buffer, hash: string) => !isAsStored(bytes, hash) || !reads(bytes);
    let count = 0;
    for (const { state, hash } of snapshots) {
      if (!damaged(state, hash)) continue;
      store.db.insert(draftDamaged).values({ room, bytes: state, at }).run();
      store.db.delete(draftSnapshots).where(eq(draftSnapshots.room, room)).run();
      count += 1;
    }
    for (const { id, update, hash } of updates) {
      if (!damaged(update, hash)) continue;
      store.db.insert(draftDamaged).values({ room, bytes: update, at }).run();
      store.db.delete(draftUpdates).where(eq(draftUpdates.id, id)).run();
      count += 1;
    }
    return count;
  });
}

/** Days that pieces set aside as damaged are kept: no longer than a submitted draft is. */
const DAMAGED_DAYS = 30;

export function dropOldDamaged(store: Store, at: Instant): void {
  const before = new Date(Date.parse(at) - DAMAGED_DAYS * 24 * 3_600_000).toISOString();
  store.db.delete(draftDamaged).where(lt(draftDamaged.at, before)).run();
}

/** At the delegation's order to erase everything. */
export function dropDamagedOf(store: Store, room: DraftRoomName): void {
  store.db.delete(draftDamaged).where(eq(draftDamaged.room, room)).run();
}

/**
 * What was erased lies in the write-ahead log until that is written over: writes it back and empties it, when no
 * reader is in the way. @returns whether it was emptied.
 */
export function emptyLog(store: Store): boolean {
  store.sqlite.pragma("busy_timeout = 0");
  try {
    const [answer] = store.sqlite.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    return answer?.busy === 0;
  } finally {
    store.sqlite.pragma("busy_timeout = 5000");
  }
}

function hashOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function isAsStored(bytes: Uint8Array, hash: string): boolean {
  return hash === "" || hash === hashOfBytes(bytes);
}

/** Puts one snapshot in the place of everything kept so far; `state` must hold all of it. */
export function compactRoom(store: Store, room: DraftRoomName, state: Uint8Array): void {
  const kept = { state: Buffer.from(state), hash: hashOfBytes(state) };
  writing(store, () => {
    store.db
      .insert(draftSnapshots)
      .values({ room, ...kept })
      .onConflictDoUpdate({ target: draftSnapshots.room, set: kept })
      .run();
    store.db.delete(draftUpdates).where(eq(draftUpdates.room, room)).run();
  });
}

/** Persons who wrote in a draft; becomes `drafted` in the provenance. */
export function authorsOf(store: Store, room: DraftRoomName, draft: DraftId): PersonId[] {
  const where = and(eq(draftAuthors.room, room), eq(draftAuthors.draft, draft));
  const rows = store.db.select().from(draftAuthors).where(where).orderBy(asc(draftAuthors.person)).all();
  return rows.map((row) => row.person as PersonId);
}
