import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { LateQueue } from "./LateQueue.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("late.page"))("title") };
}

/** What came after the deadline: for those who run the rounds, who admit it one by one or leave it sealed. */
export default async function LatePage({ params }: { params: Promise<{ report: string }> }) {
  const { report: name } = await params;
  const seated = await seatedFor("round.run", `/reports/${name}/late`);
  const t = await getTranslations("late.page");
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page narrow">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <LateQueue />
      </main>
    </ReportFrame>
  );
}
