/** Clearances: the store's notes that a person with the right approved exactly these words. */
import { and, eq, sql } from "drizzle-orm";
import { canonicalJson, contentHash } from "#deliberation/canonical";
import { roomOf } from "#deliberation/draft-room";
import type { DelegationKey, DraftId, Hash, Instant, PersonId, ReportId } from "#deliberation/ids";
import type { Clearance, Content } from "#deliberation/submission";
import { authorsOf } from "./drafts.ts";
import type { Store } from "./open.ts";
import { prepared } from "./prepared.ts";
import { clearances } from "./schema.ts";

interface Place {
  report: ReportId;
  delegation: DelegationKey;
  draft: DraftId;
}

/** Keeps the approval of `content`; a newer clearance of the same draft takes its place. */
export function saveClearance(
  store: Store,
  place: Place,
  content: Content,
  person: PersonId,
  at: Instant,
): Hash {
  const { report, delegation, draft } = place;
  const drafted = JSON.stringify(authorsOf(store, `${report}/${roomOf(draft, delegation)}`, draft));
  const set = { hash: contentHash(content), content: canonicalJson(content), person, at, drafted };
  prepared(store, insertClearance).run({ ...place, ...set });
  return set.hash;
}

function insertClearance({ db }: Store) {
  const { report, delegation, draft } = clearances;
  return db
    .insert(clearances)
    .values({
      ...{ report: sql.placeholder("report"), delegation: sql.placeholder("delegation") },
      ...{ draft: sql.placeholder("draft"), hash: sql.placeholder("hash") },
      ...{ content: sql.placeholder("content"), person: sql.placeholder("person") },
      ...{ at: sql.placeholder("at"), drafted: sql.placeholder("drafted") },
    })
    .onConflictDoUpdate({
      target: [report, delegation, draft],
      set: {
        ...{ hash: sql`excluded.hash`, content: sql`excluded.content`, person: sql`excluded.person` },
        ...{ at: sql`excluded.at`, drafted: sql`excluded.drafted` },
      },
    })
    .prepare();
}

/** [C6] A clearance serves one submission: called in the transaction that records it. */
export function spendClearance(store: Store, place: Place): void {
  prepared(store, deleteClearance).run({ ...place });
}

/** The latest clearance of a draft with the content that was shown; null when there is none. */
export function clearanceOf(store: Store, place: Place): (Clearance & { content: Content }) | null {
  const { delegation, draft } = place;
  const row = prepared(store, selectClearance).get({ ...place });
  if (row === undefined) return null;
  return {
    draft,
    delegation,
    hash: row.hash as Hash,
    person: row.person as PersonId,
    at: row.at as Instant,
    drafted: JSON.parse(row.drafted) as PersonId[],
    content: JSON.parse(row.content) as Content,
  };
}

/** The latest clearance of each draft of a delegation. */
export function clearancesOf(
  store: Store,
  { report, delegation }: Omit<Place, "draft">,
): { draft: DraftId; hash: Hash; at: Instant }[] {
  const where = and(eq(clearances.report, report), eq(clearances.delegation, delegation));
  const { draft, hash, at } = clearances;
  return store.db.select({ draft, hash, at }).from(clearances).where(where).all() as ReturnType<
    typeof clearancesOf
  >;
}

function selectClearance({ db }: Store) {
  return db.select().from(clearances).where(placed()).prepare();
}

function deleteClearance({ db }: Store) {
  return db.delete(clearances).where(placed()).prepare();
}

function placed() {
  return and(
    eq(clearances.report, sql.placeholder("report")),
    eq(clearances.delegation, sql.placeholder("delegation")),
    eq(clearances.draft, sql.placeholder("draft")),
  );
}
