import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paragraphsOf } from "#deliberation/report";
import { candidatesFor, reportOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { type CandidateGiven, Candidates } from "./Candidates.tsx";
import { Identified } from "./Identified.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("candidates"))("heading") };
}

/** Passages that may be ideas, for the secretariat alone: it accepts, adjusts or rejects them. */
export default async function CandidatesPage({ params }: { params: Promise<{ report: string }> }) {
  const { report: name } = await params;
  const seated = await seatedFor("candidate.read", `/reports/${name}/candidates`);
  const { id, report } = reportOf(name);
  const t = await getTranslations("candidates");
  const paragraphs = new Map(paragraphsOf(report).map((one) => [one.key, one]));
  const { candidates, decided } = candidatesFor(id, seated.seat);
  const given: CandidateGiven[] = candidates.flatMap((candidate) => {
    const paragraph = paragraphs.get(candidate.paragraph);
    return paragraph === undefined ? [] : [{ ...candidate, within: paragraph }];
  });
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page narrow">
        <h1>{t("heading")}</h1>
        <p className="lead">{t("sentence")}</p>
        <Candidates given={given} decided={[...decided]} lang={report.lang} />
        <Identified />
      </main>
    </ReportFrame>
  );
}
