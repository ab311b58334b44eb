"use client";
/** Which cells changed a moment ago, so that they can be outlined for as long. */
import { useEffect, useRef, useState } from "react";
import type { Revision, State } from "#deliberation/state";

const OUTLINED_MS = 2_000;
const NONE: ReadonlySet<string> = new Set();

/** Names a position: whose, on which idea. */
export function positionKey(idea: string, author: string): string {
  return `${idea} ${author}`;
}

/** @returns the positions (see `positionKey`) that changed in the last two seconds. */
export function useFresh(state: State): ReadonlySet<string> {
  const before = useRef(state.positions);
  const [fresh, setFresh] = useState(NONE);
  useEffect(() => {
    const changed = changedBetween(before.current, state.positions);
    before.current = state.positions;
    if (changed.length > 0) setFresh((now) => new Set([...now, ...changed]));
  }, [state]);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(NONE), OUTLINED_MS);
    return () => clearTimeout(timer);
  }, [fresh]);
  return fresh;
}

/** Ideas are passed over by identity: a fold shares all that it did not change. */
function changedBetween(before: State["positions"], after: State["positions"]): string[] {
  return Object.entries(after).flatMap(([idea, authors]) => {
    const old = before[idea];
    if (old === authors) return [];
    return Object.keys(authors)
      .filter((author) => lastAct(old?.[author]) !== lastAct(authors[author]))
      .map((author) => positionKey(idea, author));
  });
}

/** The entry that stated or withdrew what stands; the words that come with opening a place change nothing of it. */
function lastAct(revisions: readonly Revision[] | undefined): number | null {
  const last = revisions?.at(-1);
  return last === undefined ? null : (last.withdrawn?.seq ?? last.seq);
}
