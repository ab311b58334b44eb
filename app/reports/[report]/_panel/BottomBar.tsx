"use client";
/** On a phone: outline, the chosen idea, and the way to what is said of it; the panel is a page of its own there. */
import { useTranslations } from "next-intl";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { Icon } from "../../../_ui/Stance.tsx";
import { usePlace } from "./place.ts";

export function BottomBar() {
  const t = useTranslations("bar");
  const { report } = useSeat();
  const place = usePlace();
  const to = place === null ? null : place.includes("-") ? `ideas/${place}` : `paragraphs/${place}`;
  return (
    <nav className="bbar" aria-label={t("label")}>
      <a href="#outline">
        <Icon name="list" /> {t("outline")}
      </a>
      <span>{place === null ? t("none") : <bdi translate="no">{place}</bdi>}</span>
      {to === null ? (
        <span className="mute">{t("panel")}</span>
      ) : (
        <a href={`/reports/${report}/${to}`}>{t("panel")}</a>
      )}
    </nav>
  );
}
