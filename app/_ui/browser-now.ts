"use client";
/**
 * The server's time, as far as this browser can tell; what a round allows is judged by the server's own each time.
 * The page says when it was made, and the browser when it began to arrive: a clock that is set wrong here shows in
 * the difference.
 */
import { useEffect, useState } from "react";
import type { Instant } from "#deliberation/ids";

/** Less than this is the way from there to here. */
const TRAVEL_MS = 2_000;

// Once, from the document itself: what is asked for later carries a later time and no moment of arrival.
const AHEAD_MS = aheadOfThisBrowser();

export function browserNow(): Instant {
  return new Date(Date.now() + AHEAD_MS).toISOString() as Instant;
}

function aheadOfThisBrowser(): number {
  if (typeof document === "undefined") return 0;
  const made = Date.parse(document.documentElement.dataset.madeAt ?? "");
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const arrived = arrival === undefined ? Date.now() : performance.timeOrigin + arrival.responseStart;
  const ahead = made - arrived;
  return Number.isNaN(ahead) || Math.abs(ahead) < TRAVEL_MS ? 0 : ahead;
}

const EVERY_MS = 60_000;

/** The moment, to the minute; null until the page is awake, which must first show what the server rendered. */
export function useNow(): Instant | null {
  const [now, setNow] = useState<Instant | null>(null);
  useEffect(() => {
    setNow(browserNow());
    const timer = setInterval(() => setNow(browserNow()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
