import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Paragraph, paragraphsOf } from "#deliberation/report";
import { runningText, type SelectedWords, selectedWords } from "#deliberation/selected-words";
import { reportOf } from "../../../../_data/report.ts";
import { seatedFor } from "../../../../_data/seated.ts";
import { PlacePage } from "../../_panel/PlacePage.tsx";

interface Props {
  params: Promise<{ report: string; key: string }>;
  /** `words=12-19`: from where to where in the paragraph's running text. */
  searchParams: Promise<{ words?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { report, key } = await params;
  return { title: `¶${key} – ${reportOf(report).report.symbol}` };
}

/** One paragraph's comments as a page of its own. */
export default async function ParagraphPage({ params, searchParams }: Props) {
  const { report: name, key } = await params;
  const { report } = reportOf(name);
  const seated = await seatedFor("record.read", `/reports/${name}/paragraphs/${key}`);
  const paragraph = paragraphsOf(report).find((one) => one.key === key);
  if (paragraph === undefined) notFound();
  const words = wordsAt(paragraph, (await searchParams).words);
  return <PlacePage name={name} place={key} seated={seated} words={words} />;
}

function wordsAt(paragraph: Paragraph, asked: string | undefined): SelectedWords | null {
  const [, start, end] = /^(\d{1,6})-(\d{1,6})$/.exec(asked ?? "") ?? [];
  return start === undefined || end === undefined
    ? null
    : selectedWords(paragraph.key, runningText(paragraph), Number(start), Number(end));
}
