/** The sentence of what this is not, on every screen, and that its words are invented where they are. */
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export function Foot({ demonstration, children }: { demonstration: boolean; children?: ReactNode }) {
  const t = useTranslations();
  return (
    <footer className="foot disc">
      <p>
        {demonstration && (
          <>
            <span className="demo">{t("demonstration.mark")}</span> {t("demonstration.sentence")}{" "}
          </>
        )}
        {t("withoutPrejudice")}
      </p>
      {children}
    </footer>
  );
}
