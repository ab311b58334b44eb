"use client";
/**
 * A sign-in that ended while somebody was at work is taken up again in place: the page and the words on it stay.
 * Whatever was taken back is forgotten instead, and another person begins on a page of their own.
 */
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useConnection, useLiveContext } from "../_live/LiveProvider.tsx";
import { forgetHolder, holder } from "../_live/on-this-device.ts";
import { SignInForm } from "../sign-in/SignInForm.tsx";
import { useAnnounce } from "./Announcer.tsx";
import { isLeaving, standing } from "./sign-in-stands.ts";

export function SignInAgain() {
  const t = useTranslations("signIn");
  const announce = useAnnounce();
  const { record, drafts } = useLiveContext();
  const dialog = useRef<HTMLDialogElement>(null);
  const hasEnded = useConnection().phase === "ended";
  useEffect(() => {
    if (hasEnded) void askWhy().then((mayReturn) => mayReturn && dialog.current?.showModal());
  }, [hasEnded]);
  const goOn = async () => {
    const now = await standing();
    if (now?.standing !== "held" || now.person !== holder()?.person) return window.location.assign("/");
    record.rejoin();
    drafts?.tryAgain();
    dialog.current?.close();
    announce(t("again.done"));
  };
  if (!hasEnded) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
        {t("title")}
      </button>
      <dialog className="dlg" ref={dialog} aria-labelledby="sign-in-again">
        <h2 id="sign-in-again">{t("again.title")}</h2>
        <p>{t("again.kept")}</p>
        <SignInForm then={() => void goOn()} />
        <button type="button" className="link" onClick={() => dialog.current?.close()}>
          {t("again.later")}
        </button>
      </dialog>
    </>
  );
}

/** @returns whether the same person may come back; else nothing of theirs stays here. */
async function askWhy(): Promise<boolean> {
  const now = await standing();
  if (isLeaving()) return false;
  if (now?.standing !== "revoked") return true;
  await forgetHolder();
  window.location.assign("/sign-in");
  return false;
}
