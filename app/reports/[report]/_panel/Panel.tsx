"use client";
/** What delegations say of the chosen idea or paragraph, beside the text. */
import { useTranslations } from "next-intl";
import { IdeaId } from "#deliberation/ids";
import { PlacePanel, type Titles } from "./PlacePanel.tsx";
import { usePlace } from "./place.ts";

export function Panel({ titles }: { titles: Titles }) {
  const t = useTranslations("panel");
  const place = usePlace();
  const label =
    place === null ? t("label") : t(IdeaId.safeParse(place).success ? "idea" : "paragraph", { key: place });
  return (
    <aside className="panel" id="panel" aria-label={label}>
      {place === null ? (
        <div className="empty">
          <h2 id="panel-heading" tabIndex={-1}>
            {t("label")}
          </h2>
          <p>{t("choose")}</p>
          <p className="small mute">{t("keys")}</p>
        </div>
      ) : (
        <PlacePanel key={place} place={place} titles={titles} />
      )}
    </aside>
  );
}
