import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { search } from "#deliberation/search";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { FoundList } from "./FoundList.tsx";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

/** Words found in the text and in what was said of it, as far as this reader may read. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const { q } = await searchParams;
  const seated = await seatedFor("record.read", `/reports/${name}/search`);
  const { id, report } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const t = await getTranslations("search");
  const question = (typeof q === "string" ? q : "").slice(0, 200);
  const found = search(report, state, question);
  return (
    <ReportFrame name={name} seated={seated} question={question}>
      <main id="main" className="page">
        <h1>{question === "" ? t("title") : t("for", { question })}</h1>
        <p>{question === "" ? t("hint") : t("count", { count: found.length })}</p>
        <FoundList id={id} found={found} state={state} textLang={report.lang} />
      </main>
    </ReportFrame>
  );
}
