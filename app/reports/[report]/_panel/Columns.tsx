"use client";
/**
 * Outline, text and panel side by side; where there is room for two, the outline is a drawer. How wide the outer two are, and whether they are there, is this device's; every
 * step has a key and a control.
 */
import { useTranslations } from "next-intl";
import { type CSSProperties, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { Icon } from "../../../_ui/Stance.tsx";
import {
  AS_THE_LOOK_HAS_IT,
  KEPT_COLUMNS,
  type Columns as Kept,
  readColumns,
  SIDES,
  type Side,
} from "./columns.ts";
import { Splitter } from "./Splitter.tsx";

/** Only where it is needed: on a wide screen it is nobody's script to load. */
const Drawer = lazy(() => import("./Drawer.tsx"));
/** The grid of the look: from here on there is a panel, and up to here no outline beside the text. */
const WITH_DRAWER = "(min-width: 47.5rem) and (max-width: 74.99rem)";

interface Props {
  outline: ReactNode;
  panel: ReactNode;
  children: ReactNode;
}

const KEY = { outline: "[", panel: "]" } as const;

export function Columns({ outline, panel, children }: Props) {
  const t = useTranslations("columns");
  const [columns, setColumns] = useState<Kept>(AS_THE_LOOK_HAS_IT);
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => setColumns(readColumns()), []);
  useEffect(() => {
    const room = window.matchMedia(WITH_DRAWER);
    const look = () => setNarrow(room.matches);
    look();
    room.addEventListener("change", look);
    return () => room.removeEventListener("change", look);
  }, []);
  useEffect(() => {
    const open = () => setColumns((now) => unfolded(now, "panel"));
    window.addEventListener(PANEL_WANTED, open);
    return () => window.removeEventListener(PANEL_WANTED, open);
  }, []);
  const keep = (next: Kept) => {
    setColumns(next);
    try {
      localStorage.setItem(KEPT_COLUMNS, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing has them for this page.
    }
  };
  const isFolded = (side: Side) => columns.folded.includes(side);
  const style: Record<string, string> = {};
  for (const side of SIDES) {
    const width = isFolded(side) ? 0 : columns[side];
    if (width !== undefined) style[`--${side}`] = `${width}px`;
  }
  const between = (side: Side) => {
    const fold = () =>
      keep(isFolded(side) ? unfolded(columns, side) : { ...columns, folded: [...columns.folded, side] });
    return (
      <section className={`between of-${side}`} aria-label={t(`between.${side}`)}>
        <button
          type="button"
          className="fold"
          data-key={KEY[side]}
          aria-keyshortcuts={KEY[side]}
          aria-expanded={!isFolded(side)}
          aria-controls={side}
          aria-label={t(side)}
          title={t(side)}
          onClick={fold}
        >
          <Icon name="back" flip />
        </button>
        <Splitter
          side={side}
          label={t(`width.${side}`)}
          width={isFolded(side) ? 0 : (columns[side] ?? null)}
          onWidth={(width) => keep({ ...unfolded(columns, side), [side]: width })}
          onFold={fold}
        />
      </section>
    );
  };
  return (
    <div
      className="cols"
      data-outline={isFolded("outline") ? "folded" : undefined}
      data-panel={isFolded("panel") ? "folded" : undefined}
      style={style as CSSProperties}
    >
      {isNarrow ? (
        <Suspense fallback={null}>
          <Drawer>{outline}</Drawer>
        </Suspense>
      ) : (
        <>
          {outline}
          {between("outline")}
        </>
      )}
      {children}
      {between("panel")}
      {panel}
    </div>
  );
}

function unfolded(columns: Kept, side: Side): Kept {
  return { ...columns, folded: columns.folded.filter((one) => one !== side) };
}

const PANEL_WANTED = "panel-wanted";

/** Whoever chooses a place wants to see what is said there. */
export function wantPanel(): void {
  window.dispatchEvent(new Event(PANEL_WANTED));
}
