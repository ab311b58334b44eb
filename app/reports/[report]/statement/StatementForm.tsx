"use client";
/** One statement: its words, pasted or from a file, and how it came about. */
import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import type { Citable } from "#deliberation/citing";
import { Audience, Original } from "#deliberation/entry";
import type { DraftId } from "#deliberation/ids";
import { groupsSpokenFor } from "#deliberation/membership";
import { useDraft } from "../../../_live/drafts.tsx";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { DraftFoot } from "../../../_ui/DraftFoot.tsx";
import { DraftText } from "../../../_ui/DraftText.tsx";
import { useNames } from "../../../_ui/names.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { LanguageOfWords } from "../_panel/OurPosition.tsx";
import { BringFile } from "./BringFile.tsx";
import { Passages } from "./Passages.tsx";
import { PositionsFrom } from "./PositionsFrom.tsx";

interface Props {
  id: DraftId;
  report: readonly Citable[];
}

export function StatementForm({ id, report }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { report: name, delegation } = useSeat();
  const draft = useDraft(id);
  const state = useRecordState();
  const nameOf = useNames();
  const text = useRef<HTMLDivElement>(null);
  const { fields, texts } = draft;
  const lang = String(fields.lang ?? locale);
  const groups = delegation === null ? [] : groupsSpokenFor(state, delegation, browserNow());
  const begin = () => {
    if (fields.lang !== undefined) return;
    draft.set("lang", locale);
    draft.set("audience", "everyone");
    draft.set("manner", "delivered");
  };
  const original = originalOf(fields.original);
  const lacks = texts.words.trim() === "" || typeof fields.date !== "string";
  return (
    <form onFocus={begin} onSubmit={(event) => event.preventDefault()}>
      <BringFile
        draft={id}
        replaces={texts.words.trim() !== ""}
        original={original}
        onForget={() => draft.set("original", undefined)}
        onRead={(brought, words) => {
          begin();
          draft.set("original", JSON.stringify(brought));
          draft.put("words", words);
        }}
      />
      <div ref={text}>
        <DraftText draft={draft} root="words" label={t("bring.words")} lang={lang} rows={14} />
      </div>
      <DraftFoot draft={draft} />
      <div className="two">
        <label className="field">
          <span>{t("bring.manner")}</span>
          <select
            value={String(fields.manner ?? "delivered")}
            onChange={(event) => draft.set("manner", event.target.value)}
          >
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
            type="date"
            value={String(fields.date ?? "")}
            onChange={(event) =>
              draft.set("date", event.target.value === "" ? undefined : event.target.value)
            }
          />
        </label>
        {groups.length > 0 && (
          <label className="field">
            <span>{t("bring.name")}</span>
            <select
              value={String(fields.onBehalfOf ?? "")}
              onChange={(event) =>
                draft.set("onBehalfOf", event.target.value === "" ? undefined : event.target.value)
              }
            >
              <option value="">{t("position.own")}</option>
              {groups.map((group) => (
                <option key={group} value={group}>
                  {t("position.behalf", { name: nameOf(group) })}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>{t("comments.audience")}</span>
          <select
            value={String(fields.audience ?? "everyone")}
            onChange={(event) => draft.set("audience", event.target.value)}
          >
            {Audience.options.map((one) => (
              <option key={one} value={one}>
                {t(`audience.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <LanguageOfWords value={lang} onChange={(next) => draft.set("lang", next)} />
      <Passages
        words={texts.words}
        lang={lang}
        linked={draft.linked}
        report={report}
        area={() => text.current?.querySelector("textarea") ?? null}
        onChange={draft.relink}
      />
      <PositionsFrom draft={draft} lang={lang} report={report} />
      <div className="acts">
        <a
          className="btn pri"
          href={`/reports/${name}/review/${id}`}
          aria-disabled={lacks}
          onClick={(event) => lacks && event.preventDefault()}
        >
          {t("bring.review")}
        </a>
        {lacks && <span className="tiny mute">{t("bring.lacks")}</span>}
      </div>
    </form>
  );
}

function originalOf(held: unknown): Original | null {
  try {
    return typeof held === "string" ? Original.parse(JSON.parse(held)) : null;
  } catch {
    return null;
  }
}
