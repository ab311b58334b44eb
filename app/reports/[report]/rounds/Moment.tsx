"use client";
/** A moment in UTC, in New York and, once the browser knows it, in the reader's own time. */
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const SHORT = { weekday: "short", hour: "2-digit", minute: "2-digit" } as const;

export function Moment({ at }: { at: string }) {
  const t = useTranslations("rounds");
  const format = useFormatter();
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const date = new Date(at);
  return (
    <time dateTime={at} className="moment">
      <span>
        {t("utc", {
          time: format.dateTime(date, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" }),
        })}
      </span>{" "}
      <span className="small mute">
        {t("newYork", { time: format.dateTime(date, SHORT) })}
        {zone !== null && ` · ${t("local", { time: format.dateTime(date, { ...SHORT, timeZone: zone }) })}`}
      </span>
    </time>
  );
}
