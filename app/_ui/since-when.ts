"use client";
/** A moment that is past, in the reader's own time: its hour, and its day when that is not today. */
import { useFormatter } from "next-intl";

export function useSinceWhen(): (when: Date) => string {
  const format = useFormatter();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (when) => {
    const isToday = when.toDateString() === new Date().toDateString();
    return format.dateTime(when, {
      timeStyle: "short",
      timeZone,
      ...(isToday ? {} : { dateStyle: "medium" }),
    });
  };
}
