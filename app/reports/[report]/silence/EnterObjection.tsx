"use client";
/** An objection that came by a note or was raised in the room: whose, when it was received, in what words. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { IdeaId } from "#deliberation/ids";
import { inNewYork } from "#deliberation/new-york";
import { mayObject } from "#deliberation/silence-rules";
import type { SilenceState } from "#deliberation/state";
import { LANGUAGES } from "../../../_i18n/languages.ts";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { IdeasObjected } from "../../../_ui/IdeasObjected.tsx";
import { useNames } from "../../../_ui/names.ts";
import { DeadlineFields, momentOf } from "../rounds/DeadlineFields.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";

const MEANS = ["note", "room"] as const;

export function EnterObjection({ silence }: { silence: SilenceState }) {
  const t = useTranslations("silence");
  const state = useRecordState();
  const names = useNames();
  const locale = useLocale();
  const [who, setWho] = useState("");
  const [receipt, setReceipt] = useState(() => inNewYork(browserNow()));
  const [means, setMeans] = useState<(typeof MEANS)[number]>("note");
  const [words, setWords] = useState("");
  const [lang, setLang] = useState<string>(locale);
  const [ideas, setIdeas] = useState<IdeaId[] | null>(null);
  const name = `enter-${silence.seq}`;
  const mayBe = Object.values(state.delegations)
    .filter(({ key }) => mayObject(state, silence, key))
    .map(({ key }) => ({ key, called: names(key) }))
    .sort((a, b) => a.called.localeCompare(b.called, locale));
  const read = () => {
    const receivedAt = momentOf(receipt);
    const faults: Record<string, string> = {};
    if (who === "") faults[`${name}-who`] = "who";
    // A form counts in minutes: what was received in the minute silence began was received after it.
    const from = receivedAt !== null && receivedAt < silence.startedAt && sameMinute(receivedAt, silence);
    const at = from ? silence.startedAt : receivedAt;
    if (at === null || at < silence.startedAt || at >= silence.closesAt || at > browserNow())
      faults[`${name}-day`] = "receipt";
    if (words.trim() === "") faults[`${name}-words`] = "words";
    if (Object.keys(faults).length > 0) return { faults };
    const named = ideas === null ? {} : { ideas };
    const said = { delegation: who, receivedAt: at, means, words: words.trim(), lang, ...named };
    return { asked: { kind: "silence.entered", entry: silence.seq, ...said } };
  };
  return (
    <RecordDialog
      name={name}
      ask={t("enter.ask")}
      title={t("enter.ask")}
      says={t("enter.says")}
      confirm={t("enter.confirm")}
      read={read}
      onRecorded={() => {
        setWho("");
        setWords("");
        setIdeas(null);
      }}
    >
      <label className="field">
        <span>{t("enter.who")}</span>
        <select id={`${name}-who`} value={who} onChange={(event) => setWho(event.target.value)}>
          <option value="">{t("enter.choose")}</option>
          {mayBe.map(({ key, called }) => (
            <option key={key} value={key}>
              {called}
            </option>
          ))}
        </select>
      </label>
      <DeadlineFields name={name} of="receipt" value={receipt} onChange={setReceipt} />
      <fieldset>
        <legend>{t("enter.means")}</legend>
        {MEANS.map((one) => (
          <label className="check" key={one}>
            <input
              type="radio"
              name={`${name}-means`}
              checked={means === one}
              onChange={() => setMeans(one)}
            />
            {t(`enter.${one}`)}
          </label>
        ))}
      </fieldset>
      <IdeasObjected silence={silence} value={ideas} onChange={setIdeas} />
      <label className="field">
        <span>{t("enter.words")}</span>
        <textarea
          id={`${name}-words`}
          value={words}
          lang={lang}
          dir="auto"
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t("enter.lang")}</span>
        <select value={lang} onChange={(event) => setLang(event.target.value)}>
          {Object.entries(LANGUAGES).map(([code, endonym]) => (
            <option key={code} value={code} lang={code}>
              {endonym}
            </option>
          ))}
        </select>
      </label>
    </RecordDialog>
  );
}

function sameMinute(at: string, { startedAt }: SilenceState): boolean {
  return at.slice(0, 16) === startedAt.slice(0, 16);
}
