import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { candidatesFor, reportOf, stateOf } from "../../../_data/report.ts";
import { seatedAt } from "../../../_data/seated.ts";
import { ConnectionChip } from "../../../_ui/ConnectionChip.tsx";
import { Frame } from "../../../_ui/Frame.tsx";

/** Passages that may be ideas, for the secretariat alone. */
export default async function CandidatesPage({ params }: { params: Promise<{ report: string }> }) {
  const { report: name } = await params;
  const { id, report } = reportOf(name);
  const seated = await seatedAt(`/reports/${name}/candidates`);
  if (!may(seated.seat, "candidate.read")) notFound();
  const t = await getTranslations("candidates");
  const candidates = candidatesFor(id, seated.seat);
  return (
    <Frame
      seated={seated}
      report={{ id, symbol: report.symbol, title: report.title, lang: report.lang }}
      state={stateOf(id, seated.seat)}
      chip={<ConnectionChip />}
    >
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
    </Frame>
  );
}
