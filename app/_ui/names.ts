"use client";
/** Names of delegations in the reader's language, from the record. */
import { useLocale, useTranslations } from "next-intl";
import { useRecordState } from "../_live/LiveProvider.tsx";

export function useNames(): (key: string) => string {
  const locale = useLocale();
  const { delegations } = useRecordState();
  return (key) => {
    const names: Record<string, string> = delegations[key]?.names ?? {};
    return names[locale] ?? names.en ?? key;
  };
}

/** [Q6] Of words that may be nobody's. */
export function useAuthors(): (key: string | null) => string {
  const [name, t] = [useNames(), useTranslations("unattributed")];
  return (key) => (key === null ? t("title") : name(key));
}
