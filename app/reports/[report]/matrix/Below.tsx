"use client";
/** Below the grid: what the marks mean, and what changed while the page was open. */
import { useTranslations } from "next-intl";
import { MARKS } from "#deliberation/matrix-cell";
import type { State } from "#deliberation/state";
import { standing } from "#deliberation/state";
import { useNames } from "../../../_ui/names.ts";
import { StanceToken } from "../../../_ui/Stance.tsx";
import type { Change } from "./fresh.ts";

interface Props {
  report: string;
  state: State;
  changes: readonly Change[];
}

const NAMED = ["aligned", "wording", "through", "late", "changed"] as const;

export function Below({ report, state, changes }: Props) {
  const t = useTranslations();
  const name = useNames();
  return (
    <div className="matrix-below">
      <ul className="matrix-legend" aria-label={t("matrix.marks")}>
        {NAMED.map((mark) => (
          <li key={mark}>
            <span aria-hidden="true">{MARKS[mark]}</span> {t(`matrix.mark.${mark}`)}
          </li>
        ))}
        <li>
          <span className="boxed" aria-hidden="true" /> {t("matrix.ownTitle")}
        </li>
      </ul>
      {changes.length > 0 && (
        <details>
          <summary>{t("matrix.changes", { count: changes.length })}</summary>
          <ol>
            {changes.map(({ idea, author, seq }) => (
              <li key={seq}>
                <a href={`/reports/${report}/entries/${seq}`}>
                  <bdi>{name(author)}</bdi> × <bdi translate="no">{idea}</bdi>
                </a>{" "}
                <StanceToken stance={standing(state.positions[idea]?.[author])?.stance ?? "not-stated"} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
