/** The outline as somebody asked to see it, from the filters in the address. */
import "server-only";
import type { ReportId } from "#deliberation/ids";
import { type OutlineFilter, outlineAsked, outlineKeeps } from "#deliberation/outline-filter";
import type { Report } from "#deliberation/report";
import type { Seat } from "#deliberation/seat";
import { ownOf } from "#deliberation/unread";
import { stateOf } from "./report.ts";
import { unreadFor } from "./unread.ts";
import { lastVisitOf } from "./visits.ts";

export interface OutlineAsked {
  show: OutlineFilter[];
  text: string;
  /** Keys of the paragraphs that are left; null when nothing was asked. */
  kept: string[] | null;
}

export function outlineFor(
  id: ReportId,
  seat: Seat,
  report: Report,
  asked: { show?: string | string[] | undefined; text?: string | string[] | undefined },
): OutlineAsked {
  const filters = outlineAsked([asked.show ?? []].flat(), [asked.text ?? ""].flat()[0] ?? "");
  if (filters === null) return { show: [], text: "", kept: null };
  const { unread } = unreadFor(id, seat);
  const since = lastVisitOf(id, seat)?.seq ?? 0;
  const kept = outlineKeeps(stateOf(id, seat), report, filters, { own: ownOf(seat), unread, since });
  return { ...filters, kept };
}
