import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { BringList } from "./BringList.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists"))("title") };
}

/** Delegations, groups, memberships and persons brought as CSV, by the secretariat. */
export default async function ListsPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("secretariat.enter", `/reports/${name}/lists`);
  const t = await getTranslations("lists");
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <BringList />
      </main>
    </ReportFrame>
  );
}
