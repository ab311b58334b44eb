/** The reader's own named views of the matrix. */
import "server-only";
import { type SavedView, savedViewsOf } from "#db/saved-views";
import type { ReportId } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import { store } from "./store.ts";

export function savedViewsFor(report: ReportId, seat: Seat): SavedView[] {
  return savedViewsOf(store(), seat.person, report);
}
