/** The six languages of the interface: the reader's own, in a cookie, never part of an address. */
export const LANGUAGES = {
  ar: "العربية",
  zh: "中文",
  en: "English",
  fr: "Français",
  ru: "Русский",
  es: "Español",
} as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_COOKIE = "language";

export function isLanguage(value: string | undefined): value is Language {
  return value !== undefined && Object.hasOwn(LANGUAGES, value);
}

/** The first language of an Accept-Language header that the interface speaks. */
export function preferred(header: string | null): Language {
  const asked = (header ?? "")
    .split(",")
    .map((part) => part.split(";", 1)[0]?.trim().slice(0, 2).toLowerCase());
  return asked.find((tag): tag is Language => isLanguage(tag)) ?? "en";
}

/** What `lang` of a text says: the Chinese of the United Nations is written in simplified characters. */
export function langTag(language: string): string {
  return language === "zh" ? "zh-Hans" : language;
}

export function directionOf(language: string): "rtl" | "ltr" {
  return language === "ar" ? "rtl" : "ltr";
}
