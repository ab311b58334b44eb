"use client";
/** What stands on every screen, as far as it needs no network. */
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLive } from "../_live/LiveProvider.tsx";
import { ConnectionChip } from "../_ui/ConnectionChip.tsx";
import { Keys } from "../_ui/Keys.tsx";
import { LiveDeadline } from "../_ui/LiveDeadline.tsx";
import { SearchField } from "../_ui/SearchField.tsx";
import { useSeat } from "../_ui/SeatContext.tsx";
import { questionAsked } from "./KeptSearch.tsx";
import type { Kept } from "./Shell.tsx";

export function ShellFrame({ kept, panel, children }: { kept: Kept; panel: boolean; children: ReactNode }) {
  const t = useTranslations();
  const { text, report } = kept;
  const isDemonstration = useLive(({ item }) => item?.demonstration === true);
  return (
    <>
      <nav aria-label={t("skip.label")}>
        <a className="skip" href="#main">
          {t("skip.text")}
        </a>
        {panel && (
          <a className="skip" href="#panel">
            {t("skip.panel")}
          </a>
        )}
      </nav>
      <div className="mast">
        <header className="mast-row">
          <a className="name" href="/" data-key="g h" aria-keyshortcuts="g h">
            {t("product")}
          </a>
          <a className="sym" href={`/reports/${report}`} data-key="g r" aria-keyshortcuts="g r">
            <b>
              <bdi translate="no">{text.symbol}</bdi>
            </b>{" "}
            <span lang="zh-Hans">{text.title}</span>
          </a>
          <div className="end">
            <SearchField report={report} question={questionAsked()} /> <ConnectionChip /> <Acting />
          </div>
        </header>
        <section className="strip" aria-label={t("round.region")}>
          <LiveDeadline /> {isDemonstration && <span className="demo">{t("demonstration.mark")}</span>}
          <nav aria-label={t("nav.views")}>
            <a href={`/reports/${report}`} aria-current={panel ? "page" : undefined}>
              {t("nav.read")}
            </a>
            <a className="narrow" href={`/reports/${report}/search`}>
              {t("search.title")}
            </a>
          </nav>
        </section>
      </div>
      {children}
      <footer className="foot disc">
        <p>
          {isDemonstration && (
            <>
              <span className="demo">{t("demonstration.mark")}</span> {t("demonstration.sentence")}{" "}
            </>
          )}
          {t("withoutPrejudice")}
        </p>
        <Keys />
      </footer>
    </>
  );
}

function Acting() {
  const t = useTranslations();
  const locale = useLocale();
  const { as, delegation } = useSeat();
  const names = useLive((state) =>
    delegation === null ? undefined : state.delegations[delegation]?.names,
  ) as Record<string, string> | undefined;
  return (
    <span className="who">
      {delegation === null ? t("acting.as") : t("acting.for")}{" "}
      <b>
        <bdi>{delegation === null ? t(`capacity.${as}`) : (names?.[locale] ?? names?.en ?? delegation)}</bdi>
      </b>
    </span>
  );
}
