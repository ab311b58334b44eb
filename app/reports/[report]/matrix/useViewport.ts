"use client";
/** What part of the grid is in sight, in rem and in steps, so that scrolling a little renders nothing anew. */
import { type RefObject, useCallback, useEffect, useState } from "react";

export interface Viewport {
  inline: number;
  block: number;
  inlineSize: number;
  blockSize: number;
}

/** Before it is measured, as on the server: what a large screen shows. */
const FIRST: Viewport = { inline: 0, block: 0, inlineSize: 100, blockSize: 40 };
const STEP = 5;

export function useViewport(frame: RefObject<HTMLElement | null>): {
  viewport: Viewport;
  onScroll: () => void;
} {
  const [viewport, setViewport] = useState(FIRST);
  const measure = useCallback(() => {
    const element = frame.current;
    if (element === null) return;
    const rem = remInPixels();
    const next: Viewport = {
      // In a right-to-left page it runs from zero down.
      inline: stepped(Math.abs(element.scrollLeft) / rem),
      block: stepped(element.scrollTop / rem),
      inlineSize: stepped(element.clientWidth / rem) + STEP,
      blockSize: stepped(element.clientHeight / rem) + STEP,
    };
    setViewport((now) => (same(now, next) ? now : next));
  }, [frame]);
  useEffect(() => {
    measure();
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, measure]);
  return { viewport, onScroll: measure };
}

export function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function stepped(size: number): number {
  return Math.floor(size / STEP) * STEP;
}

function same(one: Viewport, other: Viewport): boolean {
  return (Object.keys(one) as (keyof Viewport)[]).every((key) => one[key] === other[key]);
}
