"use client";
/** Ends the sign-in for good: its row is revoked, then the cookie is dropped. Words that were not sent are asked about. */
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hasUnsent } from "../_live/unsent-words.ts";
import { KEYS_KEPT, KEYS_OFF } from "./keys.ts";

export function SignOut() {
  const t = useTranslations("signIn");
  const [failed, setFailed] = useState(false);
  const end = async () => {
    if (hasUnsent() && !window.confirm(t("unsent"))) return;
    try {
      const preferred = preferences();
      await fetch("/api/v1/sign-in", { method: "DELETE" });
      // The server had the device forget all it kept; how it is worked by hand is nobody's secret.
      for (const [name, value] of preferred) localStorage.setItem(name, value);
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

const PREFERENCES = [KEYS_KEPT, KEYS_OFF, "columns"];

function preferences(): [string, string][] {
  return PREFERENCES.flatMap((name): [string, string][] => {
    const value = localStorage.getItem(name);
    return value === null ? [] : [[name, value]];
  });
}
