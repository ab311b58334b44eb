"use client";
/** What happened while this screen had no connection. */
import type { Instant } from "#deliberation/ids";
import { lastOpened } from "#deliberation/state";
import { useConnection, useLive } from "./LiveProvider.tsx";

/** The round that was closed meanwhile, and stays so. */
export function useClosedMeanwhile(): { number: string; at: Instant } | null {
  const { missed } = useConnection();
  const round = useLive(lastOpened);
  return closedIn(round, missed);
}

export function closedIn(
  round: ReturnType<typeof lastOpened>,
  missed: { after: number; upTo: number } | null,
): { number: string; at: Instant } | null {
  const step = round?.course.at(-1);
  if (round === null || step?.kind !== "closed" || missed === null) return null;
  const isMissed = step.seq > missed.after && step.seq <= missed.upTo;
  return isMissed && round.closedAt !== null ? { number: round.id, at: round.closedAt } : null;
}
