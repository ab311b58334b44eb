"use client";
/** An idea in the text: a link with its number and, for a delegation, its own stance. */
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { IdeaId } from "#deliberation/ids";
import { doesTakePart } from "#deliberation/participation";
import { standing } from "#deliberation/state";
import { useLive } from "../../../_live/LiveProvider.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceShape } from "../../../_ui/Stance.tsx";
import { usePlace } from "../_panel/place.ts";

interface Props {
  report: string;
  idea: IdeaId;
  /** Where the idea begins; what follows a footnote marker is the same idea going on. */
  first: boolean;
  children: ReactNode;
}

export function IdeaLink({ report, idea, first, children }: Props) {
  const t = useTranslations();
  const { delegation } = useSeat();
  const stance = useLive((state) => {
    const own = delegation && standing(state.positions[idea]?.[delegation])?.stance;
    if (own) return own;
    return delegation !== null && !doesTakePart(state, delegation) ? "not-taking-part" : "not-stated";
  });
  const selected = usePlace() === idea;
  if (!first) {
    return (
      <span className="idea" data-place={idea} aria-current={selected || undefined}>
        <mark>{children}</mark>
      </span>
    );
  }
  return (
    <a
      className="idea"
      id={idea}
      href={`/reports/${report}/ideas/${idea}`}
      data-place={idea}
      data-own={stance}
      aria-current={selected || undefined}
      aria-describedby={delegation === null ? undefined : `own-${idea}`}
    >
      <span className="chip">
        <bdi translate="no">{idea}</bdi>
        {delegation !== null && (
          <>
            <StanceShape stance={stance} />
            <span className="vh" id={`own-${idea}`} lang={t("reading.lang")}>
              {t("reading.own", { stance: t(`stance.${stance}`) })}
            </span>
          </>
        )}
      </span>{" "}
      <mark>{children}</mark>
    </a>
  );
}
