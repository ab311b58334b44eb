"use client";
/** The line between two columns: moved by arrows, Home and End, folded by Enter, or dragged. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { NARROWEST, type Side, WIDEST, within } from "./columns.ts";

interface Props {
  side: Side;
  label: string;
  /** Null as the look has it; 0 when folded. */
  width: number | null;
  onWidth: (width: number) => void;
  onFold: () => void;
}

const STEP_PX = 16;

export function Splitter({ side, label, width, onWidth, onFold }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const now = () =>
    width || (document.getElementById(side)?.getBoundingClientRect().width ?? NARROWEST[side]);
  // As the look has it, it is known once the page is laid out.
  const [measured, setMeasured] = useState<number>(NARROWEST[side]);
  useEffect(() => {
    const { width: laidOut } = document.getElementById(side)?.getBoundingClientRect() ?? {};
    if (laidOut) setMeasured(Math.round(laidOut));
  }, [side]);
  /** +1 when going right makes it wider. */
  const rightWidens = () => {
    const isRtl = getComputedStyle(document.documentElement).direction === "rtl";
    return (side === "outline") === !isRtl ? 1 : -1;
  };
  const widthAfter = (key: string): number | null => {
    switch (key) {
      case "ArrowRight":
        return now() + STEP_PX * rightWidens();
      case "ArrowLeft":
        return now() - STEP_PX * rightWidens();
      case "Home":
        return NARROWEST[side];
      case "End":
        return WIDEST[side];
      default:
        return null;
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = widthAfter(event.key);
    if (next === null && event.key !== "Enter") return;
    event.preventDefault();
    if (next === null) onFold();
    else onWidth(within(side, next));
  };
  const onDown = (event: PointerEvent) => {
    const [from, began] = [event.clientX, now()];
    event.preventDefault();
    line.current?.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) =>
      onWidth(within(side, began + (clientX - from) * rightWidens()));
    const up = () => {
      line.current?.removeEventListener("pointermove", move);
      line.current?.removeEventListener("pointerup", up);
    };
    line.current?.addEventListener("pointermove", move);
    line.current?.addEventListener("pointerup", up);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that is moved is no thematic break.
    <div
      ref={line}
      className="line"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={side}
      aria-valuemin={0}
      aria-valuemax={WIDEST[side]}
      aria-valuenow={width ?? measured}
      tabIndex={0}
      onKeyDown={onKey}
      onPointerDown={onDown}
      onDoubleClick={onFold}
    />
  );
}
