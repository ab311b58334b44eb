/** Draft rooms as stored bytes: a snapshot and the updates since, whose each client id is, and who wrote in which draft. */
import { and, asc, eq } from "drizzle-orm";
import type { DraftId, PersonId } from "#deliberation/ids";
import { type Store, writing } from "./open.ts";
import { draftAuthors, draftClients, draftSnapshots, draftUpdates } from "./schema.ts";

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
}

export function loadRoom(store: Store, room: DraftRoomName): StoredRoom {
  const snapshot = store.db.select().from(draftSnapshots).where(eq(draftSnapshots.room, room)).get();
  const since = store.db
    .select()
    .from(draftUpdates)
    .where(eq(draftUpdates.room, room))
    .orderBy(asc(draftUpdates.id))
    .all();
  const clients = store.db.select().from(draftClients).where(eq(draftClients.room, room)).all();
  return {
    updates: [...(snapshot === undefined ? [] : [snapshot.state]), ...since.map((row) => row.update)],
    clients: new Map(clients.map((row) => [row.client, row.person as PersonId])),
  };
}

/** Keeps what a room gained; to be called inside the transaction of a group commit. */
export function appendGain(store: Store, { room, update, claims, authors }: DraftGain): void {
  if (update !== null) {
    store.db
      .insert(draftUpdates)
      .values({ room, update: Buffer.from(update) })
      .run();
  }
  for (const { client, person } of claims) {
    store.db.insert(draftClients).values({ room, client, person }).onConflictDoNothing().run();
  }
  for (const { draft, person } of authors) {
    store.db.insert(draftAuthors).values({ room, draft, person }).onConflictDoNothing().run();
  }
}

/** Puts one snapshot in the place of everything kept so far; `state` must hold all of it. */
export function compactRoom(store: Store, room: DraftRoomName, state: Uint8Array): void {
  const kept = { state: Buffer.from(state) };
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
