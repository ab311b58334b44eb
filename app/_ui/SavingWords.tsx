"use client";
/** What is true of the words on this screen: said only when it is. */
import { useFormatter, useTranslations } from "next-intl";
import { CLOSE } from "#deliberation/close-codes";
import type { Draft } from "../_live/drafts.tsx";
import { Icon } from "./Stance.tsx";

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
  const { saving } = draft;
  if (saving.phase === "nothing") {
    // Said before anything is typed, while there is time to go elsewhere.
    return draft.keeps === false ? <p className="tiny mute">{t("keepsNothing")}</p> : null;
  }
  const wordsOf = () => {
    if (saving.phase === "refused" && saving.why === "too-long") return t("tooLong");
    if (saving.phase === "refused" && saving.why === CLOSE.damaged) return t("damaged");
    if (saving.phase !== "saved") return t(saving.phase);
    return t("saved", { time: format.dateTime(saving.at, { timeStyle: "medium", timeZone: localZone() }) });
  };
  return (
    <p
      className={`saved ${saving.phase}`}
      role={saving.phase === "refused" ? "alert" : undefined}
      data-saving={saving.phase}
    >
      <Icon name={ICONS[saving.phase]} /> {wordsOf()}
      {saving.phase === "refused" && saving.why !== "too-long" && (
        <button type="button" className="link" onClick={draft.tryAgain}>
          {t("tryAgain")}
        </button>
      )}
    </p>
  );
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
