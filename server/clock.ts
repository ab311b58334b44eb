/** The server's clock: closes rounds and concludes silence at their deadlines, also when nobody is connected. */
import { v7 } from "uuid";
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { reportList } from "#db/reports";
import { SubmissionId } from "#deliberation/ids";
import { outcomeOf } from "#deliberation/silence";
import { type RecordKeeper, serverTime } from "./keeper.ts";

const EVERY_MS = 1_000;

/** @returns a function that stops the clock. */
export function startClock(store: Store, keeper: RecordKeeper, failed: (error: unknown) => void): () => void {
  let closing = false;
  const tick = () => {
    if (closing) return;
    closing = true;
    closeWhatIsDue(store, keeper)
      .catch(failed)
      .finally(() => {
        closing = false;
      });
  };
  const timer = setInterval(tick, EVERY_MS);
  tick();
  return () => clearInterval(timer);
}

/** What could not be recorded now (the disk is full) is tried again at the next tick. */
async function closeWhatIsDue(store: Store, keeper: RecordKeeper): Promise<void> {
  const now = serverTime();
  for (const report of reportList(store)) {
    for (const round of Object.values(judgeState(store, report).rounds)) {
      if (round.closedAt !== null || now < round.closesAt) continue;
      const closing = { id: SubmissionId.parse(v7()), kind: "round.closed", round: round.id } as const;
      await keeper.submit(report, closing, "clock");
    }
    // After the rounds, from the record as it is then: an objection may have come in meanwhile.
    for (const silence of Object.values(judgeState(store, report).silences)) {
      if (silence.concluded !== null || now < silence.closesAt) continue;
      const outcome = outcomeOf(silence);
      const id = SubmissionId.parse(v7());
      await keeper.submit(report, { id, kind: "silence.concluded", entry: silence.seq, outcome }, "clock");
    }
  }
}
