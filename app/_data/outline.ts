/** The outline as somebody asked to see it, from the filters in the address. */
import "server-only";
import type { ReportId } from "#deliberation/ids";
import { OUTLINE_FILTERS, type OutlineFilter, outlineKeeps } from "#deliberation/outline-filter";
import type { Report } from "#deliberation/report";
import type { Seat } from "#deliberation/seat";
import { ownOf } from "#deliberation/unread";
import { stateOf } from "./report.ts";
import { unreadFor } from "./unread.ts";
import { lastVisitOf } from "./visits.ts";

const MOST_WORDS = 100;

export interface OutlineAsked {
  show: OutlineFilter[];
  text: string;
  /** Keys of the paragraphs that are left; null when nothing was asked. */
  kept: string[] | null;
}

/** What an address does not ask properly it does not ask at all. */
export function outlineFor(
  id: ReportId,
  seat: Seat,
  report: Report,
  asked: { show?: string | string[] | undefined; text?: string | string[] | undefined },
): OutlineAsked {
  const names = [asked.show ?? []].flat();
  const show = OUTLINE_FILTERS.filter((one) => names.includes(one));
  const text = ([asked.text ?? ""].flat()[0] ?? "").trim().slice(0, MOST_WORDS);
  if (show.length === 0 && text === "") return { show, text, kept: null };
  const { unread } = unreadFor(id, seat);
  const since = lastVisitOf(id, seat)?.seq ?? 0;
  const kept = outlineKeeps(stateOf(id, seat), report, { show, text }, { own: ownOf(seat), unread, since });
  return { show, text, kept };
}
