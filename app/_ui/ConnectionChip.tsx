"use client";
/** Whether this screen is live, as of when it is not, and what waits on this device: in honest words. */
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useConnection, useWaiting } from "../_live/LiveProvider.tsx";
import type { Connection } from "../_live/live-record.ts";
import { useAnnounce } from "./Announcer.tsx";
import { SeatChanged } from "./SeatChanged.tsx";
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
  useLossHeard(phase, waiting, t(`connection.${said}`, { time: sinceWhen(asOf) }));
  return (
    <>
      <span className={`conn ${phase}`} data-connection={phase}>
        <Icon
          name={isLive ? "check" : phase === "connecting" ? "send" : "off"}
          flip={phase === "connecting"}
        />{" "}
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
      <SeatChanged />
    </>
  );
}

/** A connection that is back within this time was never missed. */
const LOST_AFTER_MS = 2_000;

/**
 * [E12] Says that the connection was lost, once, and that it is back; interrupts whoever is writing. Who else is there
 * is never said.
 */
function useLossHeard(phase: Connection["phase"], waiting: number, words: string): void {
  const t = useTranslations();
  const say = useAnnounce();
  const latest = useRef({ words, waiting });
  latest.current = { words, waiting };
  const [wasLive, lossSaid] = [useRef(false), useRef(false)];
  useEffect(() => {
    if (phase === "connected") {
      wasLive.current = true;
      if (lossSaid.current) say(t("announced.again"));
      lossSaid.current = false;
      return;
    }
    if (!wasLive.current || lossSaid.current) return;
    const tell = () => {
      lossSaid.current = true;
      const isWriting = document.activeElement?.matches("textarea") || latest.current.waiting > 0;
      if (isWriting) say(t("saving.device-only"), "assertive");
      else say(latest.current.words);
    };
    const timer = setTimeout(tell, LOST_AFTER_MS);
    return () => clearTimeout(timer);
  }, [phase, say, t, wasLive, lossSaid]);
}
