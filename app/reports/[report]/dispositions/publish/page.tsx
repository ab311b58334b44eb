import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { queueOf } from "#deliberation/disposition-queue";
import { may } from "#deliberation/may";
import { reportOf, stateOf } from "../../../../_data/report.ts";
import { seatedFor } from "../../../../_data/seated.ts";
import { ReportFrame } from "../../ReportFrame.tsx";
import { Publish } from "../Publish.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disposition"))("publish.title") };
}

/** The review before prepared answers are published together. */
export default async function PublishPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("podium.write", `/reports/${name}/dispositions/publish`);
  if (!may(seated.seat, "podium.write")) notFound();
  const { id } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const t = await getTranslations("disposition");
  return (
    <ReportFrame name={name} seated={seated} view="rounds">
      <main id="main" className="page dispositions">
        <p>
          <a href={`/reports/${id}/dispositions`}>{t("publish.back")}</a>
        </p>
        <h1>{t("publish.title")}</h1>
        <Publish items={queueOf(state)} asOf={state.head.seq} />
      </main>
    </ReportFrame>
  );
}
