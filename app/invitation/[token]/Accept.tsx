"use client";
/** A newcomer sets a name and a password; whoever has an account gives its password. Nothing here tells which it is. */
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { firstFault } from "../../_ui/ActDialog.tsx";
import { Heard } from "../../_ui/Heard.tsx";
import { PasswordField } from "../../_ui/PasswordField.tsx";
import { RefusalNotice } from "../../_ui/Refusal.tsx";
import { post } from "../../_ui/submit.ts";

const WAYS = ["newcomer", "account"] as const;

export function Accept({ token, email }: { token: string; email: string }) {
  const t = useTranslations();
  const [as, setAs] = useState<(typeof WAYS)[number]>("newcomer");
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const accept = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefused(null);
    const fault = firstFault(event.currentTarget);
    setMissing(fault);
    if (fault !== null || busy) return;
    setBusy(true);
    // Read from the form: a password manager may have filled it before this page was awake.
    const given = new FormData(event.currentTarget);
    const [name, password] = [String(given.get("name") ?? ""), String(given.get("password"))];
    const who = as === "newcomer" ? { as, name, password } : { as, password };
    const answer = await post("/api/v1/invitations/acceptance", { token, who });
    if ("code" in answer) {
      setBusy(false);
      return setRefused(answer.code);
    }
    const signed = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    window.location.assign(signed?.ok ? "/" : "/sign-in");
  };
  return (
    <form className="sign-in" onSubmit={accept} noValidate>
      <fieldset>
        <legend>{t("invitation.who")}</legend>
        {WAYS.map((one) => (
          <label className="check" key={one}>
            <input type="radio" name="as" checked={as === one} onChange={() => setAs(one)} />{" "}
            {t(`invitation.way.${one}`)}
          </label>
        ))}
      </fieldset>
      {missing !== null && (
        <Heard refused className="err">
          {t("people.missing", { field: missing })}
        </Heard>
      )}
      {refused !== null &&
        (refused === "not-signed-in" ? (
          <Heard as="div" refused className="errsum">
            <b>{t("signIn.failed")}</b> {t("signIn.failure.wrong")}
          </Heard>
        ) : (
          <RefusalNotice code={refused} draft={false} />
        ))}
      <div className="field">
        <label htmlFor="email">{t("signIn.email")}</label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          readOnly
          value={email}
          dir="ltr"
        />
      </div>
      {as === "newcomer" && (
        <div className="field">
          <label htmlFor="name">{t("invitation.name")}</label>
          <input
            id="name"
            name="name"
            autoComplete="name"
            required
            maxLength={200}
            dir="auto"
            aria-describedby="name-hint"
          />
          <span className="help" id="name-hint">
            {t("invitation.nameHint")}
          </span>
        </div>
      )}
      <PasswordField
        autoComplete={as === "newcomer" ? "new-password" : "current-password"}
        hint={as === "newcomer" ? t("invitation.passwordHint") : undefined}
      />
      <button type="submit" className="btn pri" aria-disabled={busy}>
        {t("invitation.accept")}
      </button>
    </form>
  );
}
