/** Which part of a long list is shown, and the way to the parts beside it. */
import { getTranslations } from "next-intl/server";

interface Props {
  path: string;
  /** What was asked for besides. */
  asked: Record<string, string | undefined>;
  page: number;
  pages: number;
}

export async function Window({ path, asked, page, pages }: Props) {
  const t = await getTranslations("people");
  if (pages === 1) return null;
  const to = (n: number) => {
    const given = Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : []));
    return `${path}?${new URLSearchParams([...given, ["page", String(n)]] as [string, string][])}`;
  };
  return (
    <nav aria-label={t("pages")} className="acts">
      {page > 1 && (
        <a className="btn" href={to(page - 1)} rel="prev">
          {t("earlierPage")}
        </a>
      )}{" "}
      <span>{t("pageOf", { page, pages })}</span>{" "}
      {page < pages && (
        <a className="btn" href={to(page + 1)} rel="next">
          {t("laterPage")}
        </a>
      )}
    </nav>
  );
}
