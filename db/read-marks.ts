/** Up to which entry persons have read each place. No one else reads it. */
import { and, eq, lte, ne } from "drizzle-orm";
import type { PersonId, ReportId, Seq } from "#deliberation/ids";
import { ALL_PLACES, type ReadMarks, readUpTo } from "#deliberation/unread";
import { type Store, writing } from "./open.ts";
import { readMarks } from "./schema.ts";

/** The report as a whole has an empty name in the state, and this one in the store and in addresses. */
const WHOLE = "report";

export function readMarksOf(store: Store, person: PersonId, report: ReportId): ReadMarks {
  const where = and(eq(readMarks.person, person), eq(readMarks.report, report));
  const rows = store.db.select().from(readMarks).where(where).all();
  return Object.fromEntries(rows.map(({ place, seq }) => [place === WHOLE ? "" : place, seq as Seq]));
}

/**
 * [U2] Keeps that a person has read a place up to `seq`; a mark never goes back.
 * @param place as in the state, or `*`: then the marks it overtakes are dropped.
 */
export function keepReadMark(
  store: Store,
  person: PersonId,
  report: ReportId,
  { place, seq }: { place: string; seq: Seq },
): void {
  writing(store, () => {
    if (readUpTo(readMarksOf(store, person, report), place) >= seq) return;
    const name = place === "" ? WHOLE : place;
    store.db
      .insert(readMarks)
      .values({ person, report, place: name, seq })
      .onConflictDoUpdate({ target: [readMarks.person, readMarks.report, readMarks.place], set: { seq } })
      .run();
    if (place !== ALL_PLACES) return;
    const own = and(eq(readMarks.person, person), eq(readMarks.report, report));
    store.db
      .delete(readMarks)
      .where(and(own, ne(readMarks.place, ALL_PLACES), lte(readMarks.seq, seq)))
      .run();
  });
}
