/** Whose turn it is: what waits for one's delegation, and the ideas without a position, part by part. */
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DelegationKey, IdeaId, Instant, ReportId } from "#deliberation/ids";
import { waitingLateOf } from "#deliberation/late";
import { notTakingPart } from "#deliberation/participation";
import type { Report } from "#deliberation/report";
import { openRound, type State } from "#deliberation/state";
import { type Part, turnOf } from "#deliberation/turn";
import { MovedOn } from "./MovedOn.tsx";
import { type Reminded, Reminders } from "./Reminders.tsx";
import { Reply } from "./Reply.tsx";
import { Icon, StanceToken } from "./Stance.tsx";
import { WaitingDispositions } from "./WaitingDispositions.tsx";

interface Props {
  id: ReportId;
  report: Report;
  state: State;
  delegation: DelegationKey;
  titles: Record<string, { title: { zh: string; en: string } }>;
  at: Instant;
  /** Drafts that wait, for a seat that reads them; else null. */
  drafts: ReactNode;
  reminders: readonly Reminded[];
}

const REPLIES_SHOWN = 5;

export function ToDo({ id, report, state, delegation, titles, at, drafts, reminders }: Props) {
  const [t, home, format] = [useTranslations("turn"), useTranslations("home"), useFormatter()];
  const received = useTranslations("received");
  const participation = useTranslations("participation");
  const out = notTakingPart(state, delegation);
  const [late, waiting] = [useTranslations("late"), waitingLateOf(state, delegation)];
  const turn = turnOf(state, report, delegation, at);
  const { without, next, replies, closing, moved, entered, dispositions, of } = turn;
  const movedOn = moved.length + turn.movedStatements.length;
  const round = openRound(state, at);
  const [left, complete] = [
    turn.parts.filter((p) => p.open.length > 0),
    turn.parts.filter((p) => p.open.length === 0),
  ];
  const nothing =
    out === null &&
    without.length === 0 &&
    replies.length + movedOn + entered.length + dispositions.length === 0 &&
    of > 0;
  // A reminder is of something left to state.
  const reminded = without.length > 0 ? reminders : [];
  const todo =
    drafts !== null ||
    nothing ||
    waiting.length > 0 ||
    reminded.length > 0 ||
    replies.length + movedOn + entered.length + dispositions.length > 0 ||
    closing !== null;
  return (
    <>
      {todo && (
        <section aria-labelledby="todo" className="matters">
          <h2 id="todo">{t("todo")}</h2>
          {closing !== null && (
            <div className="matter">
              <h3 className="due">{t("closing", { number: closing.id })}</h3>
              <p className="small mute">{t("closingWhy", { count: without.length })}</p>
            </div>
          )}
          <Reminders reminders={reminded} />
          {drafts}
          {entered.length > 0 && (
            <div className="matter">
              <h3>{received("yours", { count: entered.length })}</h3>
              <ul className="plain">
                {entered.map(({ seq, date }) => (
                  <li key={seq}>
                    <a href={`/reports/${id}/entries/${seq}`}>
                      {received("entryOf", {
                        date: format.dateTime(new Date(date), { dateStyle: "medium", timeZone: "UTC" }),
                        seq,
                      })}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {waiting.length > 0 && (
            <div className="matter">
              <h3>{late("yours", { count: waiting.length })}</h3>
              <ul className="plain">
                {waiting.map(({ seq }) => (
                  <li key={seq}>
                    <a href={`/reports/${id}/entries/${seq}`}>{late("sealedIn", { entry: seq })}</a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <MovedOn id={id} moved={moved} statements={turn.movedStatements} state={state} />
          <WaitingDispositions id={id} waiting={dispositions} />
          {replies.length > 0 && (
            <div className="matter">
              <h3>{t("replies", { count: replies.length })}</h3>
              <ul className="plain">
                {replies.slice(0, REPLIES_SHOWN).map((reply) => (
                  <Reply key={reply.seq} id={id} reply={reply} state={state} />
                ))}
              </ul>
              {replies.length > REPLIES_SHOWN && (
                <details>
                  <summary>{t("more", { count: replies.length - REPLIES_SHOWN })}</summary>
                  <ul className="plain">
                    {replies.slice(REPLIES_SHOWN).map((reply) => (
                      <Reply key={reply.seq} id={id} reply={reply} state={state} />
                    ))}
                  </ul>
                </details>
              )}
            </div>
          )}
          {nothing && (
            <p className="matter">
              {t("nothing", { count: of })}{" "}
              {round !== null &&
                t("revise", {
                  time: format.dateTime(new Date(round.closesAt), {
                    dateStyle: "medium",
                    timeStyle: "short",
                  }),
                })}
            </p>
          )}
        </section>
      )}
      {out !== null && (
        <section aria-labelledby="out">
          <h2 id="out">
            <StanceToken stance="not-taking-part" />
          </h2>
          <p>
            {participation("home", {
              date: format.dateTime(new Date(out.at), { dateStyle: "medium" }),
            })}{" "}
            <a href={`/reports/${id}/delegations#taking-part`}>{participation("change")}</a>
          </p>
        </section>
      )}
      {out === null && (
        <section aria-labelledby="without">
          <h2 id="without">{home("without", { count: without.length })}</h2>
          {left.map((part) => (
            <Progress key={part.section.key} id={id} part={part} />
          ))}
          {complete.length > 0 && (
            <details className="complete">
              <summary>{t("partsComplete", { count: complete.length })}</summary>
              <ul className="plain">
                {complete.map((part) => (
                  <li key={part.section.key} className="mute">
                    <Icon name="check" /> <Heading part={part} /> {home("complete")} ({part.ideas.length})
                  </li>
                ))}
              </ul>
            </details>
          )}
          {next !== null && (
            <p className="acts">
              <a className="btn pri" href={queueAt(id, next)}>
                {t("continue")} <bdi translate="no">{next}</bdi>
              </a>{" "}
              <span className="small mute" lang="zh-Hans">
                {titles[next]?.title.zh ?? ""}
              </span>
            </p>
          )}
        </section>
      )}
    </>
  );
}

/** The reading screen, led from one idea without a position to the next. */
function queueAt(id: ReportId, idea: IdeaId): string {
  return `/reports/${id}?queue=no-position#${idea}`;
}

function Progress({ id, part }: { id: ReportId; part: Part }) {
  const [t, home] = [useTranslations("turn"), useTranslations("home")];
  const { ideas, open } = part;
  const [first] = open;
  const done = ideas.length - open.length;
  return (
    <a className="prog" href={first === undefined ? `/reports/${id}` : queueAt(id, first)}>
      <Heading part={part} />{" "}
      <span className="meter" aria-hidden="true">
        <i style={{ inlineSize: `${(100 * done) / ideas.length}%` }} />
      </span>{" "}
      <span className="small">
        {done === 0
          ? `${t("notStarted")} (${ideas.length})`
          : home("left", { left: open.length, of: ideas.length })}
      </span>{" "}
      <Icon name="next" flip />
    </a>
  );
}

function Heading({ part }: { part: Part }) {
  const t = useTranslations("turn");
  const { heading, pillar } = part.section;
  return (
    <span>
      <span className="t" lang="zh-Hans">
        {heading[0]} {heading[1]}
      </span>{" "}
      {pillar !== null && <span className="small mute">{t("pillar", { number: String(pillar) })}</span>}
    </span>
  );
}
