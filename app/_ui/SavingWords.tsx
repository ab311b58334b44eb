"use client";
/** What is true of the words on this screen: said only when it is. */
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { CLOSE } from "#deliberation/close-codes";
import type { Draft } from "../_live/drafts.tsx";
import { useClosedMeanwhile } from "../_live/missed.ts";
import { useAnnounce } from "./Announcer.tsx";
import { Icon } from "./Stance.tsx";
import { useSinceWhen } from "./since-when.ts";

const ICONS = {
  editing: "pencil",
  "device-only": "off",
  sending: "send",
  saved: "check",
  refused: "alert",
} as const;

export function SavingWords({ draft }: { draft: Draft }) {
  const t = useTranslations("saving");
  const format = useFormatter();
  const say = useAnnounce();
  const { saving } = draft;
  const wordsOf = () => {
    if (saving.phase === "nothing") return "";
    if (saving.phase === "refused" && saving.why === "too-long") return t("tooLong");
    if (saving.phase === "refused" && saving.why === CLOSE.damaged) return t("damaged");
    if (saving.phase === "refused" && saving.why === CLOSE.suspended) return t("suspended");
    if (saving.phase !== "saved") return t(saving.phase);
    return t("saved", { time: format.dateTime(saving.at, { timeStyle: "medium", timeZone: localZone() }) });
  };
  const refused = saving.phase === "refused" ? wordsOf() : "";
  useEffect(() => say(refused, "assertive"), [say, refused]);
  if (saving.phase === "nothing") {
    // Said before anything is typed, while there is time to go elsewhere.
    return draft.keeps === false ? <p className="tiny mute">{t("keepsNothing")}</p> : null;
  }
  return (
    <>
      <p className={`saved ${saving.phase}`} data-saving={saving.phase}>
        <Icon name={ICONS[saving.phase]} /> {wordsOf()}
        {saving.phase === "refused" && saving.why !== "too-long" && (
          <button type="button" className="link" onClick={draft.tryAgain}>
            {t("tryAgain")}
          </button>
        )}
      </p>
      <ClosedMeanwhile />
    </>
  );
}

/** [L5] Words that were typed without a connection, for a round that was closed before it came back. */
function ClosedMeanwhile() {
  const t = useTranslations("offline");
  const sinceWhen = useSinceWhen();
  const closed = useClosedMeanwhile();
  const say = useAnnounce();
  const isClosed = closed !== null;
  useEffect(() => {
    if (isClosed) say(t("draftKept"), "assertive");
  }, [isClosed, say, t]);
  if (closed === null) return null;
  return (
    <p className="saved closed" data-closed-meanwhile="">
      <Icon name="lock" /> {t("roundClosed", { number: closed.number, time: sinceWhen(new Date(closed.at)) })}{" "}
      {t("draftKept")}
    </p>
  );
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
