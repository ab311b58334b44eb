"use client";
/** What stands on every screen, as far as it needs no network. */
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLive } from "../_live/LiveProvider.tsx";
import { ConnectionChip } from "../_ui/ConnectionChip.tsx";
import { Foot } from "../_ui/Foot.tsx";
import { Keys } from "../_ui/Keys.tsx";
import { LiveDeadline } from "../_ui/LiveDeadline.tsx";
import { Masthead } from "../_ui/Masthead.tsx";
import { SearchField } from "../_ui/SearchField.tsx";
import { useSeat } from "../_ui/SeatContext.tsx";
import { SkipLinks } from "../_ui/SkipLinks.tsx";
import { questionAsked } from "./KeptSearch.tsx";
import type { Kept } from "./Shell.tsx";

export function ShellFrame({ kept, panel, children }: { kept: Kept; panel: boolean; children: ReactNode }) {
  const t = useTranslations();
  const { text, report } = kept;
  const isDemonstration = useLive(({ item }) => item?.demonstration === true);
  return (
    <>
      <SkipLinks panel={panel} />
      <div className="mast">
        <Masthead report={{ id: report, symbol: text.symbol, title: text.title }} keys>
          <SearchField report={report} question={questionAsked()} /> <ConnectionChip /> <Acting />
        </Masthead>
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
      <Foot demonstration={isDemonstration}>
        <Keys />
      </Foot>
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
