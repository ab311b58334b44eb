/** What the delegation was reminded of lately; for those who run the rounds, whom they reminded when. */
import "server-only";
import { lastReminded, type Reminder, remindersOf } from "#db/reminders";
import type { DelegationKey, Instant, ReportId } from "#deliberation/ids";
import { may } from "#deliberation/may";
import type { Seat } from "#deliberation/seat";
import { store } from "./store.ts";

/** A reminder stands on home for so long. */
const SHOWN_MS = 14 * 24 * 3_600_000;

export function remindersFor(report: ReportId, delegation: DelegationKey, at: Instant): Reminder[] {
  const after = new Date(Date.parse(at) - SHOWN_MS).toISOString() as Instant;
  return remindersOf(store(), report, delegation, after);
}

export function remindedBy(report: ReportId, seat: Seat): Map<string, Instant> {
  return may(seat, "round.run") ? lastReminded(store(), report) : new Map();
}
