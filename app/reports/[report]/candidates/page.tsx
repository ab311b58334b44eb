import { getTranslations } from "next-intl/server";
import { candidatesFor, reportOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";

/** Passages that may be ideas, for the secretariat alone. */
export default async function CandidatesPage({ params }: { params: Promise<{ report: string }> }) {
  const { report: name } = await params;
  const seated = await seatedFor("candidate.read", `/reports/${name}/candidates`);
  const { id } = reportOf(name);
  const t = await getTranslations("candidates");
  const candidates = candidatesFor(id, seated.seat);
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page">
        <h1>{t("title", { count: candidates.length })}</h1>
        <p className="lead">{t("sentence")}</p>
        <ol className="entries">
          {candidates.map((one) => (
            <li key={one.id}>
              <span className="chip">
                <bdi translate="no">{one.id}</bdi>
              </span>{" "}
              <span lang="zh-Hans">{one.quote}</span>{" "}
              <span className="mute small">{t(`confidence.${one.confidence}`)}</span>
            </li>
          ))}
        </ol>
      </main>
    </ReportFrame>
  );
}
