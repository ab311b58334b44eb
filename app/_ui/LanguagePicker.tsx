"use client";
/** The six languages, each by its own name. */
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LANGUAGE_COOKIE, LANGUAGES, langTag } from "../_i18n/languages.ts";

const YEAR_SECONDS = 365 * 24 * 3600;

export function LanguagePicker() {
  const t = useTranslations("language");
  const locale = useLocale();
  const router = useRouter();
  const choose = (language: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    router.refresh();
  };
  return (
    <select
      className="lang"
      aria-label={t("label")}
      value={locale}
      onChange={(event) => choose(event.target.value)}
    >
      {Object.entries(LANGUAGES).map(([language, name]) => (
        <option key={language} value={language} lang={langTag(language)}>
          {name}
        </option>
      ))}
    </select>
  );
}
