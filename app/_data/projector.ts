/** What is on the projector. */
import "server-only";
import { projectedIn } from "#db/projectors";
import type { IdeaId, ReportId } from "#deliberation/ids";
import { store } from "./store.ts";

export function projectedOf(report: ReportId): IdeaId | null {
  return projectedIn(store(), report);
}
