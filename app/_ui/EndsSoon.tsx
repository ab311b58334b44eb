"use client";
/** Two minutes before a sign-in ends by itself: time to stay, in one step (WCAG 2.2.1). */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { holdFor } from "../_live/on-this-device.ts";
import { browserNow } from "./browser-now.ts";
import { Heard } from "./Heard.tsx";
import { goOn } from "./sign-in-stands.ts";

const BEFORE_MS = 120_000;
/** A timer longer than this many milliseconds would ring at once. */
const LONGEST_MS = 2 ** 31 - 1;

export function EndsSoon({ until: given }: { until: string }) {
  const t = useTranslations("signIn");
  const [until, setUntil] = useState(given);
  const [isSoon, setIsSoon] = useState(false);
  useEffect(() => setUntil(given), [given]);
  useEffect(() => {
    setIsSoon(false);
    const left = Date.parse(until) - Date.parse(browserNow());
    if (left <= 0 || left > LONGEST_MS) return;
    const timers = [
      setTimeout(() => setIsSoon(true), Math.max(0, left - BEFORE_MS)),
      // From then on the page asks for a sign-in where one is needed.
      setTimeout(() => setIsSoon(false), left),
    ];
    return () => timers.forEach(clearTimeout);
  }, [until]);
  const stay = async () => {
    const now = await goOn();
    if (now?.standing !== "held") return;
    await holdFor(now);
    setUntil(now.until);
  };
  return (
    <Heard as="div" atOnce className="ends-soon">
      {isSoon && (
        <p>
          {t("endsSoon")}{" "}
          <button type="button" className="btn" onClick={() => void stay()}>
            {t("stay")}
          </button>
        </p>
      )}
    </Heard>
  );
}
