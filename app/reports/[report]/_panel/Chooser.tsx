"use client";
/**
 * Makes a click in the text choose what the panel shows, where there is room for a panel;
 * elsewhere the link goes on to its own page. Also the reading keys.
 */
import { type MouseEvent, type ReactNode, useEffect } from "react";
import { isForPage, keysAreOn } from "../../../_ui/keys.ts";
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
        return go('a.idea[data-own="not-stated"]', place, 1);
      }
      const step = event.code === "KeyJ" ? 1 : event.code === "KeyK" ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      go(event.shiftKey ? "a.idea[id]" : ".para[id]", place, step);
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

/** From wherever one is, be it in a place that is not among those one goes through. */
function isAfter(one: HTMLElement, place: string | null): boolean {
  const here = place === null ? null : document.getElementById(place);
  return here === null || (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isBefore(one: HTMLElement, place: string | null): boolean {
  const here = place === null ? null : document.getElementById(place);
  const FORWARD = Node.DOCUMENT_POSITION_PRECEDING;
  return here === null || ((here.compareDocumentPosition(one) & FORWARD) !== 0 && !one.contains(here));
}

function go(selector: string, place: string | null, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const next =
    step === 1 ? all.find((one) => isAfter(one, place)) : all.findLast((one) => isBefore(one, place));
  if (next === undefined) return;
  choosePlace(next.id);
  next.scrollIntoView({ block: "center" });
  (next.matches("a") ? next : next.querySelector<HTMLElement>(".num a"))?.focus({ preventScroll: true });
}
