/** The panel as a page: on a phone the way in, elsewhere a link that can be sent. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { SelectedWords } from "#deliberation/selected-words";
import { reportOf, titlesOf } from "../../../_data/report.ts";
import type { Seated } from "../../../_data/seated.ts";
import { Icon } from "../../../_ui/Stance.tsx";
import { ReportFrame } from "../ReportFrame.tsx";
import { PlacePanel } from "./PlacePanel.tsx";

interface Props {
  name: string;
  place: string;
  seated: Seated;
  /** Words of the paragraph to comment on. */
  words?: SelectedWords | null;
  /** Ways to other places of the kind. */
  ways?: ReactNode;
  /** What a page has room for and the panel has not. */
  children?: ReactNode;
}

export async function PlacePage({ name, place, seated, words = null, ways, children }: Props) {
  const { id } = reportOf(name);
  const t = await getTranslations("panel");
  return (
    <ReportFrame name={name} seated={seated} view="read">
      <main id="main" className="place">
        <h1 className="vh">
          {place === "report" ? t("whole") : t(place.includes("-") ? "idea" : "paragraph", { key: place })}
        </h1>
        <p>
          <a href={`/reports/${id}${place === "report" ? "" : `#${place}`}`}>
            <Icon name="back" flip /> {t("back")}
          </a>
        </p>
        {ways}
        <PlacePanel place={place} titles={titlesOf(id)} words={words} />
        {children}
      </main>
    </ReportFrame>
  );
}
