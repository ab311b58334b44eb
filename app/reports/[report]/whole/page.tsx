import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { seatedFor } from "../../../_data/seated.ts";
import { PlacePage } from "../_panel/PlacePage.tsx";
import { Summaries } from "../_panel/Summaries.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("panel"))("whole") };
}

/** What is said of the report as a whole. */
export default async function WholePage({ params }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/whole`);
  return (
    <PlacePage name={name} place="report" seated={seated}>
      <Summaries place="" />
    </PlacePage>
  );
}
