"use client";
/** How many ideas are shown, and of all ideas how many are contested and silent: each figure is a filter's address. */
import { useTranslations } from "next-intl";
import { standingIdeas, totalsShown } from "#deliberation/count";
import { matrixRows } from "#deliberation/matrix";
import { rowOrders, type Untreated } from "#deliberation/matrix-order";
import type { State } from "#deliberation/state";
import { addressOf, type MatrixView } from "./address.ts";

interface Props {
  report: string;
  view: MatrixView;
  state: State;
  shown: number;
  untreated?: Untreated | undefined;
}

const FIGURES = ["opposed", "contested", "silent"] as const;
const VIEWS = ["groups", "delegations"] as const;

export function Summary({ report, view, state, shown, untreated }: Props) {
  const t = useTranslations("matrix");
  // Which ideas a filter lets pass depends on no moment but a round's end, and these ask for none.
  const counted = (one: (typeof FIGURES)[number]) => {
    const at = state.head.at;
    if (at === null) return 0;
    return matrixRows(state, { columns: "groups", order: [], at, filter: { [one]: true } }).length;
  };
  return (
    <div className="matrix-summary">
      <p>
        <b>{shown}</b> {t("shown", { count: shown, all: standingIdeas(state).length })}
      </p>
      {totalsShown(state) &&
        FIGURES.map((one) => (
          <a key={one} href={addressOf(report, { ...view, filter: { [one]: true } })}>
            <b>{counted(one)}</b> {t(`filter.${one}`)}
          </a>
        ))}
      <nav aria-label={t("columns")}>
        {VIEWS.map((columns) => (
          <a
            key={columns}
            className="btn"
            href={addressOf(report, { ...view, open: [], columns })}
            aria-current={view.columns === columns ? "true" : undefined}
          >
            {t(`by.${columns}`)}
          </a>
        ))}
      </nav>
      <nav aria-label={t("rows.title")}>
        {rowOrders(state, untreated).map((rows) => (
          <a
            key={rows}
            className="btn"
            href={addressOf(report, { ...view, rows })}
            aria-current={view.rows === rows ? "true" : undefined}
          >
            {t(`rows.${rows}`)}
          </a>
        ))}
      </nav>
      <a className="btn" href={`/projector/${report}`} data-key="g b" aria-keyshortcuts="g b">
        {t("projector")}
      </a>
      <a className="btn" href={`/reports/${report}/export`}>
        {t("papers")}
      </a>
    </div>
  );
}
