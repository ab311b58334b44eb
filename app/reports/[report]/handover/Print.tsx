"use client";
import { useTranslations } from "next-intl";

export function Print() {
  const t = useTranslations("handover");
  return (
    <button type="button" className="btn" onClick={() => window.print()}>
      {t("print")}
    </button>
  );
}
