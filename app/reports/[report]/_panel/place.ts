"use client";
/** The chosen idea or paragraph of the reading screen: it stands in the address, so that every state has a link. */
import { useSyncExternalStore } from "react";
import { IdeaId, ParagraphKey } from "#deliberation/ids";

const CHANGED = "place-changed";

/** `17-3`, `17`, or null when none is chosen. */
export function usePlace(): IdeaId | ParagraphKey | null {
  return useSyncExternalStore(follow, current, () => null);
}

/** Chooses without scrolling: the reader is already there. */
export function choosePlace(place: string | null): void {
  const { pathname, search } = window.location;
  window.history.replaceState(
    window.history.state,
    "",
    `${pathname}${search}${place === null ? "" : `#${place}`}`,
  );
  window.dispatchEvent(new Event(CHANGED));
}

function current(): IdeaId | ParagraphKey | null {
  const hash = decodeURIComponent(window.location.hash.slice(1));
  const idea = IdeaId.safeParse(hash);
  if (idea.success) return idea.data;
  const paragraph = ParagraphKey.safeParse(hash);
  return paragraph.success ? paragraph.data : null;
}

function follow(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("hashchange", listener);
    window.removeEventListener(CHANGED, listener);
  };
}
