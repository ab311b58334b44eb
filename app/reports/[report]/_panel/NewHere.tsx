"use client";
/** What others said since the thread was opened: counted at the panel's edge, over it, and shown when asked for (heard in ArrivalsHeard). */
import { useTranslations } from "next-intl";
import type { OpenThread } from "../../../_live/unread.tsx";

export function NewHere({ thread: { waiting, show } }: { thread: OpenThread }) {
  const t = useTranslations("comments");
  return (
    <div className="new-here">
      {waiting > 0 && (
        <button type="button" className="pill" data-key="l" aria-keyshortcuts="l" onClick={show}>
          <span>{t("waiting", { count: waiting })}</span> <kbd>L</kbd>
        </button>
      )}
    </div>
  );
}
