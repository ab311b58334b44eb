"use client";
/** Issuing a summary, or its next version: from the words that stand in that language. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { lastOpened } from "#deliberation/state";
import { summariesOn } from "#deliberation/summary";
import { LANGUAGES } from "../../../_i18n/languages.ts";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";

export function IssueSummary({ place }: { place: string }) {
  const t = useTranslations("summary");
  const state = useRecordState();
  const locale = useLocale();
  const standing = (lang: string) =>
    summariesOn(state, place).find((one) => one.lang === lang && one.status === "stands")?.words ?? "";
  const [lang, setLang] = useState(locale);
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? standing(lang);
  const read = () => {
    if (words.trim() === "") return { faults: { "summary-words": "summary" } };
    const target = place === "" ? { on: "report" } : { on: "idea", idea: place };
    const of = { textVersion: state.text?.version ?? 1, round: lastOpened(state)?.id ?? "" };
    return { asked: { kind: "summary.issued", target, words: words.trim(), lang, ...of } };
  };
  return (
    <RecordDialog
      name="issue-summary"
      ask={t("issue")}
      title={t("issue")}
      says={t("says")}
      confirm={t("confirm")}
      read={read}
      onRecorded={() => setTyped(null)}
    >
      <label className="field">
        <span>{t("words")}</span>
        <textarea
          id="summary-words"
          value={words}
          lang={lang}
          dir="auto"
          rows={8}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t("lang")}</span>
        <select
          value={lang}
          onChange={(event) => {
            setLang(event.target.value);
            setTyped(null);
          }}
        >
          {Object.entries(LANGUAGES).map(([code, endonym]) => (
            <option key={code} value={code} lang={code}>
              {endonym}
            </option>
          ))}
        </select>
      </label>
      <p className="small mute">{t("next")}</p>
    </RecordDialog>
  );
}
