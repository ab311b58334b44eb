import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { queueOf } from "#deliberation/disposition-queue";
import { may } from "#deliberation/may";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { viewOf } from "./address.ts";
import { Given } from "./Given.tsx";
import { Queue } from "./Queue.tsx";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disposition"))("page.title") };
}

/** What became of words: facilitators prepare and publish it, delegations answer what concerns theirs, all read it. */
export default async function DispositionsPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/dispositions`);
  const { id } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const t = await getTranslations("disposition");
  const queue = queueOf(state);
  const view = viewOf(await searchParams);
  return (
    <ReportFrame name={name} seated={seated} view="rounds">
      <main id="main" className="page dispositions">
        <h1>{t("page.title")}</h1>
        {may(seated.seat, "podium.write") ? (
          <Queue items={queue} asOf={state.head.seq} view={view} />
        ) : (
          <Given items={queue.filter(({ disposition }) => disposition !== null)} asOf={state.head.seq} />
        )}
      </main>
    </ReportFrame>
  );
}
