/** Running text with its ideas as links and its footnotes as buttons. */
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { FootnoteMark } from "#deliberation/report";
import { type IdeaRange, segmentsOf } from "#deliberation/segments";
import { IdeaLink } from "./IdeaLink.tsx";

interface Props {
  report: string;
  text: string;
  footnotes: readonly FootnoteMark[];
  ideas: readonly IdeaRange[];
}

export function BlockText({ report, text, footnotes, ideas }: Props) {
  const t = useTranslations("reading");
  const shown = segmentsOf(text, footnotes, ideas);
  return shown.map((segment, index) => {
    const next = shown[index + 1];
    if (segment.kind === "footnote") return null;
    const marker = next?.kind === "footnote" ? next.number : null;
    // A marker must not begin a line: it shares a span that does not break with the character before it.
    const [head, tail] =
      marker === null ? [segment.text, ""] : [segment.text.slice(0, -1), segment.text.slice(-1)];
    const name = `${segment.idea ?? ""}${segment.text}`;
    const button = marker !== null && (
      <button
        type="button"
        className="fn"
        id={`marker-${marker}`}
        popoverTarget={`footnote-${marker}`}
        aria-label={t("footnote", { number: marker })}
      >
        {marker}
      </button>
    );
    if (segment.idea !== null) {
      return (
        <Fragment key={name}>
          <IdeaLink report={report} idea={segment.idea} first={segment.first}>
            {segment.text}
          </IdeaLink>
          {button}
        </Fragment>
      );
    }
    return (
      <Fragment key={name}>
        {head}
        {marker !== null && (
          <span className="nw">
            {tail}
            {button}
          </span>
        )}
      </Fragment>
    );
  });
}
