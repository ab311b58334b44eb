"use client";
import { useTranslations } from "next-intl";

/** What is wrong, in the reader's language: of a list, or the record's own refusal. */
export function useFaultWords(): (fault: string) => string {
  const t = useTranslations();
  return (fault) => {
    if (t.has(`lists.fault.${fault}` as never)) return t(`lists.fault.${fault}` as never);
    return t.has(`refusal.${fault}` as never) ? t(`refusal.${fault}` as never) : t("refusal.internal");
  };
}
