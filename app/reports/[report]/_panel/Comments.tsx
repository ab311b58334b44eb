"use client";
/** Comments on the chosen place, one level of replies below; what arrives while one reads waits behind a pill. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Target } from "#deliberation/entry";
import type { SelectedWords } from "#deliberation/selected-words";
import { type CommentState, commentsOn, openRound, placeOf } from "#deliberation/state";
import { threadsOf } from "#deliberation/thread";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Comment } from "../../../_ui/Comment.tsx";
import { isForPage, keysAreOn } from "../../../_ui/keys.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Composer } from "./Composer.tsx";

/** So many threads are on the screen at first, the newest; so many more at each asking. */
const FIRST = 30;
const MORE = 100;

/** [M5] A reply is on the very words of what it answers. */
function replyTarget(here: readonly CommentState[], replyTo: number | null, target: Target): Target {
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
  const { delegation, writes } = useSeat();
  const state = useRecordState();
  const [seen, setSeen] = useState(state.head.seq);
  const here = commentsOn(state, placeOf(target));
  const waiting = here.filter((one) => one.seq > seen && one.by.delegation !== delegation);
  const shown = here.filter((one) => one.seq <= seen || one.by.delegation === delegation);
  const round = openRound(state, browserNow());
  const [last, setLast] = useState(FIRST);
  const [replyTo, setReplyTo] = useState<number | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code === "KeyL" && isForPage(event) && keysAreOn()) setSeen(state.head.seq);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [state.head.seq]);

  const threads = threadsOf(shown);
  const earlier = Math.max(0, threads.length - last);
  return (
    <section className="sec" aria-labelledby="comments">
      <h3 id="comments">
        {t("title")} <small>{shown.length}</small>
      </h3>
      <div role="status">
        {waiting.length > 0 && (
          <button
            type="button"
            className="pill"
            aria-keyshortcuts="L"
            onClick={() => setSeen(state.head.seq)}
          >
            {t("waiting", { count: waiting.length })} <kbd>L</kbd>
          </button>
        )}
      </div>
      {shown.length === 0 && <p className="mute">{t("none")}</p>}
      {earlier > 0 && (
        <button type="button" className="btn" onClick={() => setLast(last + MORE)}>
          {t("earlier", { count: earlier })}
        </button>
      )}
      {threads.slice(earlier).map(({ root, replies }) => (
        <Comment key={root.seq} comment={root} onReply={writes && round !== null ? setReplyTo : null}>
          {replies.map((reply) => (
            <Comment key={reply.seq} comment={reply} onReply={null} />
          ))}
        </Comment>
      ))}
      {writes && round !== null && (
        <Composer
          key={replyTo ?? words?.start ?? "new"}
          target={replyTo === null && words !== null ? words : replyTarget(here, replyTo, target)}
          replyTo={replyTo}
          onCancel={() => setReplyTo(null)}
        />
      )}
    </section>
  );
}
