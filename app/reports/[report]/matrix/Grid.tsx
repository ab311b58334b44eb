"use client";
/**
 * The grid: heads that stay, one tab stop, and only the rows and columns in sight in the page. The one that holds
 * the focus stays in the page wherever it lies.
 */
import { useLocale, useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { totalsShown } from "#deliberation/count";
import type { IdeaId, Instant } from "#deliberation/ids";
import { type Cell, type Column, cellsOn } from "#deliberation/matrix";
import type { State } from "#deliberation/state";
import { directionOf, langTag } from "../../../_i18n/languages.ts";
import { CellOf } from "./CellOf.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import { positionKey } from "./fresh.ts";
import type { OpenedCell } from "./Matrix.tsx";
import { placeAfter } from "./roving.ts";
import { IDEA, ROW, widthOf } from "./sizes.ts";
import { useCellNames } from "./useCellNames.ts";
import { useHeard } from "./useHeard.ts";
import { remInPixels, useViewport } from "./useViewport.ts";
import { offsetOf, scrolledTo, slotsIn } from "./window.ts";

export interface GridHandle {
  /** Puts the focus where it was. */
  focus(): void;
}

interface Props {
  ref: Ref<GridHandle>;
  report: string;
  state: State;
  at: Instant;
  rows: readonly IdeaId[];
  columns: readonly Column[];
  fresh: ReadonlySet<string>;
  onToggle: (column: string) => void;
  onOpen: (cell: OpenedCell) => void;
  /** Where the focus went; null for a head. */
  onMove: (cell: OpenedCell | null) => void;
  onEscape: () => void;
}

/** The head's row and the ideas' column, by a name no idea and no column has. */
const HEAD = "head";
/** Rendered beyond what is in sight, in rem. */
const BEYOND = 10;

export function Grid({
  ref,
  report,
  state,
  at,
  rows,
  columns,
  fresh,
  onToggle,
  onOpen,
  onMove,
  onEscape,
}: Props) {
  const t = useTranslations("matrix");
  const locale = useLocale();
  const { nameOf, labelOf } = useCellNames();
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  /** Whether the focus is to follow where the keys led. */
  const follows = useRef(false);
  const { viewport, onScroll } = useViewport(frame);
  const [active, setActive] = useState({ row: rows[0] ?? HEAD, column: columns[0]?.id ?? HEAD });
  const lang = state.text?.lang ?? "zh";
  const totals = totalsShown(state);
  const widths = columns.map((column) => widthOf(column, totals));
  const heights = rows.map(() => ROW);
  // What is no longer there hands its place to the head.
  const at0 = {
    row: rows.indexOf(active.row as IdeaId) + 1,
    column: columns.findIndex(({ id }) => id === active.column) + 1,
  };
  const shownRows = slotsIn(heights, spanOf(viewport.block, viewport.blockSize), keptIndex(at0.row));
  const shownColumns = slotsIn(widths, spanOf(viewport.inline, viewport.inlineSize), keptIndex(at0.column));

  useImperativeHandle(ref, () => ({ focus: () => focusedIn(table.current)?.focus() }));
  useLayoutEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    focusedIn(table.current)?.focus({ preventScroll: true });
  });
  useHeard(fresh, table, () => {
    const column = columns[at0.column - 1];
    if (column === undefined) return [];
    return rows
      .filter((idea) => isFresh(fresh, idea, column) && (column.kind === "own" || idea === active.row))
      .map((idea) => labelOf(idea, column, cellsOn(state, idea, at)(column)));
  });

  const goTo = (row: number, column: number) => {
    const to = { row: rows[row - 1] ?? HEAD, column: columns[column - 1]?.id ?? HEAD };
    follows.current = true;
    setActive(to);
    showCell(row, column);
    onMove(openedAt(row, column));
  };
  const openedAt = (row: number, column: number): OpenedCell | null => {
    const [idea, of] = [rows[row - 1], columns[column - 1]];
    return idea === undefined || of === undefined ? null : { idea, column: of };
  };
  const showCell = (row: number, column: number) => {
    const element = frame.current;
    const head = table.current?.tHead;
    if (element === null || head == null) return;
    const rem = remInPixels();
    if (row > 0) {
      const sight = element.clientHeight - head.offsetHeight;
      element.scrollTop = scrolledTo(element.scrollTop, sight, (row - 1) * ROW * rem, ROW * rem);
    }
    if (column > 0) {
      const sight = element.clientWidth - IDEA * rem;
      const [start, size] = [offsetOf(widths, column - 1) * rem, (widths[column - 1] ?? 0) * rem];
      const inline = scrolledTo(Math.abs(element.scrollLeft), sight, start, size);
      element.scrollLeft = directionOf(locale) === "rtl" ? -inline : inline;
    }
  };
  // Where the grid became narrower, as when a cell opens beside it, the chosen cell comes back into sight.
  const shows = useRef(() => {});
  useEffect(() => {
    shows.current = () => showCell(at0.row, at0.column);
  });
  useEffect(() => {
    if (viewport.inlineSize > 0) shows.current();
  }, [viewport.inlineSize]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const opened = openedAt(at0.row, at0.column);
    if (event.key === "Enter" && opened !== null) {
      event.preventDefault();
      onOpen(opened);
      return;
    }
    if (event.key === "Escape") return onEscape();
    const inSight = (frame.current?.clientHeight ?? 0) / (ROW * remInPixels());
    const to = placeAfter(at0, event, {
      rows: rows.length + 1,
      columns: columns.length + 1,
      page: Math.max(1, Math.floor(inSight) - 3),
      direction: directionOf(locale),
    });
    if (to === null) return;
    event.preventDefault();
    goTo(to.row, to.column);
  };
  const stop = (row: string, column: string) => ({
    tabIndex:
      row === (at0.row === 0 ? HEAD : active.row) && column === (at0.column === 0 ? HEAD : active.column)
        ? 0
        : -1,
    onFocus: () => setActive({ row, column }),
  });

  return (
    <div className="matrix-frame" ref={frame} onScroll={onScroll}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves about in.
        role="grid"
        aria-label={t("label")}
        aria-describedby="matrix-keys"
        aria-readonly="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        style={{ inlineSize: `${IDEA + offsetOf(widths, widths.length)}rem` }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col style={{ inlineSize: `${IDEA}rem` }} />
          {shownColumns.map((slot) => (
            <col
              key={keyOf(slot, columns)}
              style={{ inlineSize: `${"gap" in slot ? slot.gap : widths[slot.index]}rem` }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1} className="corner" {...stop(HEAD, HEAD)}>
              {t("idea")} <small>{t("ideaHint")}</small>
            </th>
            {shownColumns.map((slot) => {
              const column = "gap" in slot ? undefined : columns[slot.index];
              if ("gap" in slot || column === undefined) return <Gap key={keyOf(slot, columns)} />;
              return (
                <ColumnHead
                  key={column.id}
                  column={column}
                  name={nameOf(column)}
                  totals={totals}
                  index={slot.index + 2}
                  stop={stop(HEAD, column.id)}
                  onToggle={onToggle}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shownRows.map((row) => {
            const idea = "gap" in row ? undefined : rows[row.index];
            if ("gap" in row || idea === undefined) {
              return (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a gap takes the focus.
                <tr key={keyOf(row, rows)} aria-hidden="true">
                  <td style={{ blockSize: `${"gap" in row ? row.gap : ROW}rem` }} />
                </tr>
              );
            }
            const cellOf = cellsOn(state, idea, at);
            return (
              <tr key={idea} aria-rowindex={row.index + 2} className={idea === active.row ? "on" : undefined}>
                <th scope="row" aria-colindex={1}>
                  <a href={`/reports/${report}/ideas/${idea}`} {...stop(idea, HEAD)}>
                    <bdi className="chip" translate="no">
                      {idea}
                    </bdi>{" "}
                    <span lang={langTag(lang)} dir={directionOf(lang)}>
                      {state.ideas[idea]?.quote}
                    </span>
                  </a>
                </th>
                {shownColumns.map((slot) => {
                  const column = "gap" in slot ? undefined : columns[slot.index];
                  if ("gap" in slot || column === undefined) return <Gap key={keyOf(slot, columns)} />;
                  const cell: Cell = cellOf(column);
                  return (
                    <CellOf
                      key={column.id}
                      column={column}
                      cell={cell}
                      label={labelOf(idea, column, cell)}
                      index={slot.index + 2}
                      isFresh={isFresh(fresh, idea, column)}
                      stop={stop(idea, column.id)}
                      onOpen={() => onOpen({ idea, column })}
                    />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p id="matrix-keys" className="vh">
        {t("keys")}
      </p>
    </div>
  );
}

function Gap() {
  return <td aria-hidden="true" className="gap" />;
}

function spanOf(from: number, size: number) {
  return { from: from - BEYOND, to: from + size + BEYOND };
}

function keptIndex(place: number): number | null {
  return place === 0 ? null : place - 1;
}

function keyOf(slot: { index: number } | { gap: number; before: number }, of: readonly (Column | string)[]) {
  if ("gap" in slot) return `gap before ${slot.before}`;
  const one = of[slot.index];
  return typeof one === "object" ? one.id : one;
}

function focusedIn(table: HTMLTableElement | null): HTMLElement | null {
  return table?.querySelector<HTMLElement>("[tabindex='0']") ?? null;
}

function isFresh(fresh: ReadonlySet<string>, idea: string, column: Column): boolean {
  if (fresh.size === 0) return false;
  const keys = column.kind === "own" ? [column.delegation] : [...column.members, column.group ?? ""];
  return keys.some((key) => fresh.has(positionKey(idea, key)));
}
