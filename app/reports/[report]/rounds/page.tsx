import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { RoundList } from "./RoundList.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds"))("title") };
}

/** The rounds with their modalities and deadlines, for everybody; whoever runs them opens, extends, closes and reopens here. */
export default async function RoundsPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/rounds`);
  const t = await getTranslations("rounds");
  const disposition = await getTranslations("disposition");
  const silence = await getTranslations("silence");
  const late = await getTranslations("late.page");
  const runs = may(seated.seat, "round.run");
  return (
    <ReportFrame name={name} seated={seated} view="rounds">
      <main id="main" className="page rounds">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <RoundList runs={runs} />
        <p>
          <a href={`/reports/${name}/silence`}>{silence("title")}</a>
          {" · "}
          <a href={`/reports/${name}/dispositions`}>{disposition("page.title")}</a>
          {runs && (
            <>
              {" · "}
              <a href={`/reports/${name}/late`}>{late("title")}</a>
            </>
          )}
        </p>
        {!runs && <p className="small mute">{t("whoRuns")}</p>}
      </main>
    </ReportFrame>
  );
}
