/** What was recorded since somebody's last visit, as they may read it. */
import "server-only";
import { visitOf } from "#db/visits";
import { type Change, changesIn } from "#deliberation/changes";
import type { Instant, ReportId, Seq } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { lastVisit } from "#deliberation/visit";
import { entriesOf, seqBy } from "./report.ts";
import { now } from "./seated.ts";
import { store } from "./store.ts";

/** So many entries are looked at; who stayed away for longer reads the history. */
export const MOST_NEWS = 2_000;

export interface News {
  since: { seq: Seq; at: Instant };
  counts: Record<Change, number>;
  /** Whether there were more entries than were looked at. */
  more: boolean;
}

export function lastVisitOf(id: ReportId, seat: Seat): { seq: Seq; at: Instant } | null {
  return lastVisit(visitOf(store(), seat.person, id), now());
}

/** Null at a first visit. */
export function newsFor(id: ReportId, seat: Seat, state: State): News | null {
  const since = lastVisitOf(id, seat);
  return since === null ? null : newsAfter(id, seat, state, since);
}

/** What was recorded at `at` or later. */
export function newsSince(id: ReportId, seat: Seat, state: State, at: Instant): News {
  return newsAfter(id, seat, state, { seq: lastBefore(id, at), at });
}

/** The last entry before a time. */
function lastBefore(id: ReportId, at: Instant): Seq {
  return seqBy(id, new Date(Date.parse(at) - 1).toISOString() as Instant);
}

function newsAfter(id: ReportId, seat: Seat, state: State, since: News["since"]): News {
  const entries = entriesOf(id, seat, since.seq, MOST_NEWS);
  const own = seat.as === "delegation" ? seat.delegation : null;
  return {
    since,
    counts: changesIn(state, entries, own),
    more: state.head.seq - since.seq > MOST_NEWS,
  };
}
