"use client";
/** What the delegation notes for itself alone on a place: apart from what is said to others, and never sent anywhere. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { canonicalJson } from "#deliberation/canonical";
import { draftIds, fieldKey, textRoot } from "#deliberation/draft";
import type { Target } from "#deliberation/entry";
import { DraftId, isNote } from "#deliberation/ids";
import { useDraft, useDraftPlain, useDraftsReady } from "../../../_live/drafts.tsx";
import { DraftFoot } from "../../../_ui/DraftFoot.tsx";
import { DraftText } from "../../../_ui/DraftText.tsx";
import { EraseDraft } from "../../../_ui/EraseDraft.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Icon } from "../../../_ui/Stance.tsx";
import { newId } from "../../../_ui/submit.ts";

export function InternalNotes({ target }: { target: Target }) {
  const t = useTranslations("note");
  const { delegation, writes } = useSeat();
  const plain = useDraftPlain();
  const ready = useDraftsReady();
  const [open, setOpen] = useState<DraftId | null>(null);
  if (delegation === null || !ready) return null;
  const on = canonicalJson(target);
  const here = draftIds(plain).filter(
    (id) =>
      isNote(id) &&
      plain.drafts[fieldKey(id, "target")] === on &&
      (plain.texts[textRoot("words", id)] ?? "").trim() !== "",
  );
  const shown = open === null || here.includes(open) ? here : [...here, open];
  if (shown.length === 0 && !writes) return null;
  return (
    <section className="sec" aria-labelledby="internal-notes">
      <h3 id="internal-notes">
        {t("title")} <span className="draft">{t("private")}</span>
      </h3>
      {shown.map((id) => (
        <article key={id} className="int" aria-label={t("word")}>
          <p className="small">
            <Icon name="lock" /> <b>{t("word")}</b>
          </p>
          {open === id ? (
            <Note id={id} on={on} onClose={() => setOpen(null)} />
          ) : (
            <>
              <Said
                words={plain.texts[textRoot("words", id)] ?? ""}
                lang={String(plain.drafts[fieldKey(id, "lang")] ?? "en")}
              />
              {writes && (
                <button type="button" className="link" onClick={() => setOpen(id)}>
                  {t("edit")}
                </button>
              )}
            </>
          )}
        </article>
      ))}
      {writes && open === null && (
        <button type="button" className="btn" onClick={() => setOpen(DraftId.parse(`note.${newId()}`))}>
          {t("write")}
        </button>
      )}
    </section>
  );
}

function Note({ id, on, onClose }: { id: DraftId; on: string; onClose: () => void }) {
  const t = useTranslations("note");
  const locale = useLocale();
  const draft = useDraft(id);
  const begin = () => {
    if (draft.fields.target !== undefined) return;
    draft.set("target", on);
    draft.set("lang", locale);
  };
  return (
    <form onFocus={begin} onSubmit={(event) => event.preventDefault()}>
      <DraftText draft={draft} root="words" label={t("words")} lang={String(draft.fields.lang ?? locale)} />
      <DraftFoot draft={draft} />
      <button type="button" className="btn" onClick={onClose}>
        {t("close")}
      </button>
      <EraseDraft draft={id} />
    </form>
  );
}
