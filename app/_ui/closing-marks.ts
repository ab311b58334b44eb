/** How long before a round closes this is said aloud: a day, an hour, a quarter, five minutes, one. */
const MARKS_MS = [24 * 60, 60, 15, 5, 1].map((minutes) => minutes * 60_000);

/** @param left milliseconds until the deadline. @returns how long until the next mark; null when none is left. */
export function untilNextMark(left: number): number | null {
  const next = MARKS_MS.find((mark) => mark < left);
  return next === undefined ? null : left - next;
}
