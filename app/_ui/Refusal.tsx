"use client";
/** What happened, what is kept, what to do: a refusal by its code. */
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

export function RefusalNotice({ code }: { code: string }) {
  const t = useTranslations("refusal");
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again.
  useEffect(() => box.current?.focus(), [code]);
  return (
    <div className="errsum" role="alert" tabIndex={-1} ref={box}>
      <b>{t("title")}</b> {t.has(code) ? t(code) : t("internal")} {t("kept")}
    </div>
  );
}
