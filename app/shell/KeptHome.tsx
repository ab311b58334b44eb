"use client";
/** Home without a network: what waited when this device last knew, and what it holds that was not submitted. */
import { useLocale, useTranslations } from "next-intl";
import { waitingDrafts } from "#deliberation/waiting-drafts";
import { useDraftPlain } from "../_live/drafts.tsx";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { browserNow } from "../_ui/browser-now.ts";
import { useDraftName } from "../_ui/draft-name.ts";
import { useSinceWhen } from "../_ui/since-when.ts";
import { ToDo } from "../_ui/ToDo.tsx";
import type { Kept } from "./Shell.tsx";

export function KeptHome({ kept }: { kept: Kept }) {
  const [t, home] = [useTranslations("offline"), useTranslations("home")];
  const locale = useLocale();
  const sinceWhen = useSinceWhen();
  const state = useRecordState();
  const { delegation } = kept.seat;
  const names = (delegation === null ? {} : (state.delegations[delegation]?.names ?? {})) as Record<
    string,
    string
  >;
  return (
    <>
      <h1>
        {delegation === null
          ? home("title")
          : home("titleFor", { name: names[locale] ?? names.en ?? delegation })}
      </h1>
      <p>
        <b>{t("todoAsOf", { time: sinceWhen(new Date(kept.at)) })}</b>{" "}
        <a href={`/reports/${kept.report}`}>
          <bdi translate="no">{kept.text.symbol}</bdi> <span lang="zh-Hans">{kept.text.title}</span>
        </a>
      </p>
      {delegation !== null && (
        <ToDo
          {...{ id: kept.report, report: kept.text, state, delegation, titles: kept.titles }}
          at={browserNow()}
          drafts={kept.draftsOf === null ? null : <KeptDrafts report={kept.report} />}
          reminders={[]}
        />
      )}
    </>
  );
}

/** Whether they were cleared is the server's to say. */
function KeptDrafts({ report }: { report: string }) {
  const t = useTranslations("offline");
  const name = useDraftName();
  const [state, plain] = [useRecordState(), useDraftPlain()];
  const drafts = waitingDrafts(plain, [], state, browserNow());
  return (
    <div className="matter">
      <h3>{t("drafts", { count: drafts.length })}</h3>
      <ul className="plain">
        {drafts.map(({ draft, about }) => (
          <li key={draft}>
            <a href={`/reports/${report}/review/${draft}`}>{name(draft, about)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
