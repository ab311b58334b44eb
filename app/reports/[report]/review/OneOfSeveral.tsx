"use client";
/** One draft among several: its content in full, the choice, and the answer it got. */
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import type { DraftId } from "#deliberation/ids";
import type { Content } from "#deliberation/submission";
import { useOpened, useRecordState } from "../../../_live/LiveProvider.tsx";
import { useDraftName } from "../../../_ui/draft-name.ts";
import { Heard } from "../../../_ui/Heard.tsx";
import { RefusalNotice } from "../../../_ui/Refusal.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Icon } from "../../../_ui/Stance.tsx";
import { ContentShown } from "./ContentShown.tsx";
import { audienceOfContent, type ClearanceGiven, placeOfContent, type Shown } from "./shown.ts";

/** `seq` is null when the words were cleared and not submitted. */
export type Answer = { content: Content } & ({ seq: number | null } | { refused: string });

interface Props {
  draft: DraftId;
  content: Content;
  answer: Answer | null;
  /** Missing once the draft is on record. */
  choice?: {
    shown: Shown;
    /** Whether its words changed since it was sent for clearance. */
    changed: boolean;
    clearance: ClearanceGiven | null;
    chosen: boolean;
    able: boolean;
    choose(yes: boolean): void;
  };
}

export function OneOfSeveral({ draft, content, answer, choice }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const { report } = useSeat();
  const state = useRecordState();
  const id = useId();
  const place = placeOfContent(state, content);
  const opened = useOpened(place);
  const title = useDraftName()(draft, place);
  const seq = answer !== null && "seq" in answer ? answer.seq : null;
  return (
    <section className="one-draft" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {opened ? <ContentShown content={content} /> : <p className="mute">{t("panel.opening")}</p>}
      {choice !== undefined && (
        <>
          <p className="small">
            {t("comments.audience")}: <b>{t(`audience.${audienceOfContent(state, content)}`)}</b>
          </p>
          {choice.clearance !== null && (
            <p className="small">
              {t(choice.shown.isCleared ? "review.cleared" : "review.clearedOther", {
                name: choice.clearance.by,
                time: format.dateTime(new Date(choice.clearance.at), {
                  dateStyle: "medium",
                  timeStyle: "short",
                }),
              })}
            </p>
          )}
          {choice.changed && !choice.shown.isCleared && <p className="small">{t("stage.changed")}</p>}
          {choice.shown.typedSince && <p className="small mute">{t("review.typedSince")}</p>}
          {choice.able && opened && (
            <label className="chosen">
              <input
                type="checkbox"
                checked={choice.chosen}
                onChange={(event) => choice.choose(event.target.checked)}
              />{" "}
              {t("several.choose", { title })}
            </label>
          )}{" "}
          <a className="small" href={`/reports/${report}/review/${draft}`}>
            {t("several.alone")}
          </a>
        </>
      )}
      {answer !== null && "refused" in answer && <RefusalNotice code={answer.refused} />}
      {seq !== null && (
        <Heard atOnce className="saved">
          <Icon name="check" /> {t("review.done", { seq })}{" "}
          <a href={`/reports/${report}/entries/${seq}`}>{t("review.see")}</a>
        </Heard>
      )}
    </section>
  );
}
