/** The server's clock: closes rounds at their deadlines, also when nobody is connected. */
import { v7 } from "uuid";
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { reportList } from "#db/reports";
import { SubmissionId } from "#deliberation/ids";
import { type RecordKeeper, serverTime } from "./keeper.ts";

const EVERY_MS = 1_000;

/** @returns a function that stops the clock. */
export function startClock(store: Store, keeper: RecordKeeper, failed: (error: unknown) => void): () => void {
  let closing = false;
  const tick = () => {
    if (closing) return;
    closing = true;
    closeDueRounds(store, keeper)
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
async function closeDueRounds(store: Store, keeper: RecordKeeper): Promise<void> {
  const now = serverTime();
  for (const report of reportList(store)) {
    for (const round of Object.values(judgeState(store, report).rounds)) {
      if (round.closedAt !== null || now < round.closesAt) continue;
      const closing = { id: SubmissionId.parse(v7()), kind: "round.closed", round: round.id } as const;
      await keeper.submit(report, closing, "clock");
    }
  }
}
