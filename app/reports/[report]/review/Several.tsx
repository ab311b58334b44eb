"use client";
/** Several drafts in one review. Each is shown in full, chosen as it is shown, sent by itself and answered by itself. */
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { readDraft } from "#deliberation/draft";
import type { DelegationKey, DraftId, Hash } from "#deliberation/ids";
import { groupsSpokenFor, speakersOf } from "#deliberation/membership";
import { openRound } from "#deliberation/state";
import { waitingDrafts } from "#deliberation/waiting-drafts";
import { useRoomPlain } from "../../../_live/drafts.tsx";
import { useConnection, useRecordState } from "../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../_ui/browser-now.ts";
import { useNames } from "../../../_ui/names.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import type { Refused } from "../../../_ui/submit.ts";
import { type Answer, OneOfSeveral } from "./OneOfSeveral.tsx";
import { useSending } from "./sending.ts";
import { type ClearanceGiven, type Shown, shownOf } from "./shown.ts";

interface Reviewed {
  draft: DraftId;
  shown: Shown;
  changed: boolean;
}

type Given = readonly (readonly [DraftId, ClearanceGiven])[];

/** The delegation's own room, then those of the groups it speaks for: each reviewed, and answered, by itself. */
export function Several({ given }: { given: Given }) {
  const t = useTranslations("several");
  const { delegation } = useSeat();
  const state = useRecordState();
  const name = useNames();
  if (delegation === null) return null;
  const groups = groupsSpokenFor(state, delegation, browserNow());
  return (
    <>
      <Room room={delegation} given={given} />
      {groups.map((group) => (
        <section key={group} aria-labelledby={`room-${group}`}>
          <h2 id={`room-${group}`}>{t("group", { name: name(group) })}</h2>
          <Room room={group} given={given} />
        </section>
      ))}
    </>
  );
}

function Room({ room, given }: { room: DelegationKey; given: Given }) {
  const t = useTranslations();
  const format = useFormatter();
  const seat = useSeat();
  const state = useRecordState();
  const { plain, ready } = useRoomPlain(room);
  const { phase } = useConnection();
  const name = useNames();
  const sending = useSending(given);
  /** Draft → the words it was chosen with. */
  const [chosen, setChosen] = useState<ReadonlyMap<DraftId, Hash>>(new Map());
  const [answers, setAnswers] = useState<ReadonlyMap<DraftId, Answer>>(new Map());
  const [busy, setBusy] = useState(false);
  if (!ready) return <p className="mute">{t("turn.drafts.loading")}</p>;

  const at = browserNow();
  const clearances = [...sending.clearances].map(([draft, { hash, at: time }]) => ({
    draft,
    hash,
    at: time,
  }));
  const waiting = waitingDrafts(plain, clearances, state, at);
  const listed = waiting.flatMap(({ draft, waits, changed }): Reviewed[] => {
    const shown = shownOf(readDraft(plain, draft, state, at), sending.clearances.get(draft) ?? null, seat);
    const here = waits === "to-clear" || waits === "to-submit" || shown?.isCleared === true;
    return shown !== null && here ? [{ draft, shown, changed }] : [];
  });
  // Submitted since, or erased by a colleague: the answer stays.
  const done = [...answers].filter(([answered]) => !listed.some(({ draft }) => draft === answered));
  // Words that changed since they were chosen are not the ones that were chosen.
  const picked = listed.filter(({ draft, shown }) => chosen.get(draft) === shown.hash);
  const toClear = picked.filter(({ shown }) => !shown.isCleared);
  const round = openRound(state, at);

  const choose = (draft: DraftId, hash: Hash | null) =>
    setChosen((before) => {
      const after = new Map(before);
      if (hash === null) after.delete(draft);
      else after.set(draft, hash);
      return after;
    });
  const each = async (drafts: readonly Reviewed[], act: (one: Reviewed) => Promise<object>) => {
    setBusy(true);
    for (const one of drafts) {
      const answer = (await act(one)) as { seq: number } | Refused | ClearanceGiven;
      const answered: Answer =
        "code" in answer
          ? { refused: answer.code, content: one.shown.content }
          : { seq: "seq" in answer ? answer.seq : null, content: one.shown.content };
      setAnswers((before) => new Map(before).set(one.draft, answered));
      if (!("code" in answer) && "seq" in answer) choose(one.draft, null);
    }
    setBusy(false);
  };
  const off = busy || phase !== "connected";
  return (
    <>
      <p>
        {room === seat.delegation
          ? t("review.inName", { name: name(room) })
          : t("review.inGroupName", {
              name: name(room),
              speakers: format.list(speakersOf(state, room, at).map(name), { type: "conjunction" }),
            })}{" "}
        {round !== null &&
          t("review.until", {
            time: format.dateTime(new Date(round.closesAt), { dateStyle: "full", timeStyle: "short" }),
          })}
      </p>
      {listed.length === 0 && <p className="empty">{t("several.none")}</p>}
      {done.map(([draft, answer]) => (
        <OneOfSeveral key={draft} draft={draft} content={answer.content} answer={answer} />
      ))}
      {listed.map(({ draft, shown, changed }) => (
        <OneOfSeveral
          key={draft}
          draft={draft}
          content={shown.content}
          answer={answers.get(draft) ?? null}
          choice={{
            shown,
            changed,
            clearance: sending.clearances.get(draft) ?? null,
            chosen: chosen.get(draft) === shown.hash,
            able: seat.clears || (seat.submits && shown.isCleared),
            choose: (yes) => choose(draft, yes ? shown.hash : null),
          }}
        />
      ))}
      {listed.length > 0 && (seat.clears || seat.submits) && (
        <div className="acts several">
          {seat.submits && (
            <button
              type="button"
              className="btn pri"
              aria-disabled={off || picked.length === 0}
              onClick={() =>
                off || picked.length === 0 || each(picked, (one) => sending.send(one.draft, one.shown))
              }
            >
              {t(toClear.length > 0 ? "several.clearAndSubmit" : "several.submit", { count: picked.length })}
            </button>
          )}
          {seat.clears && (
            <button
              type="button"
              className={seat.submits ? "btn" : "btn pri"}
              aria-disabled={off || toClear.length === 0}
              onClick={() =>
                off ||
                toClear.length === 0 ||
                each(toClear, (one) => sending.clear(one.draft, one.shown.content))
              }
            >
              {t("several.clear", { count: toClear.length })}
            </button>
          )}
          {phase !== "connected" && <span className="tiny mute">{t("review.whenConnected")}</span>}
        </div>
      )}
      {!seat.submits && !seat.clears && <p>{t("review.askHead")}</p>}
      <p className="tiny mute">{t("review.record")}</p>
    </>
  );
}
