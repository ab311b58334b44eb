"use client";
/** The way to the one field that goes anywhere (Ctrl or Cmd with K). What it opens is brought when it is first asked for. */
import { useTranslations } from "next-intl";
import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";

const GoTo = lazy<ComponentType<{ report: string; asked: number }>>(() =>
  import("./GoTo.tsx").then(
    ({ GoTo: found }) => ({ default: found }),
    // Without a network it cannot be brought; the page goes on without it.
    () => ({ default: () => null }),
  ),
);

export function Palette({ report }: { report: string }) {
  const t = useTranslations("palette");
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Also while words are written: the key is no letter.
      const isAsked = event.code === "KeyK" && (event.ctrlKey || event.metaKey);
      if (!isAsked || event.shiftKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      // A dialog that is open already is finished first.
      if (document.querySelector("dialog[open]") === null) setAsked((before) => before + 1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="link"
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => setAsked(asked + 1)}
      >
        {t("title")}
      </button>
      {asked > 0 && (
        <Suspense fallback={null}>
          <GoTo report={report} asked={asked} />
        </Suspense>
      )}
    </>
  );
}
