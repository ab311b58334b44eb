"use client";
/** A password, shown when asked for; password managers and pasting are welcome. */
import { useTranslations } from "next-intl";
import { useState } from "react";

interface Props {
  autoComplete: "current-password" | "new-password";
  /** What it has to be like. */
  hint?: string | undefined;
}

export function PasswordField({ autoComplete, hint }: Props) {
  const t = useTranslations("signIn");
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor="password">{t("password")}</label>
      <input
        id="password"
        name="password"
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        required
        dir="ltr"
        aria-describedby={hint === undefined ? undefined : "password-hint"}
      />
      {hint !== undefined && (
        <span className="help" id="password-hint">
          {hint}
        </span>
      )}
      <label className="check">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> {t("show")}
      </label>
    </div>
  );
}
