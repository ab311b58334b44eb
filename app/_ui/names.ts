"use client";
/** Names of delegations in the reader's language, from the record. */
import { useLocale } from "next-intl";
import { useRecordState } from "../_live/LiveProvider.tsx";

export function useNames(): (key: string) => string {
  const locale = useLocale();
  const { delegations } = useRecordState();
  return (key) => {
    const names: Record<string, string> = delegations[key]?.names ?? {};
    return names[locale] ?? names.en ?? key;
  };
}
