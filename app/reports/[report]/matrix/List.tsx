"use client";
/** The matrix as a list, for small screens and without script: an idea a line, with where all Member States stand. */
import { useTranslations } from "next-intl";
import type { IdeaId, Instant } from "#deliberation/ids";
import { ALL, type Column, cellsOn, TOKENS } from "#deliberation/matrix";
import type { State } from "#deliberation/state";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { StanceShape } from "../../../_ui/Stance.tsx";

interface Props {
  report: string;
  state: State;
  at: Instant;
  rows: readonly IdeaId[];
  columns: readonly Column[];
}

export function List({ report, state, at, rows, columns }: Props) {
  const t = useTranslations();
  const lang = state.text?.lang ?? "zh";
  const all = columns.find(({ id }) => id === ALL);
  if (all === undefined) return null;
  return (
    <ol className="matrix-list" aria-label={t("matrix.list")}>
      {rows.map((idea) => {
        const cell = cellsOn(state, idea, at)(all);
        const counts = cell.kind === "tally" ? cell.counts : null;
        return (
          <li key={idea}>
            <a href={`/reports/${report}/ideas/${idea}`}>
              <bdi className="chip" translate="no">
                {idea}
              </bdi>{" "}
              <span lang={langTag(lang)} dir={directionOf(lang)}>
                {state.ideas[idea]?.quote}
              </span>
            </a>
            {counts !== null && (
              <ul>
                {TOKENS.filter((token) => counts[token] > 0).map((token) => (
                  <li key={token} className="tok">
                    <StanceShape stance={token} /> {counts[token]}{" "}
                    <span className="vh">{t(`stance.${token}`)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
