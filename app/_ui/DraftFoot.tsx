"use client";
/** What stands below the texts of every draft: words set aside, saving, colleagues, and how far the draft is. */
import { useTranslations } from "next-intl";
import { roomOf } from "#deliberation/draft-room";
import type { Draft } from "../_live/drafts.tsx";
import { DraftStage } from "./DraftStage.tsx";
import { useNames } from "./names.ts";
import { SavingWords } from "./SavingWords.tsx";
import { useSeat } from "./SeatContext.tsx";
import { SetAside } from "./SetAside.tsx";

export function DraftFoot({ draft }: { draft: Draft }) {
  const t = useTranslations();
  const { delegation } = useSeat();
  const name = useNames();
  // In a group's room delegations meet; persons' names stay inside their own.
  const isOwn = delegation === null || roomOf(draft.id, delegation) === delegation;
  const colleagues = isOwn ? draft.colleagues : draft.colleagues.map(name);
  return (
    <>
      <SetAside draft={draft} />
      <SavingWords draft={draft} />
      <p className="tiny mute">{t("saving.operator")}</p>
      {draft.colleagues.length > 0 && (
        <p className="small mute">{t("position.colleagues", { names: colleagues.join(", ") })}</p>
      )}
      <DraftStage draft={draft} />
    </>
  );
}
