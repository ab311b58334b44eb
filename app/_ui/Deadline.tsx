"use client";
/** A round's deadline: New York first, then the reader's own time once the browser knows it. */
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { browserNow } from "./browser-now.ts";

export function Deadline({
  number,
  closesAt,
  closedAt,
  extended = false,
  unattributed = false,
}: {
  number: string;
  closesAt: string;
  closedAt: string | null;
  extended?: boolean;
  /** [Q6] Said wherever its deadline is. */
  unattributed?: boolean;
}) {
  const [t, mark, quiet] = [
    useTranslations("round"),
    useTranslations("rounds"),
    useTranslations("unattributed"),
  ];
  const format = useFormatter();
  const now = useNowUntil(closesAt);
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
        {unattributed && !over && <> · {quiet("title")}</>}
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
          ·{" "}
          <span role="timer" aria-live="off">
            {format.relativeTime(closes, now)}
          </span>
        </span>
      )}
    </>
  );
}

/** The last minutes are counted by the second, all before them twice a minute. */
const LAST_MS = 10 * 60_000;

/** The server's time, once the browser is awake; also right after the machine slept. */
export function useNowUntil(closesAt: string): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      clearTimeout(timer);
      const at = new Date(browserNow());
      setNow(at);
      const left = Date.parse(closesAt) - at.getTime();
      timer = setTimeout(tick, left > 0 && left <= LAST_MS ? 1_000 : 30_000);
    };
    tick();
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [closesAt]);
  return now;
}
