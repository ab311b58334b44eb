"use client";
/** What a draft is called: its kind and what it is about. */
import { useTranslations } from "next-intl";

const KINDS = [
  "position",
  "comment",
  "correction",
  "reply",
  "alignment",
  "dissociation",
  "association",
  "statement",
  "confirmation",
  "participation",
] as const;

/** @returns of a draft and its place; "" is the report as a whole, null no place of its own. */
export function useDraftName(): (draft: string, about: string | null) => string {
  const t = useTranslations("turn");
  return (draft, about) => {
    const kind = KINDS.find((name) => draft.startsWith(`${name}.`)) ?? "other";
    return t(`drafts.${kind}`, {
      about: about === "" || about === null ? t("theReport") : about,
    });
  };
}
