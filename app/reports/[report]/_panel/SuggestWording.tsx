"use client";
/** The idea's language with our changes: three quick modes on the selected words, and how it would read. */
import { useTranslations } from "next-intl";
import { type FocusEvent, useRef } from "react";
import type { Draft } from "../../../_live/drafts.tsx";
import { Difference } from "../../../_ui/Difference.tsx";
import { DraftText } from "../../../_ui/DraftText.tsx";
import { withItsSpace, wordsSelected } from "./words-selected.ts";

const MODES = ["replace", "delete", "addAfter"] as const;

interface Props {
  draft: Draft;
  /** The idea's own words. */
  quote: string;
  lang: string;
}

export function SuggestWording({ draft, quote, lang }: Props) {
  const t = useTranslations();
  const group = useRef<HTMLFieldSetElement>(null);
  const left = useRef<string | null>(null);
  const leaves = ({ target }: FocusEvent) => {
    if (target instanceof HTMLTextAreaElement) left.current = target.value;
  };
  const act = (mode: (typeof MODES)[number]) => {
    const area = group.current?.querySelector("textarea");
    if (!area) return;
    // A colleague's edit while the focus was elsewhere moved the selection: it no longer says which words are meant.
    const moved = document.activeElement !== area && left.current !== null && left.current !== area.value;
    const selected = { start: area.selectionStart, end: area.selectionEnd };
    area.focus();
    const words = moved ? null : wordsSelected(area.value, selected, lang);
    if (words === null) return;
    if (mode === "addAfter") return area.setSelectionRange(words.end, words.end);
    if (mode === "replace") return area.setSelectionRange(words.start, words.end);
    const { start, end } = withItsSpace(area.value, words);
    area.setSelectionRange(start, end);
    // The browser's own command keeps the deletion in the text area's undo.
    if (document.execCommand("delete")) return;
    area.setRangeText("", start, end, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  return (
    <fieldset className="suggest" ref={group} onBlur={leaves}>
      <legend className="vh">{t("suggest.title")}</legend>
      <DraftText draft={draft} root="wording" label={t("position.wording")} lang={lang} />
      <p className="tiny mute" id="suggest-hint">
        {t("suggest.hint")}
      </p>
      <div className="acts">
        {MODES.map((mode) => (
          <button
            key={mode}
            type="button"
            className="btn"
            aria-describedby="suggest-hint"
            // A pointer leaves the selection where it is.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => act(mode)}
          >
            {t(`suggest.${mode}`)}
          </button>
        ))}
      </div>
      <p className="tiny mute">{t("position.reads")}</p>
      <Difference before={quote} after={draft.texts.wording} lang={lang} />
    </fieldset>
  );
}
