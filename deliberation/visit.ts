/** A person's visits to a record: what is new to somebody is what was recorded since the visit before this one. */
import type { Instant, Seq } from "./ids.ts";

/** The last time a person was here, up to which entry, and what the visit before had reached; null at a first visit. */
export interface Visit {
  seq: Seq;
  at: Instant;
  before: { seq: Seq; at: Instant } | null;
}

const ENDS_AFTER_MS = 30 * 60_000;

/** [H6] What a visit becomes when the person is seen again at `at`, reading up to entry `seq`. */
export function seenAgain(visit: Visit | null, seq: Seq, at: Instant): Visit {
  if (visit === null) return { seq, at, before: null };
  const before = isOver(visit, at) ? { seq: visit.seq, at: visit.at } : visit.before;
  return { seq: Math.max(seq, visit.seq) as Seq, at: at > visit.at ? at : visit.at, before };
}

/** [H6] The entry and time since which things are new; null at a first visit. */
export function lastVisit(visit: Visit | null, at: Instant): { seq: Seq; at: Instant } | null {
  if (visit === null) return null;
  return isOver(visit, at) ? { seq: visit.seq, at: visit.at } : visit.before;
}

function isOver(visit: Visit, at: Instant): boolean {
  return Date.parse(at) - Date.parse(visit.at) > ENDS_AFTER_MS;
}
