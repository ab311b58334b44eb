"use client";
/** Beside the grid: who stands where in the chosen cell, and in which words. */
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { asCorrected } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import type { DelegationKey, IdeaId, Instant } from "#deliberation/ids";
import { lateStanding } from "#deliberation/late";
import { cellsOn, type OwnCell, type TallyCell } from "#deliberation/matrix";
import { doesTakePart } from "#deliberation/participation";
import type { Revision } from "#deliberation/state";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { useOpened, useRecordState } from "../../../_live/LiveProvider.tsx";
import { Difference } from "../../../_ui/Difference.tsx";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";
import type { OpenedCell } from "./Matrix.tsx";
import { useCellNames } from "./useCellNames.ts";

interface Props {
  report: string;
  cell: OpenedCell;
  at: Instant;
  onClose: () => void;
}

export default function Sheet({ report, cell: { idea, column }, at, onClose }: Props) {
  const t = useTranslations("matrix");
  const state = useRecordState();
  const { nameOf } = useCellNames();
  const lang = state.text?.lang ?? "zh";
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const cell = cellsOn(state, idea, at)(column);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
  };
  return (
    <section className="matrix-sheet" aria-labelledby="matrix-cell" onKeyDown={onKeyDown}>
      <header>
        <h2 id="matrix-cell" ref={heading} tabIndex={-1}>
          <bdi>{nameOf(column)}</bdi> × <bdi translate="no">{idea}</bdi>
        </h2>
        <button type="button" className="link" onClick={onClose}>
          {t("close")}
        </button>
      </header>
      <p className="quote" lang={langTag(lang)} dir={directionOf(lang)}>
        {state.ideas[idea]?.quote}
      </p>
      <p>
        <a href={`/reports/${report}/ideas/${idea}`}>{t("ideaPage", { idea })}</a>
      </p>
      {cell.kind === "own" && column.kind === "own" ? (
        <>
          <Own report={report} idea={idea} revision={cell.revision} of={column.delegation} />
          <Marks cell={cell} />
        </>
      ) : (
        cell.kind === "tally" &&
        column.kind !== "own" && <Stated report={report} idea={idea} cell={cell} group={column.group} />
      )}
    </section>
  );
}

interface OwnProps {
  report: string;
  idea: IdeaId;
  /** The position that stands. */
  revision: Revision | null;
  of: string;
}

function Own({ report, idea, revision, of }: OwnProps) {
  const t = useTranslations();
  const format = useFormatter();
  const state = useRecordState();
  const isOpened = useOpened(idea);
  const revisions = state.positions[idea]?.[of];
  const withdrawn = revisions?.at(-1)?.withdrawn;
  if (revision === null) {
    return (
      <p>
        <StanceToken stance={doesTakePart(state, of) ? "not-stated" : "not-taking-part"} />{" "}
        {withdrawn && (
          <span className="mute">
            {t("positions.withdrawn", {
              date: format.dateTime(new Date(withdrawn.at), { dateStyle: "medium" }),
            })}
          </span>
        )}
      </p>
    );
  }
  const { words, lang, corrected } = asCorrected(revision.words, revision.lang, revision.corrections);
  const before = revisions?.at(-2);
  return (
    <>
      <p>
        <StanceToken stance={revision.stance} /> <LateMark late={revision.late} />{" "}
        {before && (
          <span className="was">{t("positions.was", { stance: t(`stance.${before.stance}`) })}</span>
        )}
      </p>
      <p className="small mute">
        {revision.rev > 1 && `${t("positions.revision", { rev: revision.rev })} · `}
        <time dateTime={revision.at}>
          {format.dateTime(new Date(revision.at), { dateStyle: "medium", timeStyle: "short" })}
        </time>{" "}
        ·{" "}
        <a href={`/reports/${report}/entries/${revision.seq}`}>{t("search.entry", { seq: revision.seq })}</a>
      </p>
      {!isOpened && (
        <p className="small mute" aria-busy="true">
          {t("matrix.fetching")}
        </p>
      )}
      {words !== null && <Said words={words} lang={lang} corrected={corrected} />}
      {revision.wording !== null && (
        <Difference
          before={state.ideas[idea]?.quote ?? ""}
          after={revision.wording}
          lang={state.text?.lang ?? revision.lang}
        />
      )}
    </>
  );
}

function Marks({ cell: { marks, through } }: { cell: OwnCell }) {
  const t = useTranslations("matrix.mark");
  const { throughOf } = useCellNames();
  return (
    <>
      {marks
        .filter((mark) => mark !== "through")
        .map((mark) => (
          <p key={mark} className="small mute">
            {t(mark)}
          </p>
        ))}
      {through.map(({ group, stance }) => (
        <p key={group} className="small mute">
          {throughOf(group, stance)}
        </p>
      ))}
    </>
  );
}

interface StatedProps {
  report: string;
  idea: IdeaId;
  cell: TallyCell;
  group: DelegationKey | null;
}

/** Names by stance; figures only where the modalities show totals. */
function Stated({ report, idea, cell, group }: StatedProps) {
  const t = useTranslations();
  const name = useNames();
  const state = useRecordState();
  const { counts, own, members, observers, notStated, notTakingPart } = cell;
  const lists = [
    ...STANCES.map((stance) => [stance, members[stance]] as const),
    ["not-stated", notStated] as const,
    ["not-taking-part", notTakingPart] as const,
  ];
  const apart = STANCES.filter((stance) => observers[stance].length > 0);
  return (
    <>
      {own !== null && group !== null && (
        <div className="apart">
          <h3>{t("matrix.ownTitle")}</h3>
          <Own report={report} idea={idea} revision={own} of={group} />
        </div>
      )}
      {lists
        .filter(([, keys]) => keys.length > 0)
        .map(([stance, keys]) => (
          <div className="stand" key={stance}>
            <h3>
              <StanceToken stance={stance} {...(counts === null ? {} : { count: keys.length })} />
            </h3>
            <p>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && t("matrix.comma")}
                  <bdi>{name(key)}</bdi>
                  <LateMark late={lateStanding(state, idea, key)} />
                </span>
              ))}
            </p>
          </div>
        ))}
      {apart.length > 0 && (
        <div className="apart">
          <h3>{t("positions.observers")}</h3>
          {apart.map((stance) => (
            <p key={stance}>
              <StanceToken stance={stance} />:{" "}
              {observers[stance].map((key, index) => (
                <span key={key}>
                  {index > 0 && t("matrix.comma")}
                  <bdi>{name(key)}</bdi>
                  <LateMark late={lateStanding(state, idea, key)} />
                </span>
              ))}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
