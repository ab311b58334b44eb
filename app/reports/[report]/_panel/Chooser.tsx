"use client";
/**
 * Makes a click in the text choose what the panel shows, where there is room for a panel;
 * elsewhere the link goes on to its own page. Also the reading keys.
 */
import { type MouseEvent, type ReactNode, useEffect } from "react";
import { isForPage, keysAreOn } from "../../../_ui/keys.ts";
import { go, IDEAS, NOT_STATED, PARAGRAPHS } from "./going.ts";
import { choosePlace, usePlace, WITH_PANEL } from "./place.ts";

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
      // By the key's place on the keyboard: the same on Russian and Arabic layouts.
      if (!keysAreOn()) return;
      if (event.code === "KeyN" && !event.shiftKey) {
        event.preventDefault();
        return go(NOT_STATED, place, 1);
      }
      const step = event.code === "KeyJ" ? 1 : event.code === "KeyK" ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      go(event.shiftKey ? IDEAS : PARAGRAPHS, place, step);
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
    // A link chosen by keyboard hands the focus to what it opened; a click leaves the reader's eyes where they are.
    if (event.detail === 0) document.getElementById("panel-heading")?.focus();
  };

  // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; this only keeps the page.
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link arrives here as a click.
  return <div onClick={choose}>{children}</div>;
}
