"use client";
/** What an entry says became of words: each answer, with the entries it answers. */
import { useTranslations } from "next-intl";
import type { DispositionAnswer } from "#deliberation/entry";
import { useOutcomeWords } from "../../../../_ui/Disposition.tsx";
import { Said } from "../../../../_ui/Said.tsx";
import { useSeat } from "../../../../_ui/SeatContext.tsx";

export function AnswersGiven({ answers }: { answers: readonly DispositionAnswer[] }) {
  const t = useTranslations("disposition");
  const { report } = useSeat();
  const outcomeWords = useOutcomeWords();
  return (
    <ul className="plain">
      {answers.map((answer) => (
        <li key={answer.to[0]?.entry} className="disp">
          <p>
            {answer.to.map(({ entry }) => (
              <span key={entry}>
                <a href={`/reports/${report}/entries/${entry}`}>{t("entryLink", { seq: entry })}</a>{" "}
              </span>
            ))}
            <b>{outcomeWords(answer)}</b>
          </p>
          {answer.reason !== undefined && <Said words={answer.reason} lang={answer.lang} />}
        </li>
      ))}
    </ul>
  );
}
