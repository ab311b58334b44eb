"use client";
/** A round's deadline: New York first, then the reader's own time once the browser knows it. */
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";

export function Deadline({
  number,
  closesAt,
  closedAt,
  extended = false,
}: {
  number: string;
  closesAt: string;
  closedAt: string | null;
  extended?: boolean;
}) {
  const [t, mark] = [useTranslations("round"), useTranslations("rounds")];
  const format = useFormatter();
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const closes = new Date(closesAt);
  const over = closedAt !== null || (now !== null && now >= closes);
  const newYork = format.dateTime(new Date(closedAt ?? closesAt), {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (
    <>
      <span>
        <b>{t(over ? "closed" : "open", { number })}</b>
        {extended && !over && <span className="lg"> · {mark("extendedMark")}</span>}
      </span>{" "}
      <span>
        <time dateTime={closedAt ?? closesAt}>{t(over ? "closedAt" : "closesAt", { time: newYork })}</time>
      </span>{" "}
      {now !== null && !over && (
        <span className="lg">
          {t("local", {
            time: format.dateTime(closes, {
              weekday: "short",
              hour: "2-digit",
              minute: "2-digit",
              timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            }),
          })}{" "}
          · {format.relativeTime(closes, now)}
        </span>
      )}
    </>
  );
}
