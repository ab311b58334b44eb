"use client";
/**
 * Makes a click in the text choose what the panel shows, where there is room for a panel;
 * elsewhere the link goes on to its own page. Also the reading keys.
 */
import { type MouseEvent, type ReactNode, useEffect } from "react";
import type { Command } from "../../../_ui/key-map.ts";
import { isForPage, keysAreOn, meant } from "../../../_ui/keys.ts";
import { wantPanel } from "./Columns.tsx";
import { go, IDEAS, NOT_STATED, PARAGRAPHS } from "./going.ts";
import { choosePlace, usePlace, WITH_PANEL } from "./place.ts";

/** Where a key leads in the text. */
const WAYS: Partial<Record<Command, { through: string; step: 1 | -1 }>> = {
  nextParagraph: { through: PARAGRAPHS, step: 1 },
  previousParagraph: { through: PARAGRAPHS, step: -1 },
  nextIdea: { through: IDEAS, step: 1 },
  previousIdea: { through: IDEAS, step: -1 },
  next: { through: NOT_STATED, step: 1 },
};

export function Chooser({ children }: { children: ReactNode }) {
  const place = usePlace();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      if (event.code === "Escape" && place !== null) {
        const from = document.getElementById(place);
        choosePlace(null);
        from?.focus();
        return;
      }
      if (!keysAreOn()) return;
      const command = meant(event);
      const way = command === null ? undefined : WAYS[command];
      if (way === undefined) return;
      event.preventDefault();
      go(way.through, place, way.step);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [place]);

  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !window.matchMedia(WITH_PANEL).matches) return;
    const chosen = (event.target as HTMLElement).closest<HTMLElement>("[data-place]");
    if (chosen === null) return;
    event.preventDefault();
    choosePlace(chosen.dataset.place ?? null);
    wantPanel();
    // A link chosen by keyboard hands the focus to what it opened; a click leaves the reader's eyes where they are.
    if (event.detail === 0) document.getElementById("panel-heading")?.focus();
  };

  // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; this only keeps the page.
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link arrives here as a click.
  return <div onClick={choose}>{children}</div>;
}
