"use client";
/** Which positions changed while the page was open: the last of them, and which a moment ago, so that they can be outlined. */
import { useEffect, useRef, useState } from "react";
import type { DelegationKey, IdeaId } from "#deliberation/ids";
import type { Revision, State } from "#deliberation/state";

export interface Change {
  idea: IdeaId;
  author: DelegationKey;
  /** The entry that stated or withdrew what stands. */
  seq: number;
}

const OUTLINED_MS = 2_000;
const LISTED = 20;
const NONE: ReadonlySet<string> = new Set();

/** Names a position: whose, on which idea. */
export function positionKey(idea: string, author: string): string {
  return `${idea} ${author}`;
}

/** @returns `fresh`: the positions (see `positionKey`) of the last two seconds; `changes`: the newest first. */
export function useChanges(state: State): { fresh: ReadonlySet<string>; changes: readonly Change[] } {
  const before = useRef(state.positions);
  const [fresh, setFresh] = useState(NONE);
  const [changes, setChanges] = useState<readonly Change[]>([]);
  useEffect(() => {
    const changed = changedBetween(before.current, state.positions);
    before.current = state.positions;
    if (changed.length === 0) return;
    setFresh((now) => new Set([...now, ...changed.map(({ idea, author }) => positionKey(idea, author))]));
    setChanges((now) => [...changed.toSorted((a, b) => b.seq - a.seq), ...now].slice(0, LISTED));
  }, [state]);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(NONE), OUTLINED_MS);
    return () => clearTimeout(timer);
  }, [fresh]);
  return { fresh, changes };
}

/** Ideas are passed over by identity: a fold shares all that it did not change. */
function changedBetween(before: State["positions"], after: State["positions"]): Change[] {
  return Object.entries(after).flatMap(([idea, authors]) => {
    const old = before[idea];
    if (old === authors) return [];
    return Object.entries(authors).flatMap(([author, revisions]) => {
      const seq = lastAct(revisions);
      const isNew = seq !== null && seq !== lastAct(old?.[author]);
      return isNew ? [{ idea: idea as IdeaId, author: author as DelegationKey, seq }] : [];
    });
  });
}

/** The words that come with opening a place change nothing of it. */
function lastAct(revisions: readonly Revision[] | undefined): number | null {
  const last = revisions?.at(-1);
  return last === undefined ? null : (last.withdrawn?.seq ?? last.seq);
}
