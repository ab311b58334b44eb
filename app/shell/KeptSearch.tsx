"use client";
/** Words found in what this device holds: the text, and what was said as far as it was shown here. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { search } from "#deliberation/search";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { FoundList } from "../reports/[report]/search/FoundList.tsx";
import type { Kept } from "./Shell.tsx";

const MOST_LETTERS = 200;

export function questionAsked(): string {
  return (new URLSearchParams(window.location.search).get("q") ?? "").slice(0, MOST_LETTERS);
}

export function KeptSearch({ kept }: { kept: Kept }) {
  const [t, offline] = [useTranslations("search"), useTranslations("offline")];
  const state = useRecordState();
  const question = questionAsked();
  const found = useMemo(() => search(kept.text, state, question), [kept.text, state, question]);
  return (
    <>
      <h1>{question === "" ? t("title") : t("for", { question })}</h1>
      <p>{question === "" ? t("hint") : t("count", { count: found.length })}</p>
      <p className="small mute">{offline("searched")}</p>
      <FoundList id={kept.report} found={found} state={state} textLang={kept.text.lang} />
    </>
  );
}
