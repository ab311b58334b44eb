/** What the person looking has not read of a report. */
import "server-only";
import { readMarksOf } from "#db/read-marks";
import type { ReportId, Seq } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import { ownOf, type ReadMarks, readUpTo, unreadIn } from "#deliberation/unread";
import { stateOf } from "./report.ts";
import { store } from "./store.ts";

/** Place → how many entries are unread there, as of the state that the page shows. */
export function unreadFor(
  id: ReportId,
  seat: Seat,
): { asOf: Seq; marks: ReadMarks; unread: Record<string, number> } {
  const state = stateOf(id, seat);
  const marks = readMarksOf(store(), seat.person, id);
  const unread = unreadIn(state, (place) => readUpTo(marks, place), ownOf(seat));
  return { asOf: state.head.seq, marks, unread };
}
