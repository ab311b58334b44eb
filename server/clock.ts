/** The server's clock: closes rounds at their deadlines, also when nobody is connected. */
import { v7 } from "uuid";
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { reportList } from "#db/reports";
import { SubmissionId } from "#deliberation/ids";
import { type RecordKeeper, serverTime } from "./keeper.ts";

const EVERY_MS = 1_000;

/** @returns a function that stops the clock. */
export function startClock(store: Store, keeper: RecordKeeper): () => void {
  const timer = setInterval(() => closeDueRounds(store, keeper), EVERY_MS);
  closeDueRounds(store, keeper);
  return () => clearInterval(timer);
}

function closeDueRounds(store: Store, keeper: RecordKeeper): void {
  const now = serverTime();
  for (const report of reportList(store)) {
    for (const round of Object.values(judgeState(store, report).rounds)) {
      if (round.closedAt !== null || now < round.closesAt) continue;
      keeper.submit(report, { id: SubmissionId.parse(v7()), kind: "round.closed", round: round.id }, "clock");
    }
  }
}
