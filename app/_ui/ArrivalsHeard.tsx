"use client";
/** [E10]–[E12] Tells a screen reader what others said meanwhile, as far as the person wants to hear of it. */
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { SeenEntry } from "#deliberation/entry";
import { isNotice } from "#deliberation/notice";
import type { State } from "#deliberation/state";
import { unreadIn, unreadOn } from "#deliberation/unread";
import { useLiveContext } from "../_live/LiveProvider.tsx";
import { useAnnounce, useGather } from "./Announcer.tsx";
import type { Happening } from "./announcing.ts";
import { useSeat } from "./SeatContext.tsx";

export function ArrivalsHeard() {
  const t = useTranslations("announced");
  const [say, gather] = [useAnnounce(), useGather()];
  const { record, unread } = useLiveContext();
  const { hears = "concerns", delegation } = useSeat();
  useEffect(() => {
    const on = (place: string, count: number): Happening => ({
      key: place,
      count,
      words: (all) =>
        place === "" ? t("report", { count: all }) : t(kindOf(place), { count: all, key: place }),
    });
    const arrived = (entries: readonly SeenEntry[], before: State) => {
      const { state } = record;
      for (const number of brokenBy(state, entries)) say(t("silenceBroken", { number }), "assertive");
      if (hears === "none") return;
      const { seq } = before.head;
      const places =
        hears === "all"
          ? Object.entries(unreadIn(state, () => seq, unread.own))
          : [...unread.open].map((place) => [place, unreadOn(state, place, seq, unread.own)] as const);
      const happened = places.flatMap(([place, count]) => (count > 0 ? [on(place, count)] : []));
      const ours = entries.filter((one) => isOfOthers(state, one, delegation)).length;
      if (hears === "concerns" && ours > 0)
        happened.push({ key: "concerns", count: ours, words: (count) => t("concerns", { count }) });
      gather(happened, (count) => t("more", { count }));
    };
    return record.onArrived(arrived);
  }, [record, unread, hears, delegation, say, gather, t]);
  return null;
}

function kindOf(place: string): "idea" | "paragraph" {
  return place.includes("-") ? "idea" : "paragraph";
}

/** What is decided about a round is said where its deadline stands. */
function isOfOthers(state: State, entry: SeenEntry, delegation: Parameters<typeof isNotice>[2]): boolean {
  return isNotice(state, entry, delegation, "concerns") && !entry.body?.kind.startsWith("round.");
}

/** Numbers of the silence procedures that somebody objected to. */
function brokenBy(state: State, entries: readonly SeenEntry[]): number[] {
  return entries.flatMap(({ body }) => {
    if (body?.kind !== "silence.objected" && body?.kind !== "silence.entered") return [];
    const silence = Object.values(state.silences).find(({ seq }) => seq === body.entry);
    return silence === undefined ? [] : [silence.number];
  });
}
