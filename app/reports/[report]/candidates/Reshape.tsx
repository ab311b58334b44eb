"use client";
/** A candidate split at a word, merged with the next one, or put back as it was: each shown as it would read, first. */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Stretch } from "#deliberation/candidate";
import { cutsIn, partsAt } from "#deliberation/candidate-shapes";
import type { Paragraph } from "#deliberation/report";
import { Heard } from "../../../_ui/Heard.tsx";
import type { CandidateAsked } from "../../../_ui/submit.ts";
import type { CandidateNow } from "./Candidates.tsx";

interface Props {
  given: CandidateNow;
  paragraph: Paragraph;
  /** As it was adjusted. */
  stretch: Stretch;
  lang: string;
  next: { with: string; quote: string } | null;
  shaping: "split" | "merge" | null;
  onShape: (what: "split" | "merge" | null) => void;
  onDecide: (asked: CandidateAsked) => void;
  onUndo: () => void;
}

export function Reshape({
  given,
  paragraph,
  stretch,
  lang,
  next,
  shaping,
  onShape,
  onDecide,
  onUndo,
}: Props) {
  const t = useTranslations("candidates");
  if (shaping === "split")
    return <Split {...{ given, paragraph, stretch, lang, onDecide }} onCancel={() => onShape(null)} />;
  if (shaping === "merge" && next !== null)
    return <Merge {...{ lang, next, onDecide }} onCancel={() => onShape(null)} />;
  return (
    <p className="acts">
      <button type="button" className="btn" aria-keyshortcuts="s" onClick={() => onShape("split")}>
        {t("split.ask")}
      </button>{" "}
      {next !== null && (
        <button type="button" className="btn" aria-keyshortcuts="m" onClick={() => onShape("merge")}>
          {t("merge.ask", { id: next.with })}
        </button>
      )}{" "}
      {given.from !== null && (
        <button type="button" className="btn" aria-keyshortcuts="u" onClick={onUndo}>
          {t("undo", { id: given.from })}
        </button>
      )}
    </p>
  );
}

type SplitProps = Pick<Props, "given" | "paragraph" | "stretch" | "lang" | "onDecide"> & {
  onCancel: () => void;
};

function Split({ given, paragraph, stretch, lang, onDecide, onCancel }: SplitProps) {
  const t = useTranslations("candidates");
  const cuts = cutsIn(paragraph, lang, stretch);
  const [at, setAt] = useState(Math.floor(cuts.length / 2));
  const first = useFocused();
  const parts = cuts[at] === undefined ? null : partsAt(paragraph, stretch, cuts[at]);
  return (
    <fieldset>
      <legend className="small">{t("split.legend", { id: given.id })}</legend>
      <Heard as="div">
        {parts === null ? (
          <p className="small">{t("split.cannot")}</p>
        ) : (
          parts.map((part, index) => (
            <p key={part} className="small">
              {t(index === 0 ? "split.first" : "split.second")}{" "}
              <mark lang={lang} dir="ltr">
                {part}
              </mark>
            </p>
          ))
        )}
      </Heard>
      <p className="acts">
        <button
          type="button"
          className="btn"
          ref={first}
          aria-disabled={at <= 0}
          onClick={() => setAt(Math.max(0, at - 1))}
        >
          {t("split.back")}
        </button>{" "}
        <button
          type="button"
          className="btn"
          aria-disabled={at >= cuts.length - 1}
          onClick={() => setAt(Math.min(cuts.length - 1, at + 1))}
        >
          {t("split.on")}
        </button>{" "}
        <button
          type="button"
          className="btn pri"
          aria-disabled={parts === null}
          onClick={() => parts !== null && onDecide({ decision: "split", quotes: parts })}
        >
          {t("split.confirm")}
        </button>{" "}
        <button type="button" className="btn" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
    </fieldset>
  );
}

interface MergeProps {
  lang: string;
  next: { with: string; quote: string };
  onDecide: (asked: CandidateAsked) => void;
  onCancel: () => void;
}

function Merge({ lang, next, onDecide, onCancel }: MergeProps) {
  const t = useTranslations("candidates");
  const first = useFocused();
  return (
    <fieldset>
      <legend className="small">{t("merge.ask", { id: next.with })}</legend>
      <p className="small">
        {t("merge.reads")}{" "}
        <mark lang={lang} dir="ltr">
          {next.quote}
        </mark>
      </p>
      <p className="acts">
        <button
          type="button"
          className="btn pri"
          ref={first}
          onClick={() => onDecide({ decision: "merged", with: next.with })}
        >
          {t("merge.confirm")}
        </button>{" "}
        <button type="button" className="btn" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
    </fieldset>
  );
}

/** What is opened by a key is gone on with by keyboard. */
function useFocused() {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return button;
}
