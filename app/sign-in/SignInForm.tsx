"use client";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { PasswordField } from "../_ui/PasswordField.tsx";

/** @param then where to go on, or what to do where the page stays. */
export function SignInForm({ then }: { then: string | (() => void) }) {
  const t = useTranslations("signIn");
  const [failed, setFailed] = useState<"wrong" | "too-many" | "offline" | null>(null);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failed !== null) summary.current?.focus();
  }, [failed]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailed(null);
    try {
      const answer = await signIn("credentials", {
        email: String(form.get("email")),
        password: String(form.get("password")),
        redirect: false,
      });
      if (answer?.ok) return typeof then === "string" ? window.location.assign(then) : then();
      setFailed(answer?.error === "too-many" ? "too-many" : "wrong");
    } catch {
      setFailed("offline");
    }
    setBusy(false);
  };

  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      {failed !== null && (
        <div className="errsum" ref={summary} tabIndex={-1} role="alert">
          <b>{t("failed")}</b> {t(`failure.${failed}`)}
        </div>
      )}
      <div className="field">
        <label htmlFor="email">{t("email")}</label>
        <input id="email" name="email" type="email" autoComplete="username" required dir="ltr" />
      </div>
      <PasswordField autoComplete="current-password" />
      <button type="submit" className="btn pri" aria-disabled={busy}>
        {t("submit")}
      </button>
    </form>
  );
}
