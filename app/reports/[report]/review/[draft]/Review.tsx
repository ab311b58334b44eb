"use client";
/** Clearing and submitting. What is sent is the content on the screen at that moment; words typed since stay a draft. */
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { audienceOf } from "#deliberation/audience";
import { heldAt } from "#deliberation/by-seq";
import { contentHash } from "#deliberation/canonical";
import { readDraft, submittedAs } from "#deliberation/draft";
import type { DraftId } from "#deliberation/ids";
import { openRound, placeOfEntry, placeOf as placeOfTarget, type State } from "#deliberation/state";
import type { Content, Submission } from "#deliberation/submission";
import { useDraftPlain } from "../../../../_live/drafts.tsx";
import { useConnection, useOpened, useRecordState } from "../../../../_live/LiveProvider.tsx";
import { browserNow } from "../../../../_ui/browser-now.ts";
import { useNames } from "../../../../_ui/names.ts";
import { RefusalNotice } from "../../../../_ui/Refusal.tsx";
import { useSeat } from "../../../../_ui/SeatContext.tsx";
import { clear, newId, submit } from "../../../../_ui/submit.ts";
import { ContentShown, placeOf } from "./ContentShown.tsx";

interface Props {
  draft: DraftId;
  clearance: { hash: string; at: string; by: string; content: Content } | null;
}

export function Review({ draft, clearance: given }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const seat = useSeat();
  const state = useRecordState();
  const plain = useDraftPlain();
  const { phase } = useConnection();
  const name = useNames();
  const [clearance, setClearance] = useState(given);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // One id for one content: a repeat after a lost answer is the same submission.
  const [ids] = useState(() => new Map<string, string>());

  const reading = readDraft(plain, draft, state, browserNow());
  const current = "content" in reading ? reading : null;
  const submitted = submittedAs(plain, draft);
  // A clearance is used up by the submission it served.
  const cleared = clearance;
  const onlySubmits = seat.submits && !seat.clears;
  // Who submits and does not clear sends what was cleared, not what was typed since.
  const shown = onlySubmits && cleared !== null ? cleared.content : (current?.content ?? null);
  const round = openRound(state, browserNow());
  const opened = useOpened(shown === null ? null : placeOfContent(state, shown));

  if (shown === null) {
    const missing = "missing" in reading ? reading.missing : "nothing-yet";
    return (
      <p className="empty">{missing === "nothing-yet" ? t("review.nothing") : t(`refusal.${missing}`)}</p>
    );
  }
  if (!opened) return <p className="mute">{t("panel.opening")}</p>;
  // What was withdrawn may be said again, in the same words.
  const withdrawn = submitted !== null && isWithdrawn(state, submitted.seq);
  if (submitted !== null && !withdrawn && current?.said === submitted.hash) {
    return (
      <p role="status">
        {t("review.done", { seq: submitted.seq })}{" "}
        <a href={`/reports/${seat.report}/entries/${submitted.seq}`}>{t("review.see")}</a>
      </p>
    );
  }
  const hash = contentHash(shown);
  const isCleared = cleared?.hash === hash;

  const giveClearance = async (): Promise<boolean> => {
    const answer = await clear(seat.report, draft, shown);
    if ("code" in answer) setRefused(answer.code);
    else setClearance({ hash: answer.hash, at: new Date().toISOString(), by: seat.person, content: shown });
    return !("code" in answer);
  };
  const send = async () => {
    setBusy(true);
    setRefused(null);
    if (isCleared || (seat.clears && (await giveClearance()))) {
      const id = ids.get(hash) ?? newId();
      ids.set(hash, id);
      const answer = await submit(seat.report, { id, kind: shown.kind, draft, content: shown });
      if ("code" in answer) setRefused(answer.code);
      else return window.location.assign(placeOf(seat.report, shown, answer.seq));
    }
    setBusy(false);
  };
  const onlyClear = async () => {
    setBusy(true);
    setRefused(null);
    await giveClearance();
    setBusy(false);
  };
  // As the judge will have it: no wider than the round and than what it is about.
  const audience = audienceOf(state, { kind: shown.kind, content: shown } as Submission);
  const off = busy || phase !== "connected";
  const reason = phase === "connected" ? undefined : "when-connected";
  return (
    <>
      <ContentShown content={shown} />
      <p className="small">
        {t("review.inName", { name: name(seat.delegation ?? "") })}{" "}
        {round !== null &&
          t("review.until", {
            time: format.dateTime(new Date(round.closesAt), { dateStyle: "full", timeStyle: "short" }),
          })}
      </p>
      {cleared !== null && (
        <p className="small" role="status">
          {t(isCleared ? "review.cleared" : "review.clearedOther", {
            name: cleared.by,
            time: format.dateTime(new Date(cleared.at), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </p>
      )}
      {onlySubmits && cleared !== null && current !== null && current.hash !== cleared.hash && (
        <p className="small mute">{t("review.typedSince")}</p>
      )}
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
              audience: t(`audienceTo.${audience}`),
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
      {!seat.submits && !seat.clears && <p>{t("review.askHead")}</p>}
      <p className="tiny mute">{t("review.record")}</p>
    </>
  );
}

/** The place whose words tell whether this was said and withdrawn; a correction needs none. */
function placeOfContent(state: State, content: Content): string | null {
  if (content.kind === "position.stated") return content.idea;
  if ("target" in content) return placeOfTarget(content.target);
  return "entry" in content && content.kind !== "entry.corrected" ? placeOfEntry(state, content.entry) : null;
}

function isWithdrawn(state: State, seq: number): boolean {
  const place = heldAt(state.positionAt, seq);
  const revisions = place && state.positions[place.idea]?.[place.author];
  const said =
    heldAt(state.comments, seq) ?? heldAt(state.statements, seq) ?? revisions?.find((one) => one.seq === seq);
  return (said?.withdrawn ?? null) !== null;
}
