import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { Admit } from "./Admit.tsx";
import { DelegationList } from "./DelegationList.tsx";
import { TakingPart } from "./TakingPart.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("delegations"))("title") };
}

/** The delegations with the names they have and had, for everybody; the secretariat admits and renames here. */
export default async function DelegationsPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/delegations`);
  const t = await getTranslations("delegations");
  const enters = may(seated.seat, "secretariat.enter");
  return (
    <ReportFrame name={name} seated={seated}>
      <main id="main" className="page">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <TakingPart />
        {enters && (
          <p>
            <a href={`/reports/${name}/lists`}>{(await getTranslations("lists"))("title")}</a>
          </p>
        )}
        {enters && <Admit />}
        <DelegationList enters={enters} />
      </main>
    </ReportFrame>
  );
}
