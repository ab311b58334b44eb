"use client";
/** The chosen idea or paragraph of the reading screen: it stands in the address, so that every state has a link. */
import { useSyncExternalStore } from "react";
import { IdeaId, ParagraphKey } from "#deliberation/ids";
import type { SelectedWords } from "#deliberation/selected-words";

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

/** Below it there is no panel beside the text: the grid of the look. */
export const WITH_PANEL = "(min-width: 47.5rem)";

let chosenWords: SelectedWords | null = null;

/** Chooses words of a paragraph to comment on: the panel opens at the paragraph. */
export function chooseWords(words: SelectedWords): void {
  chosenWords = words;
  choosePlace(words.paragraph);
}

/** The words chosen in the place that is open; null once another is. */
export function useWords(): SelectedWords | null {
  return useSyncExternalStore(
    follow,
    () => (chosenWords !== null && chosenWords.paragraph === current() ? chosenWords : null),
    () => null,
  );
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
