"use client";
/** Which notices a person wants, how often by e-mail and in which language; none is one click away. */
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { LANGUAGES } from "../_i18n/languages.ts";
import { Heard } from "../_ui/Heard.tsx";

interface Settings {
  scope: string;
  frequency: string;
  lang: string;
  heard: string;
}

const SCOPES = ["concerns", "all", "none"] as const;
const FREQUENCIES = ["daily", "weekly", "never"] as const;

export function NoticeSettings({ settings }: { settings: Settings }) {
  const t = useTranslations("notices");
  const [said, setSaid] = useState<"saved" | "failed" | null>(null);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = JSON.stringify(Object.fromEntries(new FormData(event.currentTarget)));
    setSaid(null);
    fetch("/api/v1/notices", { method: "PUT", headers: { "content-type": "application/json" }, body })
      .then((answer) => setSaid(answer.ok ? "saved" : "failed"))
      .catch(() => setSaid("failed"));
  };
  return (
    <form onSubmit={save} className="notice-settings" aria-labelledby="settings">
      <h2 id="settings">{t("settings")}</h2>
      <fieldset>
        <legend>{t("which")}</legend>
        {SCOPES.map((scope) => (
          <label key={scope}>
            <input type="radio" name="scope" value={scope} defaultChecked={settings.scope === scope} />{" "}
            {t(`scope.${scope}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("heard")}</legend>
        {SCOPES.map((scope) => (
          <label key={scope}>
            <input type="radio" name="heard" value={scope} defaultChecked={settings.heard === scope} />{" "}
            {t(`hears.${scope}`)}
          </label>
        ))}
        <p className="small mute">{t("heardAlways")}</p>
      </fieldset>
      <fieldset>
        <legend>{t("email")}</legend>
        {FREQUENCIES.map((frequency) => (
          <label key={frequency}>
            <input
              type="radio"
              name="frequency"
              value={frequency}
              defaultChecked={settings.frequency === frequency}
            />{" "}
            {t(`frequency.${frequency}`)}
          </label>
        ))}
      </fieldset>
      <p>
        <label>
          {t("lang")}{" "}
          <select name="lang" defaultValue={settings.lang}>
            {Object.entries(LANGUAGES).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p className="small mute">{t("carries")}</p>
      <p className="acts">
        <button type="submit" className="btn pri">
          {t("save")}
        </button>{" "}
        <Heard as="span">{said !== null && t(said)}</Heard>
      </p>
    </form>
  );
}
