import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { paragraphsOf } from "#deliberation/report";
import { reportOf } from "../../../../_data/report.ts";
import { seatedFor } from "../../../../_data/seated.ts";
import { PlacePage } from "../../_panel/PlacePage.tsx";

interface Props {
  params: Promise<{ report: string; key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { report, key } = await params;
  return { title: `¶${key} – ${reportOf(report).report.symbol}` };
}

/** One paragraph's comments as a page of its own. */
export default async function ParagraphPage({ params }: Props) {
  const { report: name, key } = await params;
  const { report } = reportOf(name);
  const seated = await seatedFor("record.read", `/reports/${name}/paragraphs/${key}`);
  if (!paragraphsOf(report).some((one) => one.key === key)) notFound();
  return <PlacePage name={name} place={key} seated={seated} />;
}
