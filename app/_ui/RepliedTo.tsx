"use client";
/** That a comment replies to a position: to which revision, and whether the delegation has moved on since. */
import { useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import { positionAt, standing } from "#deliberation/state";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { useNames } from "./names.ts";

export function RepliedTo({ entry }: { entry: number }) {
  const t = useTranslations("comments");
  const name = useNames();
  const state = useRecordState();
  const [place, revision] = [heldAt(state.positionAt, entry), positionAt(state, entry)];
  const statement = heldAt(state.statements, entry);
  if (statement !== undefined)
    return <p className="small mute">{t("onStatement", { name: name(statement.author), seq: entry })}</p>;
  if (place === undefined || revision === undefined) return null;
  const now = standing(state.positions[place.idea]?.[place.author]);
  return (
    <p className="small mute">
      {t("onPosition", { name: name(place.author), rev: revision.rev })}{" "}
      {now === null ? t("onWithdrawn") : now.seq !== revision.seq && t("onEarlier", { rev: now.rev })}
    </p>
  );
}
