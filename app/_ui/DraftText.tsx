"use client";
/** A text written together: a plain text area, so that every input method and screen reader works in it. */
import { useId } from "react";
import { directionOf, langTag } from "../_i18n/languages.ts";
import type { Draft } from "../_live/drafts.tsx";

interface Props {
  draft: Draft;
  root: "words" | "wording";
  label: string;
  lang: string;
  rows?: number;
}

export function DraftText({ draft, root, label, lang, rows = 3 }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={rows} lang={langTag(lang)} dir={directionOf(lang)} ref={draft.bind(root)} />
    </div>
  );
}
