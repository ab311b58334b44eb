"use client";
/** The content of a draft, all of it: what is cleared is what is shown. */
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { heldAt } from "#deliberation/by-seq";
import type { Target } from "#deliberation/entry";
import { positionAt } from "#deliberation/state";
import type { Content } from "#deliberation/submission";
import { isWithoutAttribution } from "#deliberation/unattributed";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { Difference } from "../../../_ui/Difference.tsx";
import { LateNotice } from "../../../_ui/LateNotice.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";
import { StatementContent, StatementNamed, StatementStood } from "./StatementContent.tsx";

export function ContentShown({ content }: { content: Content }) {
  const t = useTranslations();
  const state = useRecordState();
  const { report } = useSeat();
  const name = useNames();
  const lang = "lang" in content ? content.lang : "en";
  const words = "words" in content ? content.words : undefined;
  const quote = content.kind === "position.stated" ? state.ideas[content.idea]?.quote : undefined;
  return (
    <dl className="facts review">
      {"late" in content && content.late && (
        <Fact name={t("late.words")}>
          <LateNotice round={content.round} />
        </Fact>
      )}
      {(content.kind === "position.stated" || content.kind === "comment.made") &&
        isWithoutAttribution(state, content.round) && (
          <Fact name={t("unattributed.title")}>
            <p className="small">{t("unattributed.means")}</p>
          </Fact>
        )}
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
      {content.kind === "position.stated" && content.statement !== undefined && (
        <Fact name={t("statements.how")}>
          <a href={`/reports/${report}/entries/${content.statement}`}>
            {t("statements.cites", { seq: content.statement })}
          </a>
        </Fact>
      )}
      {content.kind === "statement.made" && <StatementContent content={content} />}
      {content.kind === "statement.confirmed" && (
        <Fact name={t("statements.confirms")}>
          <StatementNamed entry={content.entry} />
        </Fact>
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
      {(content.kind === "alignment.declared" || content.kind === "wording.associated") && (
        <Fact name={t(declaredName(content))}>
          {content.kind === "alignment.declared" && content.as !== undefined ? (
            <StatementStood entry={content.entry} as={content.as} except={content.except ?? []} />
          ) : (
            <PositionNamed entry={content.entry} />
          )}
        </Fact>
      )}
      {content.kind === "dissociation.declared" && (
        <Fact name={t(content.target.on === "statement" ? "declare.fromStatement" : "declare.from")}>
          {content.target.on === "statement" ? (
            <StatementStood {...content.target} except={[]} />
          ) : (
            <bdi translate="no">{targetName({ target: content.target })}</bdi>
          )}
        </Fact>
      )}
      {content.kind === "dissociation.declared" && content.entry !== undefined && (
        <Fact name={t("declare.fromPosition")}>
          <PositionNamed entry={content.entry} />
        </Fact>
      )}
      {content.kind === "participation.declared" && (
        <Fact name={t("participation.ours")}>
          {content.takesPart ? t("participation.again") : <StanceToken stance="not-taking-part" />}
          <p className="small mute">
            {t(content.takesPart ? "participation.againMeans" : "participation.means")}
          </p>
        </Fact>
      )}
      {content.kind === "reply.exercised" && (
        <Fact name={t("declare.replyTo")}>
          <a href={`/reports/${report}/entries/${content.entry}`}>
            {t("correct.entry", { seq: content.entry })}
          </a>
        </Fact>
      )}
      {(content.kind === "silence.objected" || content.kind === "silence.explained") && (
        <Fact name={t(content.kind === "silence.objected" ? "silence.objectsTo" : "silence.joins")}>
          <Said
            words={state.silences[content.entry]?.wording ?? ""}
            lang={state.silences[content.entry]?.lang ?? lang}
          />
        </Fact>
      )}
      {(content.kind === "silence.objected" || content.kind === "silence.explained") &&
        content.onBehalfOf !== undefined && (
          <Fact name={t("silence.nameOf")}>{name(content.onBehalfOf)}</Fact>
        )}
      {content.kind === "silence.objected" && content.ideas !== undefined && (
        <Fact name={t("silence.objectedIdeas")}>
          <bdi translate="no">{content.ideas.join(" ")}</bdi>
        </Fact>
      )}
      {content.kind === "disposition.answered" && (
        <Fact name={t(`disposition.says.${content.says}`)}>
          <a href={`/reports/${report}/entries/${content.disposition}`}>
            {t("correct.entry", { seq: content.disposition })}
          </a>
        </Fact>
      )}
      {content.kind !== "statement.confirmed" && (
        <Fact name={t("position.words")}>
          {words === undefined ? (
            <span className="mute">{t("review.noWords")}</span>
          ) : (
            <Said words={words} lang={lang} />
          )}
        </Fact>
      )}
      {words !== undefined && <Fact name={t("position.language")}>{t(`language.${lang}`)}</Fact>}
    </dl>
  );
}

/** Where the recorded words are seen. */
export function placeOf(report: string, content: Content, seq: number): string {
  // Sealed until it is admitted: it stands at no place yet.
  if ("late" in content && content.late) return `/reports/${report}/entries/${seq}`;
  if (content.kind === "position.stated") return `/reports/${report}/ideas/${content.idea}`;
  if (content.kind === "comment.made" && content.target.on === "idea")
    return `/reports/${report}/ideas/${content.target.idea}#entry-${seq}`;
  if (content.kind === "comment.made" && "paragraph" in content.target) {
    return `/reports/${report}/paragraphs/${content.target.paragraph}#entry-${seq}`;
  }
  if (content.kind === "participation.declared") return `/reports/${report}/delegations#taking-part`;
  if (content.kind === "silence.objected" || content.kind === "silence.explained")
    return `/reports/${report}/silence#silence-${content.entry}`;
  if (content.kind === "dissociation.declared" && content.target.on === "statement")
    return `/reports/${report}/entries/${content.target.entry}`;
  if (content.kind === "alignment.declared" && content.as !== undefined)
    return `/reports/${report}/entries/${content.entry}`;
  if (content.kind === "dissociation.declared" && content.target.on !== "statement")
    return `/reports/${report}/${content.target.on === "idea" ? `ideas/${content.target.idea}` : `paragraphs/${content.target.paragraph}`}`;
  return `/reports/${report}/entries/${seq}`;
}

function declaredName(content: Extract<Content, { kind: "alignment.declared" | "wording.associated" }>) {
  if (content.kind === "wording.associated") return "declare.wordingOf";
  return content.as === undefined ? "declare.with" : "declare.withStatement";
}

/** The position that is aligned with, as it stood in that entry. */
function PositionNamed({ entry }: { entry: number }) {
  const t = useTranslations("declare");
  const state = useRecordState();
  const name = useNames();
  const revision = positionAt(state, entry);
  const at = heldAt(state.positionAt, entry);
  if (revision === undefined || at === undefined) return null;
  return (
    <>
      <StanceToken stance={revision.stance} /> <bdi translate="no">{at.idea}</bdi>{" "}
      {t("of", { name: name(at.author), rev: revision.rev, entry })}
      {revision.words !== null && <Said words={revision.words} lang={revision.lang} />}
      {revision.wording !== null && (
        <Difference
          before={state.ideas[at.idea]?.quote ?? ""}
          after={revision.wording}
          lang={state.text?.lang ?? revision.lang}
        />
      )}
    </>
  );
}

function targetName({ target }: { target: Target }): string {
  if (target.on === "idea") return target.idea;
  return "paragraph" in target ? `¶${target.paragraph}` : "–";
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
