/** What is on the projector of a report: of what everybody may see, the idea a facilitator chose. */
import { eq } from "drizzle-orm";
import type { IdeaId, ReportId } from "#deliberation/ids";
import type { Store } from "./open.ts";
import { projectors } from "./schema.ts";

export function projectedIn(store: Store, report: ReportId): IdeaId | null {
  const row = store.db.select().from(projectors).where(eq(projectors.report, report)).get();
  return (row?.idea ?? null) as IdeaId | null;
}

export function project(store: Store, report: ReportId, idea: IdeaId | null): void {
  store.db
    .insert(projectors)
    .values({ report, idea })
    .onConflictDoUpdate({ target: projectors.report, set: { idea } })
    .run();
}
