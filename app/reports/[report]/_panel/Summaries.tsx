"use client";
/** The facilitator's summary on an idea or on the report: the latest in each language, earlier versions below it. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { lastOpened } from "#deliberation/state";
import { summariesOn } from "#deliberation/summary";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { IssueSummary } from "./IssueSummary.tsx";

/** @param place as in the state: an idea's number, or empty for the report as a whole. */
export function Summaries({ place }: { place: string }) {
  const t = useTranslations("summary");
  const locale = useLocale();
  const state = useRecordState();
  const { as } = useSeat();
  const all = summariesOn(state, place);
  const mayIssue = as === "facilitator" && lastOpened(state) !== null;
  if (all.length === 0 && !mayIssue) return null;
  // The reader's own language first.
  const current = all
    .filter(({ status }) => status === "stands")
    .sort((a, b) => Number(b.lang === locale) - Number(a.lang === locale));
  const earlier = all.filter(({ status }) => status === "superseded");
  return (
    <section className="sec summaries" aria-labelledby="summary">
      <h2 id="summary">{t("title")}</h2>
      {current.map((one) => (
        <Version key={one.seq} {...one} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>{t("earlier", { count: earlier.length })}</summary>
          {earlier.map((one) => (
            <Version key={one.seq} {...one} />
          ))}
        </details>
      )}
      {mayIssue && <IssueSummary place={place} />}
    </section>
  );
}

type Shown = Pick<
  ReturnType<typeof summariesOn>[number],
  "seq" | "at" | "version" | "round" | "words" | "lang"
>;

function Version({ seq, at, version, round, words, lang }: Shown) {
  const t = useTranslations("summary");
  const rounds = useTranslations("rounds");
  const format = useFormatter();
  const { report } = useSeat();
  return (
    <article>
      <p className="said" lang={langTag(lang)} dir={directionOf(lang)}>
        {words}
      </p>
      <p className="tiny mute">
        {t("version", { version, round, date: format.dateTime(new Date(at), { dateStyle: "medium" }) })} ·{" "}
        <a href={`/reports/${report}/entries/${seq}`}>{rounds("entryLink", { seq })}</a>
      </p>
    </article>
  );
}
