/** What narrows the outline: a form, so that the choice stands in the address. Without a network the device answers it. */
import { useTranslations } from "next-intl";
import { OUTLINE_FILTERS, type OutlineFilter } from "#deliberation/outline-filter";

interface Props {
  report: string;
  show: readonly OutlineFilter[];
  text: string;
  /** Whether somebody of a delegation looks: the others have no position of their own. */
  delegated: boolean;
  /** How many paragraphs are left; null when nothing was chosen. */
  kept: number | null;
}

export function OutlineFilters({ report, show, text, delegated, kept }: Props) {
  const t = useTranslations("unread");
  const offered = OUTLINE_FILTERS.filter((one) => delegated || one !== "no-position");
  return (
    <details className="out-filters" open={kept !== null}>
      <summary>{t("filter")}</summary>
      <form action={`/reports/${report}`}>
        {offered.map((one) => (
          <label key={one}>
            <input type="checkbox" name="show" value={one} defaultChecked={show.includes(one)} />{" "}
            {t(`show.${one}`)}
          </label>
        ))}
        <label className="words">
          {t("words")} <input type="search" name="text" defaultValue={text} maxLength={100} />
        </label>
        <button type="submit" className="btn">
          {t("apply")}
        </button>
      </form>
      {kept !== null && (
        <p>
          {t("kept", { count: kept })} <a href={`/reports/${report}`}>{t("clear")}</a>
        </p>
      )}
    </details>
  );
}
