import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { allHeld } from "#deliberation/by-seq";
import { citableIn } from "../../../_data/citable.ts";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { EnterReceived } from "./EnterReceived.tsx";
import { ReceivedList } from "./ReceivedList.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("received"))("title") };
}

/** Statements that came on paper: entered by the secretariat for a delegation, confirmed by it, annulled if in error. */
export default async function ReceivedPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("secretariat.enter", `/reports/${name}/received`);
  const { id, report } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const entered = allHeld(state.statements)
    .filter(({ received }) => received !== null)
    .sort((a, b) => b.seq - a.seq);
  const t = await getTranslations("received");
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <ReceivedList entered={entered} />
        <EnterReceived report={citableIn(report, state)} />
      </main>
    </ReportFrame>
  );
}
