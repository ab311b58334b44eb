import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { reportOf, stateOf } from "../../../../_data/report.ts";
import { seatedFor } from "../../../../_data/seated.ts";
import { PlacePage } from "../../_panel/PlacePage.tsx";

interface Props {
  params: Promise<{ report: string; idea: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { report, idea } = await params;
  return { title: `${idea} – ${reportOf(report).report.symbol}` };
}

/** One idea as a page of its own: the panel of the reading screen where there is no room beside the text. */
export default async function IdeaPage({ params }: Props) {
  const { report: name, idea } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/ideas/${idea}`);
  const { id } = reportOf(name);
  if (stateOf(id, seated.seat).ideas[idea] === undefined) notFound();
  return <PlacePage name={name} place={idea} seated={seated} />;
}
