"use client";
/** Whoever has a link and cannot open it from the e-mail puts it in here. */
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Heard } from "../_ui/Heard.tsx";

export function PastedInvitation() {
  const t = useTranslations("invitation");
  const [wrong, setWrong] = useState(false);
  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const link = String(new FormData(event.currentTarget).get("link"));
    // The whole link, or what stands behind its last stroke.
    const [token = ""] = link.trim().split("/").slice(-1);
    if (!/^[\w-]{20,100}$/.test(token)) return setWrong(true);
    window.location.assign(`/invitation/${token}`);
  };
  return (
    <form onSubmit={open} noValidate>
      <p>{t("paste")}</p>
      {wrong && (
        <Heard refused className="err">
          {t("pasteWrong")}
        </Heard>
      )}
      <div className="field">
        <label htmlFor="invitation-link">{t("link")}</label>
        <input id="invitation-link" name="link" dir="ltr" autoComplete="off" />
      </div>
      <button type="submit" className="btn">
        {t("open")}
      </button>
    </form>
  );
}
