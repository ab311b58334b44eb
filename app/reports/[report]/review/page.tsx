import { getTranslations } from "next-intl/server";
import { clearancesFor, reportOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { Several } from "./Several.tsx";

/** Every draft that waits for clearance or submission, in full, to be cleared and submitted together or one by one. */
export default async function SeveralPage({ params }: { params: Promise<{ report: string }> }) {
  const { report: name } = await params;
  const seated = await seatedFor("draft.read", `/reports/${name}/review`);
  const { id } = reportOf(name);
  const t = await getTranslations("several");
  return (
    <ReportFrame name={name} seated={seated} view="read">
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <Several given={clearancesFor(id, seated.seat)} />
      </main>
    </ReportFrame>
  );
}
