"use client";
/** [G2] Said before anything is written or submitted late: whom it reaches, and what it is marked with. */
import { useFormatter, useTranslations } from "next-intl";
import type { RoundId } from "#deliberation/ids";
import { useLive } from "../_live/LiveProvider.tsx";

export function LateNotice({ round }: { round: RoundId }) {
  const [t, format] = [useTranslations("late"), useFormatter()];
  const ended = useLive(({ rounds }) => rounds[round]?.closedAt ?? rounds[round]?.closesAt ?? null);
  if (ended === null) return null;
  const time = format.dateTime(new Date(ended), { dateStyle: "medium", timeStyle: "short" });
  return <p className="warning">{t("review", { round, time })}</p>;
}
