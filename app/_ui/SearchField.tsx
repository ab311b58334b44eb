/** Where words are looked for in a report and in what was said of it, on every screen. */
import { useTranslations } from "next-intl";

export function SearchField({ report, question }: { report: string; question: string }) {
  const t = useTranslations();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not known to every browser yet.
    <form role="search" action={`/reports/${report}/search`}>
      <input
        type="search"
        name="q"
        className="find"
        defaultValue={question}
        placeholder={t("search.title")}
        aria-label={t("search.label")}
        aria-keyshortcuts="/"
        data-key="/"
      />
    </form>
  );
}
