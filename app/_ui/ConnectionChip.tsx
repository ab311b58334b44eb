"use client";
/** Whether this screen is live, as of when it is not, and what waits on this device: in honest words. */
import { useTranslations } from "next-intl";
import { useConnection, useWaiting } from "../_live/LiveProvider.tsx";
import { SignInAgain } from "./SignInAgain.tsx";
import { Icon } from "./Stance.tsx";
import { useSinceWhen } from "./since-when.ts";

export function ConnectionChip() {
  const t = useTranslations();
  const sinceWhen = useSinceWhen();
  const { phase, asOf, again, present } = useConnection();
  const waiting = useWaiting();
  const isLive = phase === "connected";
  const said = phase === "connecting" && again ? "reconnecting" : phase;
  return (
    <>
      <span className={`conn ${phase}`} role="status" data-connection={phase}>
        <Icon name={isLive ? "check" : phase === "connecting" ? "send" : "off"} />{" "}
        <span>
          {t(`connection.${said}`, { time: sinceWhen(asOf) })}
          {!isLive && waiting > 0 && (
            <b> {`${t("saving.device-only")} ${t("connection.waiting", { count: waiting })}`}</b>
          )}
          {isLive && present > 0 && (
            <span className="mute online"> {t("connection.present", { count: present })}</span>
          )}
        </span>
      </span>
      <SignInAgain />
    </>
  );
}
