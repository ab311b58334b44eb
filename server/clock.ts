/**
 * The server's clock: closes rounds and concludes silence at their deadlines, also when nobody is connected, and moves
 * a deadline of silence shortly before which nobody could be heard.
 */
import { v7 } from "uuid";
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { reportList } from "#db/reports";
import { SubmissionId } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { movedDeadline, outcomeOf } from "#deliberation/silence";
import { DOWN_AFTER_MS, type Down, DownTime } from "./down-time.ts";
import { type RecordKeeper, serverTime } from "./keeper.ts";

const EVERY_MS = 1_000;

/**
 * @param downAfterMs how long nothing is noted until it counts as a time in which the service could not be reached.
 * @returns a function that stops the clock.
 */
export function startClock(
  store: Store,
  keeper: RecordKeeper,
  failed: (error: unknown) => void,
  downAfterMs: number = DOWN_AFTER_MS,
): () => void {
  const downTime = new DownTime(store, downAfterMs);
  let closing = false;
  const tick = () => {
    if (closing) return;
    closing = true;
    decideWhatIsDue()
      .catch(failed)
      .finally(() => {
        closing = false;
      });
  };
  // In this order: silence is not concluded before it is known whether its deadline moves.
  const decideWhatIsDue = async () => {
    const now = serverTime();
    const down = downTime.upTo(now);
    if (down !== null) await moveDeadlines(store, keeper, down);
    downTime.note(now);
    await closeWhatIsDue(store, keeper);
  };
  const timer = setInterval(tick, EVERY_MS);
  tick();
  return () => clearInterval(timer);
}

/** [Z10] @throws when a deadline that is to be moved could not be: it is tried again at the next tick. */
async function moveDeadlines(store: Store, keeper: RecordKeeper, down: Down): Promise<void> {
  for (const report of reportList(store)) {
    for (const silence of Object.values(judgeState(store, report).silences)) {
      const closesAt = movedDeadline(silence, down);
      if (closesAt === null || silence.concluded !== null || silence.cancelled !== null) continue;
      const moving = { kind: "silence.moved", entry: silence.seq, closesAt, down } as const;
      const moved = await keeper.submit(report, { id: SubmissionId.parse(v7()), ...moving }, "clock");
      if (isRefusal(moved)) throw new Error(`a deadline of silence could not be moved: ${moved.refused}`);
    }
  }
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
      if (silence.concluded !== null || silence.cancelled !== null || now < silence.closesAt) continue;
      const outcome = outcomeOf(silence);
      const id = SubmissionId.parse(v7());
      await keeper.submit(report, { id, kind: "silence.concluded", entry: silence.seq, outcome }, "clock");
    }
  }
}
