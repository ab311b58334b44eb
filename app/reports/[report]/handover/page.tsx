import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { handoverOf } from "#deliberation/handover";
import { may } from "#deliberation/may";
import { turnOf } from "#deliberation/turn";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { now, seatedFor } from "../../../_data/seated.ts";
import { newsSince } from "../../../_data/visits.ts";
import { NewsFigures } from "../../../_ui/NewsFigures.tsx";
import { WaitingDrafts } from "../../../_ui/WaitingDrafts.tsx";
import { ReportFrame } from "../ReportFrame.tsx";
import { Missed, Owed } from "./Owed.tsx";
import { Print } from "./Print.tsx";
import { SaidSince } from "./SaidSince.tsx";
import { dayAsked } from "./since.ts";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<{ since?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handover"))("title") };
}

/** What my delegation said, owes and missed since a date, on one page to print. For the own delegation alone. */
export default async function HandoverPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/handover`);
  const { seat } = seated;
  if (seat.as !== "delegation") notFound();
  const { id, report } = reportOf(name);
  const state = stateOf(id, seat);
  const [t, format, locale] = [await getTranslations("handover"), await getFormatter(), await getLocale()];
  const { day, since } = dayAsked((await searchParams).since, state);
  const handover = handoverOf(state, seat.delegation, since);
  const names: Record<string, string> = state.delegations[seat.delegation]?.names ?? {};
  const at = now();
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page narrow handover">
        <h1>{t("titleFor", { name: names[locale] ?? names.en ?? seat.delegation })}</h1>
        <p>
          <bdi translate="no">{report.symbol}</bdi> <span lang="zh-Hans">{report.title}</span>
        </p>
        <p className="small mute">
          {t("asOf", {
            day,
            seq: state.head.seq,
            time: format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </p>
        <form method="get" className="acts noprint">
          <label>
            {t("since")} <input type="date" name="since" defaultValue={day} required />
          </label>{" "}
          <button type="submit" className="btn">
            {t("show")}
          </button>{" "}
          <Print />
        </form>
        <SaidSince id={id} symbol={report.symbol} handover={handover} delegations={state.delegations} />
        <Owed id={id} state={state} turn={turnOf(state, report, seat.delegation, at)} />
        {may(seat, "draft.read", { delegation: seat.delegation }) && (
          <section aria-labelledby="drafts">
            <h2 id="drafts">{t("drafts")}</h2>
            <WaitingDrafts report={id} clears={may(seat, "draft.clear", { delegation: seat.delegation })} />
          </section>
        )}
        <Missed missed={handover.missed} />
        <section aria-labelledby="others">
          <h2 id="others">{t("others")}</h2>
          <NewsFigures id={id} state={state} news={newsSince(id, seat, state, since)} />
        </section>
        <p className="small mute">{t("own")}</p>
      </main>
    </ReportFrame>
  );
}
