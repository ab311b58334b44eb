/** Earlier versions of drafts: what a draft said before a colleague took words away, or when it was cleared. Rule C10. */
import { and, desc, eq, lte } from "drizzle-orm";
import type { DraftId, Instant, PersonId } from "#deliberation/ids";
import type { DraftRoomName } from "./drafts.ts";
import type { Store } from "./open.ts";
import { draftVersions } from "./schema.ts";

export const VERSION_REASONS = ["taken-away", "cleared"] as const;

export interface DraftVersion {
  draft: DraftId;
  /** Who took words away, or cleared. */
  person: PersonId;
  why: (typeof VERSION_REASONS)[number];
  words: string;
  wording: string;
}

/** So many are kept of a draft, the newest. */
const MOST_VERSIONS = 100;

/** To be called inside the transaction that keeps what changed the words. */
export function keepVersion(store: Store, room: DraftRoomName, version: DraftVersion, at: Instant): void {
  const [latest] = versionsOf(store, room, version.draft, 1);
  if (latest?.words === version.words && latest.wording === version.wording && latest.why === version.why)
    return;
  store.db
    .insert(draftVersions)
    .values({ room, at, ...version })
    .run();
  const of = and(eq(draftVersions.room, room), eq(draftVersions.draft, version.draft));
  const [oldest] = store.db
    .select({ id: draftVersions.id })
    .from(draftVersions)
    .where(of)
    .orderBy(desc(draftVersions.id))
    .limit(1)
    .offset(MOST_VERSIONS)
    .all();
  if (oldest === undefined) return;
  store.db
    .delete(draftVersions)
    .where(and(of, lte(draftVersions.id, oldest.id)))
    .run();
}

/** The newest first. */
export function versionsOf(store: Store, room: DraftRoomName, draft: DraftId, limit = MOST_VERSIONS) {
  return store.db
    .select()
    .from(draftVersions)
    .where(and(eq(draftVersions.room, room), eq(draftVersions.draft, draft)))
    .orderBy(desc(draftVersions.id))
    .limit(limit)
    .all();
}

/** Every draft of a room that has earlier versions, with the time of the newest. */
export function versionedDrafts(store: Store, room: DraftRoomName): Map<DraftId, Instant> {
  const { draft, at } = draftVersions;
  const rows = store.db
    .select({ draft, at })
    .from(draftVersions)
    .where(eq(draftVersions.room, room))
    .orderBy(draftVersions.id)
    .all();
  return new Map(rows.map((row) => [row.draft as DraftId, row.at as Instant]));
}

/** With the draft they are versions of. */
export function dropVersions(store: Store, room: DraftRoomName, draft: DraftId): void {
  store.db
    .delete(draftVersions)
    .where(and(eq(draftVersions.room, room), eq(draftVersions.draft, draft)))
    .run();
}
