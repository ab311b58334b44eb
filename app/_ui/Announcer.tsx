"use client";
/**
 * The one place a screen reader hears of changes from: a polite and an assertive region, there from the beginning. In
 * a dialog that holds the page back they stand inside it, for nothing outside is heard then.
 */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Announcing, type Happening, type Urgency } from "./announcing.ts";

interface Announcer {
  /** One's own act, or what must be known now. */
  say: (words: string, urgency?: Urgency) => void;
  /** What others did: said together with what else they do in these seconds. */
  gather: (happenings: readonly Happening[], more: (count: number) => string) => void;
}

const SILENT: Announcer = { say: () => {}, gather: () => {} };
const Context = createContext<Announcer>(SILENT);
/** Words for the page that comes next. */
const THERE = "to-be-said";

export function useAnnounce(): Announcer["say"] {
  return useContext(Context).say;
}

export function useGather(): Announcer["gather"] {
  return useContext(Context).gather;
}

/** Said on the page one is led to: on this one it would be cut off. */
export function announceThere(words: string): void {
  try {
    sessionStorage.setItem(THERE, words);
  } catch {
    // A browser that keeps nothing says nothing there; the page itself shows what became of the act.
  }
}

function takeFromBefore(): string {
  try {
    const words = sessionStorage.getItem(THERE) ?? "";
    sessionStorage.removeItem(THERE);
    return words;
  } catch {
    return "";
  }
}

export function Announcer({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState({ polite: "", assertive: "" });
  const [host, setHost] = useState<Element | null>(null);
  const [announcer] = useState(() => {
    const announcing = new Announcing((urgency, words) => {
      if (words === "") setHost([...document.querySelectorAll("dialog:modal")].at(-1) ?? null);
      setShown((now) => ({ ...now, [urgency]: words }));
    });
    return {
      say: (words: string, urgency?: Urgency) => announcing.say(words, urgency),
      gather: (happenings: readonly Happening[], more: (count: number) => string) =>
        announcing.gather(happenings, more),
    };
  });
  useEffect(() => announcer.say(takeFromBefore()), [announcer]);
  const regions = (
    <>
      <div className="vh" role="status" aria-live="polite" data-heard="polite">
        {shown.polite}
      </div>
      <div className="vh" aria-live="assertive" data-heard="assertive">
        {shown.assertive}
      </div>
    </>
  );
  return (
    <Context value={announcer}>
      {children}
      {host === null ? regions : createPortal(regions, host)}
    </Context>
  );
}
