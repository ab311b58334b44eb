"use client";
/** What statements of delegations say to the chosen place: the passage here, the whole text on its entry's page. */
import { useFormatter, useTranslations } from "next-intl";
import {
  commentsOn,
  isStanding,
  isUnconfirmed,
  openRound,
  placesOfStatement,
  type StatementState,
  statementsOn,
} from "#deliberation/state";
import { wordsOn } from "#deliberation/statements";
import { threadsOf } from "#deliberation/thread";
import { useShownState } from "../../../_live/unread.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Citation } from "../../../_ui/Citation.tsx";
import { Comment } from "../../../_ui/Comment.tsx";
import { Declare } from "../../../_ui/Declare.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StatementFacts } from "../../../_ui/StatementFacts.tsx";
import { StatementStands } from "../../../_ui/StatementStands.tsx";
import { Withdraw } from "../../../_ui/Withdraw.tsx";
import { useReplying } from "./replying.tsx";

export function Statements({ place }: { place: string }) {
  const t = useTranslations("statements");
  const here = statementsOn(useShownState(), place);
  if (here.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="statements">
      <h3 id="statements">
        {t("title")} <small>{here.length}</small>
      </h3>
      {here.map((one) => (
        <Statement key={one.seq} statement={one} place={place} />
      ))}
      <p className="tiny mute">{t("noPosition")}</p>
    </section>
  );
}

/** Comments that answer a statement stand below it, those that answer them with them. */
function Answers({ statement, place }: { statement: StatementState; place: string }) {
  const { writes } = useSeat();
  const state = useShownState();
  const { reply } = useReplying();
  const round = openRound(state, browserNow());
  const threads = threadsOf(commentsOn(state, place)).filter(({ root }) => root.replyTo === statement.seq);
  return threads.map(({ root, replies }) => (
    <Comment key={root.seq} comment={root} onReply={writes && round !== null ? reply : null}>
      {replies.map((one) => (
        <Comment key={one.seq} comment={one} onReply={null} />
      ))}
    </Comment>
  ));
}

function Statement({ statement, place }: { statement: StatementState; place: string }) {
  const t = useTranslations("statements");
  const format = useFormatter();
  const comments = useTranslations("comments");
  const { report, delegation, writes } = useSeat();
  const state = useShownState();
  const { reply } = useReplying();
  const name = useNames();
  const { seq, at, author, lang, withdrawn, annulled } = statement;
  const own = author === delegation && withdrawn === null && annulled === null;
  const time = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <article className="cmt" id={`entry-${seq}`} aria-labelledby={`statement-${seq}`}>
      <p className="by" id={`statement-${seq}`}>
        <b>
          <bdi>{name(author)}</bdi>
        </b>{" "}
        <time className="small mute" dateTime={at}>
          {time}
        </time>
      </p>
      <StatementFacts statement={statement} />
      {author === delegation && isUnconfirmed(statement) && <Declare what="confirmation" entry={seq} />}
      {withdrawn === null &&
        annulled === null &&
        wordsOn(statement, place).map((words) => <Said key={words} words={words} lang={lang} />)}
      <div className="small">
        <a href={`/reports/${report}/entries/${seq}`}>{t("inWhole", { seq })}</a>{" "}
        <Citation
          what="statement"
          place={placesOfStatement(statement).length === 1 ? place : ""}
          author={author}
          at={at}
          seq={seq}
          late={statement.late !== undefined}
        />{" "}
        {own && statement.received?.confirmed !== null && (
          <Withdraw entry={seq} kind="statement.withdrawn" label={t("withdraw")} />
        )}
        {isStanding(statement) &&
          author !== delegation &&
          writes &&
          openRound(state, browserNow()) !== null && (
            <button
              type="button"
              className="link"
              aria-label={comments("replyTo", { name: name(author) })}
              onClick={() => reply(seq)}
            >
              {comments("reply")}
            </button>
          )}
      </div>
      <StatementStands statement={statement} />
      <Answers statement={statement} place={place} />
    </article>
  );
}
