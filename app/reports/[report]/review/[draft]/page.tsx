import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DraftId } from "#deliberation/ids";
import { clearanceFor, mayReadDraft, reportOf } from "../../../../_data/report.ts";
import { seatedFor } from "../../../../_data/seated.ts";
import { EraseDraft } from "../../../../_ui/EraseDraft.tsx";
import { ReportFrame } from "../../ReportFrame.tsx";
import { Review } from "./Review.tsx";

/** Before anything leaves the delegation: exactly the words that will be recorded, and who may say yes to them. */
export default async function ReviewPage({ params }: { params: Promise<{ report: string; draft: string }> }) {
  const { report: name, draft: given } = await params;
  const seated = await seatedFor("draft.read", `/reports/${name}/review/${given}`);
  const { id } = reportOf(name);
  const draft = DraftId.safeParse(given);
  const { seat } = seated;
  if (!draft.success || !mayReadDraft(id, seat, draft.data)) notFound();
  const t = await getTranslations("review");
  return (
    <ReportFrame name={name} seated={seated} view="read">
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <Review draft={draft.data} clearance={clearanceFor(id, seat, draft.data)} />
        <EraseDraft draft={draft.data} />
      </main>
    </ReportFrame>
  );
}
