"use client";
/** Beside a draft: all that our delegation and its groups said on the passage, fetched when it is asked for. */
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

const SaidOnPassage = dynamic(() => import("./SaidOnPassage.tsx").then((it) => it.SaidOnPassage));

/** @param place an idea, a paragraph, or "" for the report as a whole. */
export function BeforeWeSpeak({ place }: { place: string }) {
  const t = useTranslations("before");
  const [open, setOpen] = useState(false);
  return (
    <details className="before" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("title")}</summary>
      {open && <SaidOnPassage place={place} />}
    </details>
  );
}
