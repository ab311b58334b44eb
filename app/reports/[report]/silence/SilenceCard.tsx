"use client";
/** One silence procedure: the exact wording, its ideas, until when, what was said of it, and how it ended. */
import { useFormatter, useTranslations } from "next-intl";
import { isRunning, onRecordAgainst, outcomeOf } from "#deliberation/silence";
import type { SilenceState } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNowUntil } from "../../../_ui/Deadline.tsx";
import { Declare } from "../../../_ui/Declare.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Moment } from "../rounds/Moment.tsx";

export function SilenceCard({ silence }: { silence: SilenceState }) {
  const [t, format] = [useTranslations("silence"), useFormatter()];
  const state = useRecordState();
  const name = useNames();
  const { report, delegation } = useSeat();
  const now = useNowUntil(silence.closesAt);
  const running = now === null ? silence.concluded === null : isRunning(silence, asInstant(now));
  const outcome = outcomeOf(silence);
  const ended = silence.concluded === null ? "ended" : silence.concluded.outcome;
  const status = outcome === "broken" ? "broken" : running ? "running" : ended;
  const member = delegation !== null && state.delegations[delegation]?.kind === "member";
  const saidAs = (kind: string) =>
    silence.said.some((one) => one.delegation === delegation && one.kind === kind);
  const against = onRecordAgainst(state, silence.ideas).some(({ author }) => author === delegation);
  const heading = `silence-${silence.seq}`;
  return (
    <section className="round" aria-labelledby={heading}>
      <h2 id={heading}>
        {t("heading", { number: silence.number })} <span className="demo">{t(`state.${status}`)}</span>
      </h2>
      <dl className="facts review">
        <div>
          <dt>{t("wording")}</dt>
          <dd>
            <Said words={silence.wording} lang={silence.lang} />
          </dd>
        </div>
        <div>
          <dt>{t("ideas")}</dt>
          <dd>
            {silence.ideas.map((idea) => (
              <a key={idea} className="chip" href={`/reports/${report}/ideas/${idea}`}>
                <bdi translate="no">{idea}</bdi>
              </a>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t("deadline")}</dt>
          <dd>
            <Moment at={silence.closesAt} />
            {running && now !== null && (
              <span role="timer" aria-live="off">
                {format.relativeTime(new Date(silence.closesAt), now)}
              </span>
            )}
          </dd>
        </div>
        {silence.reason !== null && (
          <div>
            <dt>{t("shortReason")}</dt>
            <dd>
              <Said words={silence.reason} lang={silence.lang} />
            </dd>
          </div>
        )}
        {silence.said.map((one) => (
          <div key={one.seq}>
            <dt>
              {t(one.kind === "silence.objected" ? "objection" : "explanation", {
                who: name(one.delegation),
              })}
            </dt>
            <dd>
              <Said words={one.words} lang={one.lang} />{" "}
              <a href={`/reports/${report}/entries/${one.seq}`}>{t("seeEntry", { entry: one.seq })}</a>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t(`says.${status}`)}</p>
      {running && member && against && !saidAs("silence.objected") && <p className="warning">{t("again")}</p>}
      {running && member && (
        <div className="acts">
          {!saidAs("silence.objected") && <Declare what="objection" entry={silence.seq} />}{" "}
          {!saidAs("silence.explained") && <Declare what="explanation" entry={silence.seq} />}
        </div>
      )}
      {running && delegation !== null && !member && <p className="small mute">{t("observers")}</p>}
    </section>
  );
}

function asInstant(now: Date) {
  return now.toISOString() as SilenceState["closesAt"];
}
