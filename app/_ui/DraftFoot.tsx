"use client";
/** What stands below the texts of every draft: words set aside, saving, colleagues, and how far the draft is. */
import { useTranslations } from "next-intl";
import type { Draft } from "../_live/drafts.tsx";
import { DraftStage } from "./DraftStage.tsx";
import { SavingWords } from "./SavingWords.tsx";
import { SetAside } from "./SetAside.tsx";

export function DraftFoot({ draft }: { draft: Draft }) {
  const t = useTranslations();
  return (
    <>
      <SetAside draft={draft} />
      <SavingWords draft={draft} />
      <p className="tiny mute">{t("saving.operator")}</p>
      {draft.colleagues.length > 0 && (
        <p className="small mute">{t("position.colleagues", { names: draft.colleagues.join(", ") })}</p>
      )}
      <DraftStage draft={draft} />
    </>
  );
}
