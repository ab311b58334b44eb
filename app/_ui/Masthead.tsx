/** The product, the report, and at the end of the line what the page brings. */
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

interface Props {
  report?: { id: string; symbol: string; title: string } | undefined;
  /** Whether the report's name answers to the keys: only where no view among the page's does. */
  keys?: boolean;
  children: ReactNode;
}

export function Masthead({ report, keys = false, children }: Props) {
  const t = useTranslations();
  return (
    <header className="mast-row">
      <a className="name" href="/" data-key="g h" aria-keyshortcuts="g h">
        {t("product")}
      </a>
      {report && (
        <a
          className="sym"
          href={`/reports/${report.id}`}
          {...(keys && { "data-key": "g r", "aria-keyshortcuts": "g r" })}
        >
          <b>
            <bdi translate="no">{report.symbol}</bdi>
          </b>{" "}
          <span lang="zh-Hans">{report.title}</span>
        </a>
      )}
      <div className="end">{children}</div>
    </header>
  );
}
