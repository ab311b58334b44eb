/** Named views of the matrix. They are their person's alone. */
import { and, asc, count, eq } from "drizzle-orm";
import type { PersonId, ReportId } from "#deliberation/ids";
import { type Store, writing } from "./open.ts";
import { savedViews } from "./schema.ts";

export interface SavedView {
  name: string;
  /** What stands behind the question mark of the matrix's address. */
  query: string;
}

/** More than anybody finds again. */
const MOST = 50;

export function savedViewsOf(store: Store, person: PersonId, report: ReportId): SavedView[] {
  return store.db
    .select({ name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(ownOf(person, report))
    .orderBy(asc(savedViews.name))
    .all();
}

/** A view kept under a name that is taken takes its place. @returns false when there are as many as may be. */
export function keepView(store: Store, person: PersonId, report: ReportId, view: SavedView): boolean {
  return writing(store, () => {
    const where = ownOf(person, report);
    const known = and(where, eq(savedViews.name, view.name));
    store.db.delete(savedViews).where(known).run();
    const [row] = store.db.select({ kept: count() }).from(savedViews).where(where).all();
    if ((row?.kept ?? 0) >= MOST) return false;
    store.db
      .insert(savedViews)
      .values({ person, report, ...view })
      .run();
    return true;
  });
}

export function dropView(store: Store, person: PersonId, report: ReportId, name: string): void {
  store.db
    .delete(savedViews)
    .where(and(ownOf(person, report), eq(savedViews.name, name)))
    .run();
}

function ownOf(person: PersonId, report: ReportId) {
  return and(eq(savedViews.person, person), eq(savedViews.report, report));
}
