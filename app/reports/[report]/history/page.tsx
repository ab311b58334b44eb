import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { entriesOf, headSeq, reportOf, stateOf } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { EntryLine } from "../../../_ui/EntryLine.tsx";
import { ReportFrame } from "../ReportFrame.tsx";
import { VerifyRecord } from "./VerifyRecord.tsx";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<{ before?: string }>;
}

const PAGE = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

/** The record as a list, newest first. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/history`);
  const { id } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const t = await getTranslations("history");
  const head = headSeq(id);
  const asked = Number((await searchParams).before ?? head + 1);
  const before = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), head + 1) : head + 1;
  const after = Math.max(0, before - 1 - PAGE);
  const entries = entriesOf(id, seated.seat, after, before - 1 - after).reverse();
  return (
    <ReportFrame name={name} seated={seated} view="history">
      <main id="main" className="page">
        <h1>{t("title")}</h1>
        <p className="small mute">
          {t("head", { seq: state.head.seq })} <code className="hash">{state.head.hash}</code>
        </p>
        <VerifyRecord report={id} />
        <ol className="entries">
          {entries.map((entry) => (
            <li key={entry.header.seq}>
              <EntryLine id={id} entry={entry} state={state} />
            </li>
          ))}
        </ol>
        <nav className="acts" aria-label={t("pages")}>
          {before <= head && <a href={`/reports/${id}/history`}>{t("newest")}</a>}{" "}
          {after > 0 && <a href={`/reports/${id}/history?before=${after + 1}`}>{t("earlier")}</a>}
        </nav>
      </main>
    </ReportFrame>
  );
}
