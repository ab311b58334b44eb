"use client";
/** The content of a draft, all of it: what is cleared is what is shown. */
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Content } from "#deliberation/submission";
import { useRecordState } from "../../../../_live/LiveProvider.tsx";
import { Difference } from "../../../../_ui/Difference.tsx";
import { Said } from "../../../../_ui/Said.tsx";
import { useSeat } from "../../../../_ui/SeatContext.tsx";
import { StanceToken } from "../../../../_ui/Stance.tsx";

export function ContentShown({ content }: { content: Content }) {
  const t = useTranslations();
  const state = useRecordState();
  const { report } = useSeat();
  const words = content.words;
  const quote = content.kind === "position.stated" ? state.ideas[content.idea]?.quote : undefined;
  return (
    <dl className="facts review">
      {content.kind === "position.stated" && (
        <>
          <Fact name={t("panel.ideaWord")}>
            <span className="chip on">
              <bdi translate="no">{content.idea}</bdi>
            </span>{" "}
            <span className="quote" lang="zh-Hans">
              {quote}
            </span>
          </Fact>
          <Fact name={t("position.title")}>
            <StanceToken stance={content.stance} />
          </Fact>
          {content.wording !== undefined && (
            <Fact name={t("position.wording")}>
              <p lang="zh-Hans">{content.wording}</p>
              <Difference before={quote ?? ""} after={content.wording} lang="zh" />
            </Fact>
          )}
        </>
      )}
      {content.kind === "comment.made" && (
        <>
          <Fact name={t("comments.on")}>
            <bdi translate="no">{targetName(content)}</bdi>
            {content.replyTo !== undefined && ` · ${t("comments.replying", { seq: content.replyTo })}`}
          </Fact>
          <Fact name={t("comments.kind")}>{t(`commentKind.${content.commentKind}`)}</Fact>
          <Fact name={t("comments.audience")}>{t(`audience.${content.audience}`)}</Fact>
        </>
      )}
      {content.kind === "entry.corrected" && (
        <>
          <Fact name={t("correct.corrects")}>
            <a href={`/reports/${report}/entries/${content.entry}`}>
              {t("correct.entry", { seq: content.entry })}
            </a>
          </Fact>
          <Fact name={t("correct.reason")}>{content.reason}</Fact>
        </>
      )}
      <Fact name={t("position.words")}>
        {words === undefined ? (
          <span className="mute">{t("review.noWords")}</span>
        ) : (
          <Said words={words} lang={content.lang} />
        )}
      </Fact>
      <Fact name={t("position.language")}>{t(`language.${content.lang}`)}</Fact>
    </dl>
  );
}

/** Where the recorded words are seen. */
export function placeOf(report: string, content: Content, seq: number): string {
  if (content.kind === "position.stated") return `/reports/${report}/ideas/${content.idea}`;
  if (content.kind === "comment.made" && content.target.on === "idea")
    return `/reports/${report}/ideas/${content.target.idea}#entry-${seq}`;
  if (content.kind === "comment.made" && "paragraph" in content.target) {
    return `/reports/${report}/paragraphs/${content.target.paragraph}#entry-${seq}`;
  }
  return `/reports/${report}/entries/${seq}`;
}

function targetName({ target }: Extract<Content, { kind: "comment.made" }>): string {
  if (target.on === "idea") return target.idea;
  return "paragraph" in target ? `¶${target.paragraph}` : "–";
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
