/** Before anything is served: every record verifies, and every text is the one the record names. */
import { checkpointsOf } from "#db/checkpoints";
import { judgeState } from "#db/follow";
import { broughtInUpTo } from "#db/installation";
import type { Store } from "#db/open";
import { allEntries, headOf, UnreadableEntry } from "#db/record";
import { reportList, textHolds } from "#db/reports";
import type { Checkpoint } from "#deliberation/checkpoint";
import type { SeenEntry } from "#deliberation/entry";
import { GENESIS, type ReportId } from "#deliberation/ids";
import { type Verdict, verify } from "#deliberation/verify";
import { CheckpointKey, isSignedBy } from "./signing.ts";

export interface Checked extends Verdict {
  /** Checkpoints the record was held against, and those of another installation's key, which cannot be judged here. */
  checkpoints: { own: number; foreign: number; forged: Checkpoint[] };
}

/**
 * A record of the store against its head row and the checkpoints kept with it.
 * @param outside checkpoints that were handed out, their signatures checked.
 */
export function checkRecord(
  store: Store,
  report: ReportId,
  key = new CheckpointKey(store.dataDir),
  outside: readonly Checkpoint[] = [],
): Checked {
  const kept = checkpointsOf(store, report);
  const own = kept.filter((one) => one.key === key.id);
  const forged = own.filter((one) => !isSignedBy(one, key.publicPem));
  const verdict = verdictOn(store, report, [...own, ...outside]);
  return {
    ...verdict,
    intact: verdict.intact && forged.length === 0,
    checkpoints: { own: own.length, foreign: kept.length - own.length, forged },
  };
}

function verdictOn(store: Store, report: ReportId, checkpoints: readonly Checkpoint[]): Verdict {
  let read = 0;
  const broughtIn = broughtInUpTo(store, report);
  function* counted(): Generator<SeenEntry> {
    for (const entry of allEntries(store, report)) {
      // Only what came sealed in a file may be here without its body or provenance.
      const whole = entry.body !== undefined && entry.provenance !== undefined;
      if (!whole && entry.header.seq > broughtIn) throw new UnreadableEntry(report, entry.header.seq);
      read += 1;
      yield entry;
    }
  }
  try {
    return verify(counted(), headOf(store, report), checkpoints);
  } catch (error) {
    if (!(error instanceof UnreadableEntry)) throw error;
    // Those before it were looked at and hold; without their verdict nothing is said of the head.
    const fault = { seq: read + 1, what: "unreadable" } as const;
    return { intact: false, entries: read, head: GENESIS, fault, endProven: false, provenTo: 0 };
  }
}

/** @throws Error naming the report and the first entry that does not hold. */
export function checkBeforeServing(store: Store): void {
  const key = new CheckpointKey(store.dataDir);
  for (const report of reportList(store)) {
    const { fault, checkpoints } = checkRecord(store, report, key);
    if (fault !== null) {
      const { seq, what } = fault;
      throw new Error(`The record of ${report} does not hold at entry ${seq} (${what}). Restore a backup.`);
    }
    const [forged] = checkpoints.forged;
    if (forged !== undefined) {
      throw new Error(`A checkpoint of ${report} at entry ${forged.seq} was altered. Restore a backup.`);
    }
    // Throws on an entry of a kind that only a later version knows.
    const { text } = judgeState(store, report);
    if (text !== null && !textHolds(store, report, text.version, text.hash)) {
      throw new Error(`The stored text of ${report} is not the one its record names. Restore a backup.`);
    }
  }
}
