"use client";
/** Ends the sign-in for good: its row is revoked, then the cookie is dropped. Words that were not sent are asked about. */
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hasUnsent } from "../_live/unsent-words.ts";

export function SignOut() {
  const t = useTranslations("signIn");
  const [failed, setFailed] = useState(false);
  const end = async () => {
    if (hasUnsent() && !window.confirm(t("unsent"))) return;
    try {
      await fetch("/api/v1/sign-in", { method: "DELETE" });
      await signOut({ callbackUrl: "/sign-in" });
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="link" onClick={end}>
        {t("out")}
      </button>
      <span role="alert">{failed && t("outOffline")}</span>
    </>
  );
}
