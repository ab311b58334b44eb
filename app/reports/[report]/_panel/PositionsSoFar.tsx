"use client";
/** Where delegations stand: the sentence and figures where totals are shown, names by stance always. */
import { useFormatter, useTranslations } from "next-intl";
import { asCorrected } from "#deliberation/compile";
import { type Stand, standOn, totalsShown } from "#deliberation/count";
import { STANCES, type Stance } from "#deliberation/entry";
import type { DelegationKey, IdeaId } from "#deliberation/ids";
import { roundForLate } from "#deliberation/late";
import { declaredOn, openRound, type State, standing } from "#deliberation/state";
import { useIsNew, useShownState } from "../../../_live/unread.tsx";
import { browserNow, useNow } from "../../../_ui/browser-now.ts";
import { Citation } from "../../../_ui/Citation.tsx";
import { Declare } from "../../../_ui/Declare.tsx";
import { Difference } from "../../../_ui/Difference.tsx";
import { Disposition } from "../../../_ui/Disposition.tsx";
import { LateMark } from "../../../_ui/LateMark.tsx";
import { NameThen } from "../../../_ui/NameThen.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceShape, StanceToken } from "../../../_ui/Stance.tsx";
import { Declarations } from "./Declarations.tsx";
import { useReplying } from "./replying.tsx";

export function PositionsSoFar({ idea }: { idea: IdeaId }) {
  const t = useTranslations("positions");
  const { report } = useSeat();
  const state = useShownState();
  const moment = useMoment();
  const stand = standOn(state, idea, useNow() ?? state.head.at);
  const counts = Object.fromEntries(
    STANCES.map((stance) => [stance, stand.members[stance].length]),
  ) as Record<Stance, number>;
  const withdrawn = Object.entries(state.positions[idea] ?? {}).filter(
    ([, revisions]) => revisions.at(-1)?.withdrawn,
  );
  return (
    <section className="sec" aria-labelledby="so-far">
      <h3 id="so-far">{t("title")}</h3>
      {totalsShown(state) && (
        <figure>
          <figcaption>{t("sentence", { heard: stand.heard, of: stand.of, ...spelled(counts) })}</figcaption>
          {stand.heard > 0 && <Bar counts={counts} />}
          <div className="aside">
            <StanceToken stance="reservation" count={counts.reservation} />{" "}
            <StanceToken stance="position-reserved" count={counts["position-reserved"]} />{" "}
            <StanceToken stance="not-stated" count={stand.notStated.length} />{" "}
            {stand.notTakingPart.length > 0 && (
              <StanceToken stance="not-taking-part" count={stand.notTakingPart.length} />
            )}
          </div>
          <p className="tiny mute">
            {t("rule")} {stand.asOf !== null && t("membersAsOf", { time: moment(stand.asOf) })}
          </p>
        </figure>
      )}
      {STANCES.map((stance) => (
        <Names key={stance} idea={idea} stance={stance} keys={stand.members[stance]} state={state} />
      ))}
      {(["observers", "groups", "former"] as const).map((kind) => {
        const keys = STANCES.flatMap((stance) => stand[kind][stance]);
        if (keys.length === 0) return null;
        return (
          <div key={kind} className="apart">
            <h4>{t(kind)}</h4>
            {STANCES.map((stance) => (
              <Names
                key={stance}
                idea={idea}
                stance={stance}
                keys={stand[kind][stance]}
                state={state}
                stand={stand}
              />
            ))}
          </div>
        );
      })}
      <Through lists={stand.through} />
      <NotTakingPart keys={stand.notTakingPart} />
      <Declarations place={idea} />
      <Withdrawn
        keys={withdrawn.map(([key, revisions]) => [
          key as DelegationKey,
          revisions.at(-1)?.withdrawn?.at ?? "",
        ])}
      />
      <p className="small">
        <a href={`/reports/${report}/export?ideas=${idea}`}>{t("papers")}</a>
      </p>
    </section>
  );
}

function spelled(counts: Record<Stance, number>) {
  return {
    support: counts.support,
    wording: counts["support-with-wording"],
    reservation: counts.reservation,
    reserved: counts["position-reserved"],
    not: counts["does-not-support"],
  };
}

/** Does-not-support before the axis, support after it; the rest beside the bar. Hidden from readers of the sentence. */
function Bar({ counts }: { counts: Record<Stance, number> }) {
  return (
    <div className="bar" aria-hidden="true">
      {counts["does-not-support"] > 0 && (
        <Part stance="does-not-support" name="b-n" count={counts["does-not-support"]} />
      )}
      <i className="b-mid" />
      {counts.support > 0 && <Part stance="support" name="b-s" count={counts.support} />}
      {counts["support-with-wording"] > 0 && (
        <Part stance="support-with-wording" name="b-w" count={counts["support-with-wording"]} />
      )}
    </div>
  );
}

function Part({ stance, name, count }: { stance: Stance; name: string; count: number }) {
  return (
    <span className={name} style={{ flexGrow: count }}>
      <StanceShape stance={stance} /> {count}
    </span>
  );
}

interface NamesProps {
  idea: IdeaId;
  stance: Stance;
  keys: DelegationKey[];
  state: State;
  /** For groups, whose members are listed with them. */
  stand?: Stand;
}

function Names({ idea, stance, keys, state, stand }: NamesProps) {
  const t = useTranslations();
  const format = useFormatter();
  const name = useNames();
  const { report, delegation, writes } = useSeat();
  const { reply } = useReplying();
  const now = browserNow();
  const mayReply = writes && (openRound(state, now) ?? roundForLate(state, now)) !== null;
  const isNew = useIsNew();
  if (keys.length === 0) return null;
  const own = declaredOn(state, idea).filter(({ by }) => by.delegation === delegation);
  const declared = new Set(own.map((one) => `${one.kind} ${one.with?.entry}`));
  return (
    <div className="stand">
      <h4>
        <StanceToken stance={stance} />
      </h4>
      <ul>
        {keys.map((key) => {
          const revisions = state.positions[idea]?.[key] ?? [];
          const revision = standing(revisions);
          const before = revisions.at(-2);
          if (revision === null) return null;
          const others = key !== delegation;
          const { words, lang, corrected } = asCorrected(revision.words, revision.lang, revision.corrections);
          return (
            <li key={key}>
              <p className="by">
                <b>
                  <bdi>{name(key)}</bdi>
                </b>{" "}
                <NameThen of={key} at={revision.at} />
                {isNew(revision) && <span className="new">{t("unread.new")}</span>}{" "}
                <LateMark late={revision.late} />{" "}
                {before && (
                  <span className="was">{t("positions.was", { stance: t(`stance.${before.stance}`) })}</span>
                )}{" "}
                <time className="mute" dateTime={revision.at}>
                  {format.dateTime(new Date(revision.at), { dateStyle: "medium", timeStyle: "short" })}
                </time>{" "}
                {revision.rev > 1 && (
                  <span className="mute">{t("positions.revision", { rev: revision.rev })}</span>
                )}
              </p>
              {stand?.membersOf[key] && <GroupMembers keys={stand.membersOf[key]} asOf={stand.asOf} />}
              {words !== null && <Said words={words} lang={lang} corrected={corrected} />}
              {revision.statement !== null && (
                <p className="small">
                  <a href={`/reports/${report}/entries/${revision.statement}`}>
                    {t("statements.cites", { seq: revision.statement })}
                  </a>
                </p>
              )}
              {revision.wording !== null && (
                <Difference
                  before={state.ideas[idea]?.quote ?? ""}
                  after={revision.wording}
                  lang={state.text?.lang ?? revision.lang}
                />
              )}
              {revision.wording !== null && (
                <Disposition entry={revision.seq} own={revision.by.delegation === delegation} />
              )}
              <Citation
                what="position"
                place={idea}
                author={key}
                at={revision.at}
                seq={revision.seq}
                rev={revision.rev}
                late={revision.late !== undefined}
              />{" "}
              {others && !declared.has(`alignment.declared ${revision.seq}`) && (
                <Declare what="alignment" entry={revision.seq} />
              )}{" "}
              {delegation !== null &&
                stand?.membersOf[key]?.includes(delegation) &&
                !declared.has(`dissociation.declared ${revision.seq}`) && (
                  <Declare
                    what="dissociation"
                    entry={revision.seq}
                    target={{ on: "idea", idea }}
                    label={t("declare.dissociateFrom")}
                  />
                )}{" "}
              {others && revision.wording !== null && !declared.has(`wording.associated ${revision.seq}`) && (
                <Declare what="association" entry={revision.seq} />
              )}{" "}
              {others && mayReply && (
                <button
                  type="button"
                  className="link"
                  aria-label={t("comments.replyTo", { name: name(key) })}
                  onClick={() => reply(revision.seq)}
                >
                  {t("comments.reply")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** [P9] By name, as a stand of each delegation; never among the stances. */
function NotTakingPart({ keys }: { keys: DelegationKey[] }) {
  const t = useTranslations("participation");
  const name = useNames();
  if (keys.length === 0) return null;
  return (
    <div className="apart">
      <h4>
        <StanceToken stance="not-taking-part" />
      </h4>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <bdi>{name(key)}</bdi>
          </li>
        ))}
      </ul>
      <p className="tiny mute">{t("rule")}</p>
    </div>
  );
}

/** [N6] Who has a group's position without confirming it: a list of its own, beside every figure and in none. */
function Through({ lists }: { lists: Stand["through"] }) {
  const t = useTranslations("positions");
  const name = useNames();
  if (lists.length === 0) return null;
  return (
    <div className="apart">
      <h4>{t("throughTitle")}</h4>
      {lists.map(({ group, stance, members }) => (
        <div className="stand" key={group}>
          <p>
            <StanceToken stance={stance} /> <bdi>{t("throughGroup", { name: name(group) })}</bdi>
          </p>
          {members.length === 0 ? (
            <p className="small mute">{t("throughNone")}</p>
          ) : (
            <ul>
              {members.map((key) => (
                <li key={key}>
                  <bdi>{name(key)}</bdi>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <p className="tiny mute">{t("apartRule")}</p>
    </div>
  );
}

/** [N5] A group's position is its own; these are its members, to none of whom it is given by this. */
function GroupMembers({ keys, asOf }: { keys: DelegationKey[]; asOf: Stand["asOf"] }) {
  const t = useTranslations("positions");
  const moment = useMoment();
  const name = useNames();
  return (
    <details className="small mute">
      <summary>{t("groupMembers", { count: keys.length, time: asOf === null ? "" : moment(asOf) })}</summary>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <bdi>{name(key)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

function useMoment() {
  const format = useFormatter();
  return (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
}

function Withdrawn({ keys }: { keys: [DelegationKey, string][] }) {
  const t = useTranslations("positions");
  const format = useFormatter();
  const name = useNames();
  return keys.map(([key, at]) => (
    <p className="small mute" key={key}>
      <bdi>{name(key)}</bdi>:{" "}
      {t("withdrawn", { date: format.dateTime(new Date(at), { dateStyle: "medium" }) })}
    </p>
  ));
}
