"use client";
/** Where one read: at the next visit on this device "continue at ¶28", and after a leap "back to ¶17". */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { holder } from "../../../_live/on-this-device.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { goToParagraph, LEAPT, paragraphInSight } from "./going.ts";

const AFTER_MS = 500;

export function Whereabouts() {
  const t = useTranslations("whereabouts");
  const { report } = useSeat();
  const [left, setLeft] = useState<{ key: string; why: "continue" | "return" } | null>(null);
  useEffect(() => {
    // Another person who signs in here has another place. Who that is, a first page is told only in a moment.
    const name = () => `read-at/${holder()?.person ?? ""}/${report}`;
    const first = document.querySelector(".para[id]")?.id;
    const before = kept(name());
    if (before !== null && before !== first && window.location.hash === "" && window.scrollY === 0) {
      setLeft({ key: before, why: "continue" });
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const key = paragraphInSight();
        if (key !== null) keep(name(), key);
      }, AFTER_MS);
    };
    const leapt = (event: Event) => setLeft({ key: (event as CustomEvent<string>).detail, why: "return" });
    window.addEventListener("scroll", scrolled, { passive: true });
    // Scrolled before the page was live: that was heard by nobody.
    if (window.scrollY > 0) scrolled();
    window.addEventListener(LEAPT, leapt);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", scrolled);
      window.removeEventListener(LEAPT, leapt);
    };
  }, [report]);
  return (
    <div className="whereabouts">
      {left !== null && (
        <button
          type="button"
          className="pill"
          data-key="b"
          aria-keyshortcuts="b"
          onClick={() => {
            setLeft(null);
            goToParagraph(left.key);
          }}
        >
          <span>{t(left.why, { key: left.key })}</span> <kbd>b</kbd>
        </button>
      )}
    </div>
  );
}

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, key: string): void {
  try {
    localStorage.setItem(name, key);
  } catch {
    // A browser that keeps nothing begins at the beginning.
  }
}
