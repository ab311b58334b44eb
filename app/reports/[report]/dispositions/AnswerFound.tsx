"use client";
/** One answer in a table that came back: its cell, the words it answers, what stands there, and how it was read. */
import { useTranslations } from "next-intl";
import type { FilledAnswer } from "#deliberation/brought-answers";
import type { Prepared } from "#deliberation/podium";
import { useOutcomeWords } from "../../../_ui/Disposition.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";

/** Words are shown to know them again: so many characters of them. */
const SHOWN = 280;

export function AnswerFound({ found, prepared }: { found: FilledAnswer; prepared: Prepared | null }) {
  const t = useTranslations();
  const name = useNames();
  const { report } = useSeat();
  const outcomeWords = useOutcomeWords();
  const { cell, entry, place, author, text, said, answer, verdict, lacks } = found;
  const isTaken = prepared !== null && prepared.as === found.as && isSame(prepared, answer);
  return (
    <li>
      <h4>
        <bdi dir="ltr">{cell}</bdi>
        {author !== null && (
          <>
            {" · "}
            <bdi translate="no">{place === "" ? t("disposition.wholeReport") : place}</bdi> ·{" "}
            <bdi>{name(author)}</bdi>
          </>
        )}{" "}
        <a className="small" href={`/reports/${report}/entries/${entry}`}>
          {t("disposition.entryLink", { seq: entry })}
        </a>{" "}
        {isTaken && <span className="demo">{t("disposition.status.prepared")}</span>}
      </h4>
      {text !== "" && (
        <Said words={text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text} lang={found.lang} />
      )}
      <div className="disp">
        {said !== "" && (
          <p className="small">
            <span className="k">{t("disposition.table.says")}</span> <q dir="auto">{said}</q>
          </p>
        )}
        {answer !== null && verdict !== "unchanged" && (
          <p>
            <span className="k">{t("disposition.table.read")}</span> <b>{outcomeWords(answer)}</b>
          </p>
        )}
        {answer?.reason != null && verdict !== "unchanged" && (
          <Said words={answer.reason} lang={answer.lang} />
        )}
        {verdict !== "new" && verdict !== "unchanged" && <p>{t(`disposition.table.verdict.${verdict}`)}</p>}
        {verdict === "new" && lacks !== null && (
          <p>
            {t(`refusal.${lacks}`)} {t("disposition.table.later")}
          </p>
        )}
        {verdict === "new" && prepared !== null && !isTaken && (
          <p>{t("disposition.table.replaces", { answer: outcomeWords(prepared) })}</p>
        )}
      </div>
    </li>
  );
}

function isSame(prepared: Prepared, answer: FilledAnswer["answer"]): boolean {
  return (
    prepared.outcome === answer?.outcome &&
    (prepared.where ?? null) === answer.where &&
    (prepared.reason ?? null) === answer.reason
  );
}
