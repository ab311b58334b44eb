/** Before anything is served: every record verifies against its head, and every text is the one the record names. */
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { allEntries, headOf } from "#db/record";
import { reportList, textHolds } from "#db/reports";
import { verify } from "#deliberation/verify";

/** @throws Error naming the report and the first entry that does not hold. */
export function checkBeforeServing(store: Store): void {
  for (const report of reportList(store)) {
    const verdict = verify(allEntries(store, report), headOf(store, report));
    if (verdict.fault !== null) {
      const { seq, what } = verdict.fault;
      throw new Error(`The record of ${report} does not hold at entry ${seq} (${what}). Restore a backup.`);
    }
    // Throws on an entry of a kind that only a later version knows.
    const { text } = judgeState(store, report);
    if (text !== null && !textHolds(store, report, text.version, text.hash)) {
      throw new Error(`The stored text of ${report} is not the one its record names. Restore a backup.`);
    }
  }
}
