"use client";
/** What is wrong with a form, together and first; each leads to its field. */
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** @param faults the id of a field → what is wrong with it. */
export function Faults({ faults }: { faults: Record<string, string> }) {
  const t = useTranslations("rounds");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length > 0) box.current?.focus();
  }, [faults]);
  if (Object.keys(faults).length === 0) return null;
  return (
    <div className="errsum" role="alert" tabIndex={-1} ref={box}>
      <b>{t("fault.title")}</b>
      <ul>
        {Object.entries(faults).map(([field, fault]) => (
          <li key={field}>
            <a href={`#${field}`}>{t(`fault.${fault}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
