"use client";
/** The reason for what is decided about a round, and its language. */
import { useTranslations } from "next-intl";
import { LANGUAGES } from "../../../_i18n/languages.ts";

export interface Reason {
  reason: string;
  lang: string;
}

interface Props {
  name: string;
  value: Reason;
  onChange: (value: Reason) => void;
}

export function ReasonFields({ name, value, onChange }: Props) {
  const t = useTranslations("rounds");
  return (
    <>
      <label className="field">
        <span>{t("reason")}</span>
        <textarea
          id={`${name}-reason`}
          value={value.reason}
          lang={value.lang}
          dir="auto"
          onChange={(event) => onChange({ ...value, reason: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{t("reasonLang")}</span>
        <select value={value.lang} onChange={(event) => onChange({ ...value, lang: event.target.value })}>
          {Object.entries(LANGUAGES).map(([code, endonym]) => (
            <option key={code} value={code} lang={code}>
              {endonym}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
