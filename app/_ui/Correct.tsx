"use client";
/** Correcting one's own entry: both texts are kept, the later one is shown. Drafted together and reviewed like all words. */
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { draftIds } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { useDraft, useDraftPlain } from "../_live/drafts.tsx";
import { DraftFoot } from "./DraftFoot.tsx";
import { DraftText } from "./DraftText.tsx";
import { useSeat } from "./SeatContext.tsx";
import { newId } from "./submit.ts";

interface Props {
  entry: number;
  /** As they stand now. */
  words: string;
  lang: string;
}

export function Correct(props: Props) {
  const t = useTranslations("correct");
  const plain = useDraftPlain();
  const [begun, setBegun] = useState<DraftId | null>(null);
  // A colleague's correction that is not submitted yet is gone on with.
  const open =
    begun ??
    draftIds(plain).find(
      (id) =>
        id.startsWith("correction.") &&
        plain.drafts[`${id}/entry`] === props.entry &&
        plain.drafts[`${id}/submitted`] === undefined,
    ) ??
    null;
  if (open === null) {
    return (
      <p className="acts">
        <button
          type="button"
          className="btn"
          onClick={() => setBegun(DraftId.parse(`correction.${newId()}`))}
        >
          {t("begin")}
        </button>
      </p>
    );
  }
  return <Correction id={open} {...props} />;
}

function Correction({ id, entry, words, lang }: Props & { id: DraftId }) {
  const t = useTranslations();
  const { report } = useSeat();
  const draft = useDraft(id);
  const reason = useId();
  const said = String(draft.fields.reason ?? "");
  const begin = () => {
    if (draft.fields.entry !== undefined) return;
    draft.set("entry", entry);
    draft.set("lang", lang);
    draft.begin("words", words);
  };
  return (
    <form className="composer" onFocus={begin} onSubmit={(event) => event.preventDefault()}>
      <h2>{t("correct.title", { entry })}</h2>
      <p className="small">{t("correct.sentence")}</p>
      <DraftText draft={draft} root="words" label={t("correct.words")} lang={lang} />
      <div className="field">
        <label htmlFor={reason}>{t("correct.reason")}</label>
        <input
          id={reason}
          type="text"
          value={said}
          maxLength={500}
          onChange={(event) => draft.set("reason", event.target.value || undefined)}
        />
      </div>
      <DraftFoot draft={draft} />
      <div className="acts">
        <a
          className="btn pri"
          href={`/reports/${report}/review/${id}`}
          aria-disabled={said.trim() === ""}
          onClick={(event) => said.trim() === "" && event.preventDefault()}
        >
          {t("position.review")}
        </a>
        {said.trim() === "" && <span className="tiny mute">{t("correct.reasonFirst")}</span>}
      </div>
    </form>
  );
}
