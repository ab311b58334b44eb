/** Notices of the person looking: what of the newest entries is news to them, and up to where they have read. */
import "server-only";
import { papersOf } from "#db/made-papers";
import { noticeSettingsOf, noticesReadUpTo } from "#db/notices";
import type { SeenEntry } from "#deliberation/entry";
import type { ReportId, Seq } from "#deliberation/ids";
import { isNotice, type Scope } from "#deliberation/notice";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { entriesOf } from "./report.ts";
import { now } from "./seated.ts";
import { store } from "./store.ts";

/** So many of the newest entries are looked at; who wants older ones reads the history. */
export const LOOKED_AT = 300;

export function noticeSettingsFor(seat: Seat) {
  return noticeSettingsOf(store(), seat.person);
}

/** Newest first. */
export function noticesFor(
  id: ReportId,
  seat: Seat,
  state: State,
  scope: Scope,
): { entries: SeenEntry[]; readUpTo: Seq } {
  const own = seat.as === "delegation" ? seat.delegation : null;
  const newest = entriesOf(id, seat, Math.max(0, state.head.seq - LOOKED_AT), LOOKED_AT);
  return {
    entries: newest.filter((entry) => isNotice(state, entry, own, scope)).reverse(),
    readUpTo: noticesReadUpTo(store(), seat.person, id),
  };
}

/** Papers that were ordered, newest first: of which form, as of which entry. */
export function papersFor(id: ReportId, { person }: Seat) {
  return papersOf(store(), person, id)
    .filter(({ until }) => until > now())
    .map(({ id: paper, asked, state, until }) => {
      const { format, seq } = JSON.parse(asked) as { format: string; seq: Seq };
      return { id: paper, form: format, seq, state, until };
    });
}

/** How many the person has not read, by their own settings. */
export function unreadNotices(id: ReportId, seat: Seat, state: State): number {
  const { scope } = noticeSettingsFor(seat);
  if (scope === "none") return 0;
  const after = Math.max(noticesReadUpTo(store(), seat.person, id), state.head.seq - LOOKED_AT, 0);
  const own = seat.as === "delegation" ? seat.delegation : null;
  const entries = after >= state.head.seq ? [] : entriesOf(id, seat, after, LOOKED_AT);
  return entries.filter((entry) => isNotice(state, entry, own, scope)).length;
}
