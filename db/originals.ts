/** The files that statements came in. Who may have one is asked by those who call here. */
import { and, eq, inArray } from "drizzle-orm";
import type { DelegationKey, DraftId, Hash, Instant, ReportId } from "#deliberation/ids";
import { type Store, writing } from "./open.ts";
import { originals } from "./schema.ts";

/** Whose file it is: a delegation's, or the secretariat's, for which no delegation can be taken. */
export type Owner = DelegationKey | "@secretariat";

export interface KeptOriginal {
  name: string;
  bytes: Uint8Array;
}

interface Place {
  report: ReportId;
  owner: Owner;
  hash: Hash;
}

/** The same file brought again is kept once, under its latest name and draft. */
export function keepOriginal(
  store: Store,
  { report, owner, hash }: Place,
  { name, bytes, draft, at }: KeptOriginal & { draft: string; at: Instant },
): void {
  const kept = { draft, name, bytes: Buffer.from(bytes), at };
  writing(store, () =>
    store.db
      .insert(originals)
      .values({ report, owner, hash, ...kept })
      .onConflictDoUpdate({ target: [originals.report, originals.owner, originals.hash], set: kept })
      .run(),
  );
}

export function originalOf(store: Store, { report, owner, hash }: Place): KeptOriginal | null {
  const where = and(eq(originals.report, report), eq(originals.owner, owner), eq(originals.hash, hash));
  return (
    store.db.select({ name: originals.name, bytes: originals.bytes }).from(originals).where(where).get() ??
    null
  );
}

/** @param named hashes that the record names by now: those stay. */
export function dropOriginalsOf(
  store: Store,
  report: ReportId,
  owner: Owner,
  drafts: readonly DraftId[],
  named: ReadonlySet<string>,
): void {
  const where = and(
    eq(originals.report, report),
    eq(originals.owner, owner),
    inArray(originals.draft, [...drafts]),
  );
  writing(store, () => {
    const rows = store.db.select({ hash: originals.hash }).from(originals).where(where).all();
    const gone = rows.map(({ hash }) => hash).filter((hash) => !named.has(hash));
    if (gone.length > 0)
      store.db
        .delete(originals)
        .where(and(where, inArray(originals.hash, gone)))
        .run();
  });
}
