"use client";
/** Clearing and submitting. What is sent is the content on the screen at that moment; words typed since stay a draft. */
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { readDraft } from "#deliberation/draft";
import { roomNow, roomOf } from "#deliberation/draft-room";
import type { DelegationKey, DraftId } from "#deliberation/ids";
import { openRound } from "#deliberation/state";
import { isWithoutAttribution } from "#deliberation/unattributed";
import { useDraft, useDraftPlain } from "../../../../_live/drafts.tsx";
import { useConnection, useOpened, useRecordState } from "../../../../_live/LiveProvider.tsx";
import { announceThere } from "../../../../_ui/Announcer.tsx";
import { browserNow } from "../../../../_ui/browser-now.ts";
import { DraftStage } from "../../../../_ui/DraftStage.tsx";
import { Heard } from "../../../../_ui/Heard.tsx";
import { useNames } from "../../../../_ui/names.ts";
import { RefusalNotice } from "../../../../_ui/Refusal.tsx";
import { useSeat } from "../../../../_ui/SeatContext.tsx";
import { ContentShown, placeOf } from "../ContentShown.tsx";
import { useSending } from "../sending.ts";
import { audienceOfContent, type ClearanceGiven, placeOfContent, shownOf, standsAs } from "../shown.ts";

interface Props {
  draft: DraftId;
  clearance: ClearanceGiven | null;
}

export function Review({ draft, clearance: given }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const own = useSeat();
  const state = useRecordState();
  const room = roomNow(state, roomOf(draft, own.delegation ?? ("" as DelegationKey)), browserNow());
  // [S8] What stands in a group's room is cleared and submitted by those who may speak for the group.
  const speaks = room.group === undefined || room.group.speakers.some((one) => one === own.delegation);
  const seat = speaks ? own : { ...own, clears: false, submits: false };
  const plain = useDraftPlain(draft);
  const { phase } = useConnection();
  const name = useNames();
  const sending = useSending(given === null ? [] : [[draft, given]]);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const reading = readDraft(plain, draft, state, browserNow());
  // A clearance is used up by the submission it served.
  const cleared = sending.clearances.get(draft) ?? null;
  const shown = shownOf(reading, cleared, seat);
  const round = openRound(state, browserNow());
  const opened = useOpened(shown === null ? null : placeOfContent(state, shown.content));

  if (shown === null) {
    const missing = "missing" in reading ? reading.missing : "nothing-yet";
    return (
      <p className="empty">{missing === "nothing-yet" ? t("review.nothing") : t(`refusal.${missing}`)}</p>
    );
  }
  if (!opened) return <p className="mute">{t("panel.opening")}</p>;
  const seq = standsAs(plain, draft, reading, state);
  if (seq !== null) {
    return (
      <Heard atOnce>
        {t("review.done", { seq })} <a href={`/reports/${seat.report}/entries/${seq}`}>{t("review.see")}</a>
      </Heard>
    );
  }
  const { content, isCleared } = shown;
  const send = async () => {
    setBusy(true);
    setRefused(null);
    const answer = await sending.send(draft, shown);
    if (!("code" in answer)) {
      announceThere(t("review.done", { seq: answer.seq }));
      return window.location.assign(placeOf(seat.report, content, answer.seq));
    }
    setRefused(answer.code);
    setBusy(false);
  };
  const onlyClear = async () => {
    setBusy(true);
    setRefused(null);
    const answer = await sending.clear(draft, content);
    if ("code" in answer) setRefused(answer.code);
    setBusy(false);
  };
  const isUnnamed = "round" in content && isWithoutAttribution(state, content.round);
  const off = busy || phase !== "connected";
  const reason = phase === "connected" ? undefined : "when-connected";
  return (
    <>
      <ContentShown content={content} />
      <p className="small">
        {room.group === undefined
          ? t(isUnnamed ? "unattributed.byYou" : "review.inName", { name: name(seat.delegation ?? "") })
          : t("review.inGroupName", {
              name: name(room.delegation),
              speakers: format.list(room.group.speakers.map(name), { type: "conjunction" }),
            })}{" "}
        {round !== null &&
          t("review.until", {
            time: format.dateTime(new Date(round.closesAt), { dateStyle: "full", timeStyle: "short" }),
          })}
      </p>
      {cleared !== null && (
        <Heard atOnce className="small">
          {t(isCleared ? "review.cleared" : "review.clearedOther", {
            name: cleared.by,
            time: format.dateTime(new Date(cleared.at), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </Heard>
      )}
      {shown.typedSince && <p className="small mute">{t("review.typedSince")}</p>}
      <Stage draft={draft} />
      {refused !== null && <RefusalNotice code={refused} />}
      <div className="acts">
        {seat.submits && (seat.clears || isCleared) && (
          <button
            type="button"
            className="btn pri"
            aria-disabled={off}
            aria-describedby={reason}
            onClick={() => !off && send()}
          >
            {t(isCleared ? "review.submit" : "review.clearAndSubmit", {
              audience: t(`audienceTo.${audienceOfContent(state, content)}`),
            })}
          </button>
        )}
        {seat.clears && !isCleared && (
          <button
            type="button"
            className={seat.submits ? "btn" : "btn pri"}
            aria-disabled={off}
            aria-describedby={reason}
            onClick={() => !off && onlyClear()}
          >
            {t("review.clear")}
          </button>
        )}
        {reason !== undefined && (
          <span className="tiny mute" id={reason}>
            {t("review.whenConnected")}
          </span>
        )}
      </div>
      {!seat.submits && !seat.clears && <p>{t(speaks ? "review.askHead" : "review.askSpeaker")}</p>}
      <p className="tiny mute">{t("review.record")}</p>
    </>
  );
}

function Stage({ draft }: { draft: DraftId }) {
  return <DraftStage draft={useDraft(draft)} />;
}
