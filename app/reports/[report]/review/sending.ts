"use client";
/** Clearing and submitting what a review shows: each draft by itself, over the same API, and answered by itself. */
import { useState } from "react";
import type { DraftId } from "#deliberation/ids";
import type { Content } from "#deliberation/submission";
import { browserNow } from "../../../_ui/browser-now.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { clear, newId, type Refused, submit } from "../../../_ui/submit.ts";
import type { ClearanceGiven, Shown } from "./shown.ts";

interface Sending {
  clearances: ReadonlyMap<DraftId, ClearanceGiven>;
  clear(draft: DraftId, content: Content): Promise<ClearanceGiven | Refused>;
  /** Clears first what was not cleared, when this person may. */
  send(draft: DraftId, shown: Shown): Promise<{ seq: number } | Refused>;
}

/** @param given the latest clearance of each draft, as the page was brought with. */
export function useSending(given: readonly (readonly [DraftId, ClearanceGiven])[]): Sending {
  const seat = useSeat();
  const [clearances, setClearances] = useState<ReadonlyMap<DraftId, ClearanceGiven>>(() => new Map(given));
  // One id for one content: a repeat after a lost answer is the same submission.
  const [ids] = useState(() => new Map<string, string>());
  const giveClearance: Sending["clear"] = async (draft, content) => {
    const answer = await clear(seat.report, draft, content);
    if ("code" in answer) return answer;
    const clearance = { hash: answer.hash, at: browserNow(), by: seat.person, content };
    setClearances((before) => new Map(before).set(draft, clearance));
    return clearance;
  };
  return {
    clearances,
    clear: giveClearance,
    async send(draft, { content, hash, isCleared }) {
      const cleared = isCleared || !seat.clears ? null : await giveClearance(draft, content);
      if (cleared !== null && "code" in cleared) return cleared;
      const key = `${draft} ${hash}`;
      const id = ids.get(key) ?? newId();
      ids.set(key, id);
      return submit(seat.report, { id, kind: content.kind, draft, content });
    },
  };
}
