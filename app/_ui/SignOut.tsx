"use client";
import { signOut } from "next-auth/react";
/** Ends the sign-in for good: its row is revoked, then the cookie is dropped. */
import { useTranslations } from "next-intl";

export function SignOut() {
  const t = useTranslations("signIn");
  const end = async () => {
    await fetch("/api/v1/sign-in", { method: "DELETE" });
    await signOut({ callbackUrl: "/sign-in" });
  };
  return (
    <button type="button" className="link" onClick={end}>
      {t("out")}
    </button>
  );
}
