"use client";
/** Going through the ideas on which one's delegation has not stated a position: how far, and on to the next. */
import { useTranslations } from "next-intl";
import { standingIdeas } from "#deliberation/count";
import { doesTakePart } from "#deliberation/participation";
import { ideasAwaiting } from "#deliberation/turn";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { Heard } from "../../../_ui/Heard.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { go, NOT_STATED } from "./going.ts";
import { usePlace } from "./place.ts";

export function Queue() {
  const t = useTranslations("queue");
  const { delegation, report } = useSeat();
  const state = useRecordState();
  const place = usePlace();
  if (delegation === null) return null;
  const [of, left] = [standingIdeas(state).length, ideasAwaiting(state, delegation, browserNow()).length];
  return (
    <div className="note queue">
      <Heard>
        <b>{t("title")}</b>{" "}
        {left > 0
          ? t("progress", { done: of - left, of })
          : doesTakePart(state, delegation)
            ? t("none", { of })
            : t("notTakingPart")}
      </Heard>
      {left > 0 && (
        <button type="button" className="btn" aria-keyshortcuts="n" onClick={() => go(NOT_STATED, place, 1)}>
          {t("next")} <kbd>n</kbd>
        </button>
      )}{" "}
      <a href={`/reports/${report}`}>{t("leave")}</a>
    </div>
  );
}
