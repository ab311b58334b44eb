"use client";
/** Whether this screen is live, in honest words. */
import { useFormatter, useTranslations } from "next-intl";
import { useConnection } from "../_live/LiveProvider.tsx";
import { Icon } from "./Stance.tsx";

export function ConnectionChip() {
  const t = useTranslations("connection");
  const format = useFormatter();
  const { phase, since, present } = useConnection();
  return (
    <span className={`conn ${phase}`} role="status" data-connection={phase}>
      <Icon name={phase === "connected" ? "check" : phase === "connecting" ? "send" : "off"} />{" "}
      {t(phase, {
        time: format.dateTime(since, {
          timeStyle: "short",
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        }),
      })}
      {phase === "connected" && present > 0 && (
        <span className="mute online"> {t("present", { count: present })}</span>
      )}
    </span>
  );
}
