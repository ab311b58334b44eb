"use client";
/** Comments on the chosen place, one level of replies below, as the open thread shows them. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Target } from "#deliberation/entry";
import { roundForLate } from "#deliberation/late";
import type { SelectedWords } from "#deliberation/selected-words";
import { type CommentState, commentsOn, openRound, placeOf, statementsOn } from "#deliberation/state";
import { threadsOf } from "#deliberation/thread";
import { unattributedOn } from "#deliberation/unattributed";
import { useShownState } from "../../../_live/unread.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Comment } from "../../../_ui/Comment.tsx";
import { OwnLate } from "../../../_ui/OwnLate.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Composer } from "./Composer.tsx";
import { useReplying } from "./replying.tsx";

/** So many threads are on the screen at first, the newest; so many more at each asking. */
const FIRST = 30;
const MORE = 100;

/** [M5] A reply is on the very words of what it answers. */
function replyTarget(
  here: readonly Pick<CommentState, "seq" | "target">[],
  replyTo: number | null,
  target: Target,
): Target {
  return here.find(({ seq }) => seq === replyTo)?.target ?? target;
}

type CommentTarget = Exclude<Target, { on: "words" }>;

interface Props {
  target: CommentTarget;
  /** Words of it to be commented on. */
  words?: SelectedWords | null;
}

export function Comments({ target, words = null }: Props) {
  const t = useTranslations("comments");
  const { writes } = useSeat();
  const state = useShownState();
  const here = commentsOn(state, placeOf(target));
  const round = openRound(state, browserNow());
  const late = roundForLate(state, browserNow());
  const says = writes && (round ?? late) !== null;
  const [last, setLast] = useState(FIRST);
  const { to: replyTo, reply: setReplyTo } = useReplying();

  // What answers a statement stands below it.
  const below = new Set<number>(statementsOn(state, placeOf(target)).map(({ seq }) => seq));
  const threads = threadsOf(here).filter(({ root }) => root.replyTo === null || !below.has(root.replyTo));
  const earlier = Math.max(0, threads.length - last);
  return (
    <section className="sec" aria-labelledby="comments">
      <h3 id="comments">
        {t("title")} <small>{here.length}</small>
      </h3>
      {here.length === 0 && <p className="mute">{t("none")}</p>}
      {earlier > 0 && (
        <button type="button" className="btn" onClick={() => setLast(last + MORE)}>
          {t("earlier", { count: earlier })}
        </button>
      )}
      {threads.slice(earlier).map(({ root, replies }) => (
        <Comment key={root.seq} comment={root} onReply={says ? setReplyTo : null}>
          {replies.map((reply) => (
            <Comment key={reply.seq} comment={reply} onReply={null} />
          ))}
        </Comment>
      ))}
      <OwnLate kind="comment.made" place={placeOf(target)} />
      {says && (
        <Composer
          key={replyTo ?? words?.start ?? "new"}
          target={
            replyTo === null && words !== null
              ? words
              : replyTarget([...here, ...unattributedOn(state, placeOf(target))], replyTo, target)
          }
          replyTo={replyTo}
          late={late?.id ?? null}
          onCancel={() => setReplyTo(null)}
        />
      )}
    </section>
  );
}
