"use client";
/** Says as of when the matrix is, once it was live and no longer is. */
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useConnection } from "../../../_live/LiveProvider.tsx";
import { Heard } from "../../../_ui/Heard.tsx";

export function NotLive() {
  const t = useTranslations("matrix");
  const format = useFormatter();
  const { phase, since } = useConnection();
  const [wasLive, setWasLive] = useState(false);
  useEffect(() => {
    if (phase === "connected") setWasLive(true);
  }, [phase]);
  if (!wasLive || phase === "connected") return null;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Heard atOnce className="banner">
      {t("notLive", { time: format.dateTime(since, { timeStyle: "short", timeZone }) })}
    </Heard>
  );
}
