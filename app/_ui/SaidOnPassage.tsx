"use client";
/** What our delegation and its groups said on a passage, newest first, each with date, capacity and citation. */
import { useFormatter, useTranslations } from "next-intl";
import { asCorrected } from "#deliberation/compile";
import { passageOf, type SaidBefore, saidOn } from "#deliberation/said-before";
import type { Late } from "#deliberation/state";
import { wordsOn } from "#deliberation/statements";
import { useAllOpened, useRecordState } from "../_live/LiveProvider.tsx";
import { Citation } from "./Citation.tsx";
import { LateMark } from "./LateMark.tsx";
import { useNames } from "./names.ts";
import { Said } from "./Said.tsx";
import { useSeat } from "./SeatContext.tsx";
import { StanceToken } from "./Stance.tsx";

export function SaidOnPassage({ place }: { place: string }) {
  const t = useTranslations("before");
  const { delegation } = useSeat();
  const state = useRecordState();
  const opened = useAllOpened(passageOf(state, place));
  if (delegation === null) return null;
  if (!opened) return <p className="mute">{t("opening")}</p>;
  const said = saidOn(state, delegation, place);
  if (said.length === 0) return <p className="mute">{t("nothing")}</p>;
  return (
    <ol className="plain" aria-label={t("count", { count: said.length })}>
      {said.map((one) => (
        <OneSaid key={one.seq} said={one} />
      ))}
    </ol>
  );
}

function OneSaid({ said }: { said: SaidBefore }) {
  const t = useTranslations();
  const format = useFormatter();
  const name = useNames();
  const { report, delegation } = useSeat();
  const { kind, place, author, by, at, seq } = said;
  const about = place === "" ? t("panel.whole") : place;
  const withdrawn = withdrawnOf(said);
  return (
    <li>
      <p className="by">
        {kind === "position" && (
          <>
            <b>{t("before.position", { place: about, rev: said.revision.rev })}</b>{" "}
            <StanceToken stance={said.revision.stance} />
          </>
        )}
        {kind === "comment" && <b>{t("before.comment", { place: about })}</b>}
        {kind === "statement" && <b>{t("before.statement", { place: about })}</b>}
        {kind === "declaration" && <b>{t(`before.${DECLARED[said.declaration.kind]}`, { place: about })}</b>}
      </p>
      <p className="small mute">
        {author !== delegation && (
          <>
            <bdi>{name(author)}</bdi> ·{" "}
          </>
        )}
        {t(`capacity.${by.capacity}`)} ·{" "}
        <time dateTime={at}>
          {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
        </time>{" "}
        <LateMark late={lateOf(said)} />
      </p>
      {kind === "position" && said.superseded && <p className="small mute">{t("handover.superseded")}</p>}
      {withdrawn !== null && (
        <p className="small mute">
          {t("comments.withdrawn", {
            date: format.dateTime(new Date(withdrawn.at), { dateStyle: "medium" }),
          })}
        </p>
      )}
      <Words said={said} />
      <p className="small">
        <a href={`/reports/${report}/entries/${seq}`}>{t("comments.entry", { seq })}</a>{" "}
        <Citation
          what={kind}
          place={place}
          author={author}
          at={at}
          seq={seq}
          late={lateOf(said) !== undefined}
          {...(kind === "position" ? { rev: said.revision.rev } : {})}
        />
      </p>
    </li>
  );
}

const DECLARED = {
  "alignment.declared": "alignment",
  "dissociation.declared": "dissociation",
  "wording.associated": "association",
} as const;

function lateOf(said: SaidBefore): Late | undefined {
  if (said.kind === "position") return said.revision.late;
  if (said.kind === "statement") return said.statement.late;
  return said.kind === "comment" ? said.comment.late : undefined;
}

function withdrawnOf(said: SaidBefore) {
  if (said.kind === "position") return said.revision.withdrawn;
  if (said.kind === "statement") return said.statement.withdrawn;
  return said.kind === "comment" ? said.comment.withdrawn : said.declaration.withdrawn;
}

/** As corrected last; those of a withdrawn comment stay in history only. */
function Words({ said }: { said: SaidBefore }) {
  const t = useTranslations("handover");
  if (said.kind === "statement") {
    const { lang, withdrawn } = said.statement;
    const passages = wordsOn(said.statement, said.place);
    return withdrawn === null
      ? passages.map((words) => <Said key={words} words={words} lang={lang} />)
      : null;
  }
  if (said.kind === "declaration") {
    const { words, lang } = said.declaration;
    return words === null || lang === null ? null : <Said words={words} lang={lang} />;
  }
  if (said.kind === "comment") {
    const { words, lang, corrections, withdrawn } = said.comment;
    return withdrawn === null ? <Said {...asCorrected(words, lang, corrections)} /> : null;
  }
  const { words, wording, lang, corrections } = said.revision;
  const last = asCorrected(words, lang, corrections);
  return (
    <>
      {last.words !== null && <Said words={last.words} lang={last.lang} corrected={last.corrected} />}
      {wording !== null && (
        <>
          <p className="small">{t("wording")}</p>
          <Said words={wording} lang={lang} />
        </>
      )}
    </>
  );
}
