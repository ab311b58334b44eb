"use client";
/** A dot, a number and the word: how much is unread. It keeps its room when there is nothing, so that nothing moves. */
import { useTranslations } from "next-intl";

export function UnreadMark({ count }: { count: number }) {
  const t = useTranslations("unread");
  return (
    <span className="unread">
      {count > 0 && (
        <>
          <i className="dot" aria-hidden="true" />
          <span aria-hidden="true">{t("short", { count })}</span>
          <span className="vh">{t("count", { count })}</span>
        </>
      )}
    </span>
  );
}
