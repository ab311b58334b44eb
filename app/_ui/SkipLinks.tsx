/** For whoever moves by keyboard: past the masthead to what the page is about. */
import { useTranslations } from "next-intl";

/** @param panel whether there is a panel beside the text to skip to. */
export function SkipLinks({ panel }: { panel: boolean }) {
  const t = useTranslations("skip");
  return (
    <nav aria-label={t("label")}>
      <a className="skip" href="#main">
        {t("text")}
      </a>
      {panel && (
        <a className="skip" href="#panel">
          {t("panel")}
        </a>
      )}
    </nav>
  );
}
