import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { reportOf } from "../../../../_data/report.ts";
import { seatedFor } from "../../../../_data/seated.ts";
import { ReportFrame } from "../../ReportFrame.tsx";
import { ReadTable } from "../ReadTable.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disposition"))("table.title") };
}

/** A table for an office to fill in, and the answers in one that comes back. */
export default async function TablePage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("podium.write", `/reports/${name}/dispositions/table`);
  if (!may(seated.seat, "podium.write")) notFound();
  const { id } = reportOf(name);
  const [t, locale] = [await getTranslations("disposition"), await getLocale()];
  const paper = `/api/v1/reports/${id}/compilation-iso`;
  return (
    <ReportFrame name={name} seated={seated} view="rounds">
      <main id="main" className="page dispositions">
        <p>
          <a href={`/reports/${id}/dispositions`}>{t("publish.back")}</a>
        </p>
        <h1>{t("table.title")}</h1>
        <p className="lead">{t("table.lead")}</p>
        <p>
          {t("table.handOut")}{" "}
          <a href={`${paper}.xlsx?lang=${locale}`} download>
            {t("table.workbook")}
          </a>{" "}
          <a href={`${paper}-word.docx?lang=${locale}`} download>
            {t("table.word")}
          </a>
        </p>
        <p className="small mute">{t("table.ippc")}</p>
        <ReadTable />
      </main>
    </ReportFrame>
  );
}
