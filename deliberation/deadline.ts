/** What to think of before a deadline is fixed. Rule O8 of SPEC.md. */
import { type Holiday, holidayOn, isWeekend } from "./holidays.ts";
import type { Instant } from "./ids.ts";
import { inNewYork } from "./new-york.ts";

/** [O8] Why hardly anybody will be at work in New York at that moment; null on an ordinary working day. */
export function deadlineWarning(closesAt: Instant): Holiday | "weekend" | null {
  const { day } = inNewYork(closesAt);
  return holidayOn(day) ?? (isWeekend(day) ? "weekend" : null);
}
