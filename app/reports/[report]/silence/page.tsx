import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { SilenceList } from "./SilenceList.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("silence"))("title") };
}

/** Silence procedures with their wordings and deadlines; whoever runs rounds starts one, Member States object here. */
export default async function SilencePage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/silence`);
  const t = await getTranslations("silence");
  return (
    <ReportFrame name={name} seated={seated} view="rounds">
      <main id="main" className="page rounds">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <SilenceList runs={may(seated.seat, "round.run")} />
      </main>
    </ReportFrame>
  );
}
