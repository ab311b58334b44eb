"use client";
/** A statement that came on paper, typed in or read from a file, its passages linked, for the delegation named. */
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Citable } from "#deliberation/citing";
import type { Original } from "#deliberation/entry";
import { takesPart } from "#deliberation/standing";
import { lastOpened } from "#deliberation/state";
import { type LinkedWords, passagesIn } from "#deliberation/statement-draft";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNames } from "../../../_ui/names.ts";
import { LanguageOfWords } from "../_panel/OurPosition.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";
import { BringFile } from "../statement/BringFile.tsx";
import { Passages } from "../statement/Passages.tsx";

interface Typed {
  delegation: string;
  words: string;
  manner: string;
  date: string;
  original: Original | null;
  linked: LinkedWords[];
}

const EMPTY: Typed = { delegation: "", words: "", manner: "delivered", date: "", original: null, linked: [] };

export function EnterReceived({ report }: { report: readonly Citable[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const state = useRecordState();
  const name = useNames();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(EMPTY);
  const [lang, setLang] = useState(locale);
  const change = (more: Partial<Typed>) => setTyped((before) => ({ ...before, ...more }));
  const round = lastOpened(state);
  const delegations = Object.values(state.delegations)
    .filter(takesPart)
    .sort((a, b) => name(a.key).localeCompare(name(b.key), locale));
  const read = () => {
    const words = typed.words.trim();
    const passages = passagesIn(words, typed.linked);
    const faults: Record<string, string> = {};
    if (typed.delegation === "") faults["received-delegation"] = "delegation";
    if (words === "") faults["received-words"] = "statement";
    if (typed.date === "") faults["received-date"] = "day";
    // Nothing is left out in silence: a link that lost its words is made again or removed.
    if (passages === null) faults.passages = "passages";
    if (Object.keys(faults).length > 0) return { faults };
    const { delegation, manner, date, original } = typed;
    return {
      asked: {
        ...{ kind: "statement.received", delegation, manner, date, words, lang, passages },
        ...(original === null ? {} : { original }),
        ...{ textVersion: state.text?.version, round: round?.id },
      },
    };
  };
  return (
    <section aria-labelledby="enter-received">
      <h2 id="enter-received">{t("received.enter")}</h2>
      <label className="field">
        <span>{t("received.delegation")}</span>
        <select
          id="received-delegation"
          value={typed.delegation}
          onChange={(event) => change({ delegation: event.target.value })}
        >
          <option value="" />
          {delegations.map(({ key }) => (
            <option key={key} value={key}>
              {name(key)}
            </option>
          ))}
        </select>
      </label>
      <BringFile
        draft="received"
        replaces={typed.words.trim() !== ""}
        original={typed.original}
        onRead={(original, words) => change({ original, words })}
        onForget={() => change({ original: null })}
      />
      <label className="field">
        <span>{t("bring.words")}</span>
        <textarea
          id="received-words"
          rows={12}
          ref={area}
          value={typed.words}
          lang={langTag(lang)}
          dir={directionOf(lang)}
          onChange={(event) => change({ words: event.target.value })}
        />
      </label>
      <div className="two">
        <label className="field">
          <span>{t("bring.manner")}</span>
          <select value={typed.manner} onChange={(event) => change({ manner: event.target.value })}>
            {(["delivered", "written"] as const).map((one) => (
              <option key={one} value={one}>
                {t(`bring.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t("bring.date")}</span>
          <input
            id="received-date"
            type="date"
            value={typed.date}
            onChange={(event) => change({ date: event.target.value })}
          />
        </label>
      </div>
      <LanguageOfWords value={lang} onChange={setLang} />
      <Passages
        words={typed.words}
        lang={lang}
        linked={typed.linked}
        report={report}
        area={() => area.current}
        onChange={({ add = [], remove = [] }) =>
          change({ linked: [...typed.linked.filter((one) => !remove.includes(one)), ...add] })
        }
      />
      <RecordDialog
        name="enter-received-dialog"
        ask={t("received.enter")}
        title={t("received.enter")}
        says={t("received.says")}
        confirm={t("received.confirm")}
        read={read}
        onRecorded={() => setTyped(EMPTY)}
      >
        <p>
          {typed.delegation !== "" && <b>{name(typed.delegation)}</b>} {typed.date}
        </p>
      </RecordDialog>
    </section>
  );
}
