"use client";
/** Tells a screen reader what changed in the focused row or column, once, and only while the focus is in the grid. */
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { useGather } from "../../../_ui/Announcer.tsx";

/** @param words what is to be said of the changes, asked only when there are some. */
export function useHeard(
  fresh: ReadonlySet<string>,
  within: RefObject<HTMLElement | null>,
  words: () => string[],
) {
  const t = useTranslations("announced");
  const gather = useGather();
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  });
  useEffect(() => {
    if (fresh.size === 0 || !within.current?.contains(document.activeElement)) return;
    const said = latest.current();
    gather(
      said.map((one) => ({ key: one, count: 1, words: () => one })),
      (count) => t("more", { count }),
    );
  }, [fresh, within, gather, t]);
}
