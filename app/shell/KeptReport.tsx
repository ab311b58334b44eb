"use client";
/** A report from what this device keeps: read, drafted and folded on from there as soon as there is a network. */
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { outlineAsked, outlineKeeps } from "#deliberation/outline-filter";
import { LiveProvider, useConnection, useLive, useRecordState } from "../_live/LiveProvider.tsx";
import { useUnread } from "../_live/unread.tsx";
import { ArrivalsHeard } from "../_ui/ArrivalsHeard.tsx";
import { SeatProvider } from "../_ui/SeatContext.tsx";
import { Icon } from "../_ui/Stance.tsx";
import { useSinceWhen } from "../_ui/since-when.ts";
import { BottomBar } from "../reports/[report]/_panel/BottomBar.tsx";
import { Chooser } from "../reports/[report]/_panel/Chooser.tsx";
import { Columns } from "../reports/[report]/_panel/Columns.tsx";
import { Outline } from "../reports/[report]/_panel/Outline.tsx";
import { OutlineFilters } from "../reports/[report]/_panel/OutlineFilters.tsx";
import { outlineSections } from "../reports/[report]/_panel/outline-sections.ts";
import { Panel } from "../reports/[report]/_panel/Panel.tsx";
import { PlacePanel } from "../reports/[report]/_panel/PlacePanel.tsx";
import { Queue } from "../reports/[report]/_panel/Queue.tsx";
import { Whereabouts } from "../reports/[report]/_panel/Whereabouts.tsx";
import { CommentedWords } from "../reports/[report]/_text/CommentedWords.tsx";
import { ReportText } from "../reports/[report]/_text/ReportText.tsx";
import { SelectionBar } from "../reports/[report]/_text/SelectionBar.tsx";
import { Review } from "../reports/[report]/review/[draft]/Review.tsx";
import type { Asked } from "./address.ts";
import { KeptHome } from "./KeptHome.tsx";
import { KeptSearch } from "./KeptSearch.tsx";
import type { Kept } from "./Shell.tsx";
import { ShellFrame } from "./ShellFrame.tsx";

export function KeptReport({ kept, asked }: { kept: Kept; asked: Asked }) {
  const keptAt = useMemo(() => new Date(kept.at), [kept.at]);
  const { report, epoch, volumeSize, readsSealed, draftsOf, person, own, counted, state, text } = kept;
  useEffect(() => {
    document.title = `${asked.view === "place" ? `${asked.place} – ` : ""}${text.symbol}`;
  }, [asked, text]);
  return (
    <SeatProvider seat={kept.seat}>
      <LiveProvider
        {...{ report, epoch, volumeSize, readsSealed, draftsOf, person, own, counted, state, keptAt }}
        suspended={kept.seat.suspended === true}
      >
        <ArrivalsHeard />
        <ShellFrame kept={kept} panel={asked.view === "text"}>
          {asked.view === "text" ? <Reading kept={kept} /> : <Page kept={kept} asked={asked} />}
        </ShellFrame>
      </LiveProvider>
    </SeatProvider>
  );
}

function Reading({ kept }: { kept: Kept }) {
  const t = useTranslations("reading");
  const sections = useMemo(() => outlineSections(kept.text), [kept.text]);
  const ideas = useLive((state) => state.ideas);
  const { asked, keys } = useOutlineAsked(kept);
  const isQueue = new URLSearchParams(window.location.search).get("queue") === "no-position";
  // The text itself does not change, and the parts of it that do are live on their own.
  const text = useMemo(() => <ReportText id={kept.report} report={kept.text} ideas={ideas} />, [kept, ideas]);
  useEffect(scrollToPlace, []);
  return (
    <>
      <Columns
        outline={
          <Outline sections={sections} kept={keys}>
            <OutlineFilters
              report={kept.report}
              show={asked?.show ?? []}
              text={asked?.text ?? ""}
              delegated={kept.seat.delegation !== null}
              kept={keys?.length ?? null}
            />
          </Outline>
        }
        panel={<Panel titles={kept.titles} />}
      >
        <main id="main" className="text">
          <div>
            <h1 className="doc-title" lang="zh-Hans">
              {kept.text.title}
            </h1>
            <WithoutNetwork kept={kept} />
            <Whereabouts />
            {isQueue && <Queue />}
            <div className="note disc">
              <p>
                <b>{t("version")}</b> {t("provisional")}
              </p>
            </div>
            <Chooser>
              {text}
              <SelectionBar />
              <CommentedWords />
            </Chooser>
          </div>
        </main>
      </Columns>
      <BottomBar />
    </>
  );
}

/** [U4] The outline as the address asks for it, by what this device holds. */
function useOutlineAsked({ text, own, since = 0 }: Kept) {
  const state = useRecordState();
  const unread = useUnread((all) => all);
  return useMemo(() => {
    const address = new URLSearchParams(window.location.search);
    const asked = outlineAsked(address.getAll("show"), address.get("text") ?? "");
    const keys = asked === null ? null : outlineKeeps(state, text, asked, { own, unread, since });
    return { asked, keys };
  }, [state, unread, text, own, since]);
}

/** A page of its own beside the text: home, what was found, a place, or a draft before it is submitted. */
function Page({ kept, asked }: { kept: Kept; asked: Asked }) {
  const t = useTranslations();
  const place = asked.view === "place" ? asked.place : null;
  const isHome = asked.view === "home";
  const back = `/reports/${kept.report}${place === null || place === "report" ? "" : `#${place}`}`;
  return (
    <main id="main" className={asked.view === "place" ? "place" : isHome ? "page" : "page narrow"}>
      {place !== null && <h1 className="vh">{t(`panel.${partOf(place)}`, { key: place })}</h1>}
      {asked.view === "review" && <h1>{t("review.title")}</h1>}
      {asked.view === "other" && <h1>{t("offline.title")}</h1>}
      {!isHome && (
        <p>
          <a href={back}>
            <Icon name="back" flip /> {t("panel.back")}
          </a>
        </p>
      )}
      <WithoutNetwork kept={kept} />
      {isHome && <KeptHome kept={kept} />}
      {asked.view === "search" && <KeptSearch kept={kept} />}
      {place !== null && <PlacePanel place={place} titles={kept.titles} />}
      {asked.view === "review" && kept.draftsOf !== null && <Review draft={asked.draft} clearance={null} />}
      {asked.view === "other" && <p>{t("offline.needs")}</p>}
    </main>
  );
}

function partOf(place: string): "whole" | "idea" | "paragraph" {
  if (place === "report") return "whole";
  return place.includes("-") ? "idea" : "paragraph";
}

function WithoutNetwork({ kept }: { kept: Kept }) {
  const t = useTranslations("offline");
  const sinceWhen = useSinceWhen();
  const { phase } = useConnection();
  return (
    <div className="note">
      {phase === "connected" ? (
        <p>
          {t("again")}{" "}
          <button type="button" className="link" onClick={() => window.location.reload()}>
            {t("reload")}
          </button>
        </p>
      ) : (
        <p>{t("copy", { time: sinceWhen(new Date(kept.at)) })}</p>
      )}
    </div>
  );
}

/** The text comes after the address was read. */
function scrollToPlace() {
  const place = decodeURIComponent(window.location.hash.slice(1));
  if (place !== "") document.getElementById(place)?.scrollIntoView();
}
