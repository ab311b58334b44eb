import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { citableIn } from "../../../_data/citable.ts";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { StatementDesk } from "./StatementDesk.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bring"))("title") };
}

/** A text cleared elsewhere, brought as a statement: its words, how it came about, and what its passages speak to. */
export default async function StatementPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("draft.write", `/reports/${name}/statement`);
  const { id, report } = reportOf(name);
  const citable = citableIn(report, stateOf(id, seated.seat));
  const t = await getTranslations("bring");
  return (
    <ReportFrame name={name} seated={seated} view="read">
      <main id="main" className="page">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <StatementDesk report={citable} />
      </main>
    </ReportFrame>
  );
}
