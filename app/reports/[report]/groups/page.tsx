import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { may } from "#deliberation/may";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { GroupList } from "./GroupList.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") };
}

/** Groups with their dated members, who speaks for them and what binds them; the secretariat registers and ends here. */
export default async function GroupsPage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/groups`);
  const t = await getTranslations("groups");
  return (
    <ReportFrame name={name} seated={seated} view="rounds">
      <main id="main" className="page rounds">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <GroupList registers={may(seated.seat, "secretariat.enter")} />
      </main>
    </ReportFrame>
  );
}
