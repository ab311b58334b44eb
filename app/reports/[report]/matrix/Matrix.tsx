"use client";
/**
 * The matrix, live: cells change where they stand, while rows and columns stay as they are until the reader asks for
 * the new ones. What is opened stays in the address.
 */
import { useTranslations } from "next-intl";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { totalsShown } from "#deliberation/count";
import type { IdeaId } from "#deliberation/ids";
import { type Column, type MatrixOptions, matrixColumns, matrixRows } from "#deliberation/matrix";
import type { Untreated } from "#deliberation/matrix-order";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { Heard } from "../../../_ui/Heard.tsx";
import { addressOf, type MatrixView } from "./address.ts";
import { Below } from "./Below.tsx";
import { useChanges } from "./fresh.ts";
import { Grid, type GridHandle } from "./Grid.tsx";
import { List } from "./List.tsx";
import { NotLive } from "./NotLive.tsx";
import { Summary } from "./Summary.tsx";

const Sheet = lazy(() => import("./Sheet.tsx"));

interface Props {
  report: string;
  view: MatrixView;
  order: string[];
  at: MatrixOptions["at"];
  pillars: Record<string, number>;
  /** For whoever gives dispositions. */
  untreated?: Untreated | undefined;
}

export interface OpenedCell {
  idea: IdeaId;
  column: Column;
}

export function Matrix({ report, view, order, at, pillars, untreated }: Props) {
  const t = useTranslations("matrix");
  const state = useRecordState();
  /** The state that rows and columns were last made from. */
  const [laidOut, setLaidOut] = useState(state);
  const [open, setOpen] = useState(view.open);
  const [opened, setOpened] = useState<OpenedCell | null>(null);
  const grid = useRef<GridHandle>(null);
  const { fresh, changes } = useChanges(state);
  const options: MatrixOptions = useMemo(
    () => ({
      ...{ columns: view.columns, open, order, at, pillars, filter: view.filter, rows: view.rows },
      ...(untreated === undefined ? {} : { untreated }),
    }),
    [view, open, order, at, pillars, untreated],
  );
  const columns = useMemo(() => matrixColumns(laidOut, options), [laidOut, options]);
  const rows = useMemo(() => matrixRows(laidOut, options), [laidOut, options]);
  const isOutdated = useMemo(
    () =>
      laidOut !== state &&
      (matrixRows(state, options).join() !== rows.join() ||
        JSON.stringify(matrixColumns(state, options)) !== JSON.stringify(columns)),
    [laidOut, state, options, rows, columns],
  );
  const toggle = (id: string) => {
    const next = open.includes(id) ? open.filter((one) => one !== id) : [...open, id];
    setOpen(next);
    window.history.replaceState(window.history.state, "", addressOf(report, { ...view, open: next }));
  };
  const close = () => {
    setOpened(null);
    grid.current?.focus();
  };
  return (
    <>
      <Summary report={report} view={view} state={state} shown={rows.length} untreated={untreated} />
      {!totalsShown(state) && <p className="small mute">{t("noTotals")}</p>}
      <NotLive />
      <Heard as="div" className="matrix-news">
        {isOutdated && (
          <button type="button" className="pill" onClick={() => setLaidOut(state)}>
            {t("outdated")}
          </button>
        )}
      </Heard>
      {rows.length === 0 ? (
        <p className="matrix-none">
          {t(Object.keys(view.filter).length > 0 ? "nothing" : "noIdeas")}{" "}
          {Object.keys(view.filter).length > 0 && (
            <a href={addressOf(report, { ...view, filter: {} })}>{t("clear")}</a>
          )}
        </p>
      ) : (
        <>
          <div className={opened === null ? "matrix-body" : "matrix-body beside"}>
            <Grid
              ref={grid}
              report={report}
              state={state}
              at={at}
              rows={rows}
              columns={columns}
              fresh={fresh}
              onToggle={toggle}
              onOpen={setOpened}
              onMove={(cell) => opened !== null && cell !== null && setOpened(cell)}
              onEscape={() => setOpened(null)}
            />
            {opened !== null && (
              <Suspense fallback={<aside className="matrix-sheet" aria-busy="true" />}>
                <Sheet report={report} cell={opened} at={at} onClose={close} />
              </Suspense>
            )}
          </div>
          <Below report={report} state={state} changes={changes} />
          <List report={report} state={state} at={at} rows={rows} columns={columns} />
        </>
      )}
    </>
  );
}
