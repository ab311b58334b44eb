"use client";
/** Ends the sign-in for good: its row is revoked, then the cookie is dropped. Words that were not sent are asked about. */
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hasUnsent } from "../_live/unsent-words.ts";
import { Heard } from "./Heard.tsx";
import { KEYS_KEPT, KEYS_OFF } from "./keys.ts";
import { leave } from "./sign-in-stands.ts";

export function SignOut() {
  const t = useTranslations("signIn");
  const [failed, setFailed] = useState(false);
  const end = async () => {
    if (hasUnsent() && !window.confirm(t("unsent"))) return;
    leave(true);
    try {
      const preferred = preferences();
      await fetch("/api/v1/sign-in", { method: "DELETE" });
      // The server had the device forget all it kept; how it is worked by hand is nobody's secret.
      for (const [name, value] of preferred) localStorage.setItem(name, value);
      await signOut({ callbackUrl: "/sign-in" });
    } catch {
      leave(false);
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="link" onClick={end}>
        {t("out")}
      </button>
      <Heard as="span">{failed && t("outOffline")}</Heard>
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
