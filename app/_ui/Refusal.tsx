"use client";
/** What happened, what is kept, what to do: a refusal by its code. */
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** @param draft whether the words refused are a draft, which is kept. */
export function RefusalNotice({ code, draft = true }: { code: string; draft?: boolean }) {
  const t = useTranslations("refusal");
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again.
  useEffect(() => box.current?.focus(), [code]);
  return (
    <div className="errsum" role="alert" tabIndex={-1} ref={box}>
      <b>{t("title")}</b> {t.has(code) ? t(code) : t("internal")} {draft && t("kept")}
    </div>
  );
}
