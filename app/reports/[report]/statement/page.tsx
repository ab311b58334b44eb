import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Citable } from "#deliberation/citing";
import { paragraphsOf } from "#deliberation/report";
import { runningText } from "#deliberation/selected-words";
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
  const ideas = Object.values(stateOf(id, seated.seat).ideas).filter(({ withdrawn }) => withdrawn === null);
  const citable = paragraphsOf(report).map(
    (one): Citable => ({
      key: one.key,
      text: runningText(one),
      ideas: ideas
        .filter(({ paragraph }) => paragraph === one.key)
        .map((idea) => ({ id: idea.id, quote: idea.quote })),
    }),
  );
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
