"use client";
/** One comment: who, in what capacity and kind, when, the words in their own language, and what can be done. */
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { asCorrected } from "#deliberation/compile";
import { type CommentState, placeOf } from "#deliberation/state";
import { useIsNew } from "../_live/unread.tsx";
import { Citation } from "./Citation.tsx";
import { Declare } from "./Declare.tsx";
import { Disposition } from "./Disposition.tsx";
import { LateMark } from "./LateMark.tsx";
import { NameThen } from "./NameThen.tsx";
import { useNames } from "./names.ts";
import { RepliedTo } from "./RepliedTo.tsx";
import { Said } from "./Said.tsx";
import { useSeat } from "./SeatContext.tsx";
import { Withdraw } from "./Withdraw.tsx";

interface Props {
  comment: CommentState;
  onReply: ((seq: number) => void) | null;
  children?: ReactNode;
}

export function Comment({ comment, onReply, children }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const name = useNames();
  const { report, delegation } = useSeat();
  const { words, lang, corrected } = asCorrected(comment.words, comment.lang, comment.corrections);
  const isNew = useIsNew();
  const heading = `comment-${comment.seq}`;
  return (
    <article className="cmt" id={`entry-${comment.seq}`} aria-labelledby={heading}>
      <header>
        <b id={heading}>
          <bdi>{name(comment.by.delegation ?? "")}</bdi>
        </b>{" "}
        <NameThen of={comment.by.delegation ?? ""} at={comment.at} />
        {isNew(comment) && <span className="new">{t("unread.new")}</span>}{" "}
        <span className="k">
          {comment.rightOfReply ? t("comments.rightOfReply") : t(`commentKind.${comment.commentKind}`)}
        </span>{" "}
        <LateMark late={comment.late} />{" "}
        {comment.audience !== "everyone" && <span className="k">{t(`audience.${comment.audience}`)}</span>}{" "}
        <time className="push" dateTime={comment.at}>
          {format.dateTime(new Date(comment.at), { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </header>
      {comment.replyTo !== null && <RepliedTo entry={comment.replyTo} />}
      {comment.target.on === "words" && comment.withdrawn === null && (
        <p className="small quote">
          {t("comments.onWords")} <q lang="zh-Hans">{comment.target.exact}</q>
        </p>
      )}
      {comment.withdrawn === null ? (
        <Said words={words} lang={lang} corrected={corrected} />
      ) : (
        <p className="mute">
          {t("comments.withdrawn", {
            date: format.dateTime(new Date(comment.withdrawn.at), { dateStyle: "medium" }),
          })}
        </p>
      )}
      <Disposition entry={comment.seq} own={comment.by.delegation === delegation} />
      <footer>
        {onReply !== null && (
          <button
            type="button"
            className="link"
            data-key="r"
            aria-keyshortcuts="r"
            onClick={() => onReply(comment.seq)}
          >
            {t("comments.reply")}
          </button>
        )}{" "}
        <a href={`/reports/${report}/entries/${comment.seq}`}>{t("comments.entry", { seq: comment.seq })}</a>{" "}
        {comment.withdrawn === null && (
          <Citation
            what="comment"
            place={placeOf(comment.target)}
            author={comment.by.delegation ?? ""}
            at={comment.at}
            seq={comment.seq}
            late={comment.late !== undefined}
          />
        )}{" "}
        {comment.by.delegation !== delegation && comment.withdrawn === null && (
          <Declare what="reply" entry={comment.seq} target={comment.target} />
        )}{" "}
        {comment.by.delegation === delegation && comment.withdrawn === null && (
          <Withdraw entry={comment.seq} kind="comment.withdrawn" label={t("comments.withdraw")} />
        )}
      </footer>
      {children}
    </article>
  );
}
