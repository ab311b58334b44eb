"use client";
/** One silence procedure: the exact wording, its ideas, until when, what was said of it, and how it ended. */
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import type { IdeaId, Instant } from "#deliberation/ids";
import { groupsSpokenFor } from "#deliberation/membership";
import {
  brokenIdeas,
  hasSaid,
  isBrokenInError,
  isRunning,
  onRecordAgainst,
  standingInSilence,
  statusOf,
} from "#deliberation/silence";
import { mayObject } from "#deliberation/silence-rules";
import type { SilenceState, SilenceWords } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNowUntil } from "../../../_ui/Deadline.tsx";
import { Declare } from "../../../_ui/Declare.tsx";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Moment } from "../rounds/Moment.tsx";
import { SilenceSaid } from "./SilenceSaid.tsx";

const SilenceActs = dynamic(() => import("./SilenceActs.tsx").then((it) => it.SilenceActs));

export function SilenceCard({ silence, runs }: { silence: SilenceState; runs: boolean }) {
  const [t, format] = [useTranslations("silence"), useFormatter()];
  const state = useRecordState();
  const { delegation } = useSeat();
  const now = useNowUntil(silence.closesAt);
  // Until the browser's clock is known, as of the record: nothing is shown as ended that the record has not ended.
  const at = now === null ? silence.startedAt : asInstant(now);
  const status = statusOf(silence, at);
  const running = isRunning(silence, at);
  const broken = brokenIdeas(silence);
  const settled = silence.cancelled !== null || silence.announced !== null;
  const authors = delegation === null ? [] : [delegation, ...groupsSpokenFor(state, delegation, at)];
  const mayStill = (kind: SilenceWords["kind"]) =>
    authors.filter((author) => mayObject(state, silence, author) && !hasSaid(silence, author, kind));
  const [objects, explains] = [mayStill("silence.objected"), mayStill("silence.explained")];
  const against = onRecordAgainst(state, silence.ideas).some(
    ({ author }) => author === delegation && objects.includes(author),
  );
  const observer = delegation !== null && !authors.some((author) => mayObject(state, silence, author));
  const time = (moment: Instant) =>
    format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" });
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
        <Ideas name={t("ideas")} ideas={silence.ideas} />
        <div>
          <dt>{t("deadline")}</dt>
          <dd>
            <Moment at={silence.closesAt} />
            {running && now !== null && (
              <span role="timer" aria-live="off">
                {format.relativeTime(new Date(silence.closesAt), now)}
              </span>
            )}
            {silence.moved.map((one) => (
              <p key={one.seq} className="small">
                {t("moved", {
                  was: time(one.from),
                  from: time(one.down.from),
                  until: time(one.down.until),
                })}
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t("objectors")}</dt>
          <dd>{t(`who.${silence.objectors}`)}</dd>
        </div>
        {silence.ideas.length > 1 && (
          <div>
            <dt>{t("others")}</dt>
            <dd>{t(`other.${silence.others}`)}</dd>
          </div>
        )}
        {silence.reason !== null && (
          <div>
            <dt>{t("shortReason")}</dt>
            <dd>
              <Said words={silence.reason} lang={silence.lang} />
            </dd>
          </div>
        )}
        {silence.said.map((one) => (
          <SilenceSaid key={one.seq} one={one} annuls={runs && !settled} />
        ))}
        {broken.length > 0 && <Ideas name={t("brokenOn")} ideas={broken} />}
        {broken.length > 0 && status !== "broken" && (
          <Ideas name={t("standsOn")} ideas={standingInSilence(silence)} />
        )}
        {silence.cancelled !== null && (
          <div>
            <dt>{t("cancelReason")}</dt>
            <dd>
              <Said words={silence.cancelled.reason} lang={silence.cancelled.lang} />
            </dd>
          </div>
        )}
      </dl>
      <p>{isBrokenInError(silence) ? t("brokenInError") : t(`says.${status}`)}</p>
      {running && against && <p className="warning">{t("again")}</p>}
      {running && objects.length + explains.length > 0 && (
        <div className="acts">
          {objects.length > 0 && <Declare what="objection" entry={silence.seq} authors={objects} />}{" "}
          {explains.length > 0 && <Declare what="explanation" entry={silence.seq} authors={explains} />}
        </div>
      )}
      {running && observer && <p className="small mute">{t("observers")}</p>}
      {runs && <SilenceActs silence={silence} at={at} />}
    </section>
  );
}

function Ideas({ name, ideas }: { name: string; ideas: readonly IdeaId[] }) {
  const { report } = useSeat();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {ideas.map((idea) => (
          <a key={idea} className="chip" href={`/reports/${report}/ideas/${idea}`}>
            <bdi translate="no">{idea}</bdi>
          </a>
        ))}
      </dd>
    </div>
  );
}

function asInstant(now: Date): Instant {
  return now.toISOString() as Instant;
}
