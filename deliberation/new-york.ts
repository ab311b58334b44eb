/** New York's calendar and clock, by which the Assembly at Headquarters keeps its deadlines. */
import type { Instant } from "./ids.ts";

const WALL = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** @returns `2026-11-27` and `18:00` there. */
export function inNewYork(at: Instant): { day: string; time: string } {
  const parts = WALL.formatToParts(new Date(at));
  const of = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? "";
  return { day: `${of("year")}-${of("month")}-${of("day")}`, time: `${of("hour")}:${of("minute")}` };
}

/**
 * The moment when it is `time` (`18:00`) on `day` (`2026-11-27`) there; null for what is no day, no time, or an hour
 * left out when the clocks go forward. Of an hour that comes twice in autumn, the first.
 */
export function instantInNewYork(day: string, time: string): Instant | null {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  // West of Greenwich by four or five hours; daylight time first.
  for (const hours of [4, 5]) {
    const at = new Date(asUtc + hours * 3_600_000).toISOString() as Instant;
    const wall = inNewYork(at);
    if (wall.day === day && wall.time === time) return at;
  }
  return null;
}
