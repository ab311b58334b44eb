import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { chosenOf } from "#deliberation/choice";
import { type Compilation, compile } from "#deliberation/compile";
import { sharedWordings } from "#deliberation/wordings";
import { headSeq, publicStateOf, reportOf, seqBy } from "../../../_data/report.ts";
import { seatedFor } from "../../../_data/seated.ts";
import { ReportFrame } from "../ReportFrame.tsx";
import { type Asked, chosenIn } from "./asked.ts";
import { ChoiceForm } from "./ChoiceForm.tsx";
import { Formats } from "./Formats.tsx";
import { Preview } from "./Preview.tsx";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("export"))("title") };
}

/** Papers: what is to be in them, what they will hold, and each form with what it is good for. */
export default async function ExportPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("compilation.read", `/reports/${name}/export`);
  const { id, report } = reportOf(name);
  const asked = chosenIn(await searchParams);
  const t = await getTranslations("export");
  const lang = asked.lang ?? (await getLocale());
  const head = headSeq(id);
  const at = asked.at ?? (asked.time === undefined ? head : seqBy(id, asked.time));
  const whole = compile(publicStateOf(id, at < head && at > 0 ? at : undefined));
  const chosen = asked.choice === null || at === 0 ? null : chosenOf(whole, asked.choice, report);
  return (
    <ReportFrame name={name} seated={seated} view="compilation">
      <main id="main" className="page">
        <h1>{t("title")}</h1>
        <p>{t("public")}</p>
        <ChoiceForm report={report} whole={whole} asked={asked} lang={lang} />
        {asked.choice === null || chosen === null ? (
          <p className="refusal">{t("unusable")}</p>
        ) : (
          <>
            <section aria-labelledby="holds">
              <h2 id="holds">{t("holdsTitle")}</h2>
              <p>{t("holds", figures(chosen))}</p>
              {chosen.statements.length > 0 && <p>{t("statements", { count: chosen.statements.length })}</p>}
              <Preview chosen={chosen} />
            </section>
            <Formats id={id} choice={asked.choice} seq={whole.asOf.seq} lang={lang} />
          </>
        )}
      </main>
    </ReportFrame>
  );
}

function figures({ ideas, withdrawnIdeas, comments, declarations }: Compilation) {
  const rows = [...ideas, ...withdrawnIdeas];
  const sum = (count: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  return {
    ideas: rows.length,
    positions: sum((row) => row.positions.length),
    wordings: sum((row) => sharedWordings(row).length),
    comments: sum((row) => row.comments.length) + comments.length,
    declarations: sum((row) => row.declarations.length) + declarations.length,
  };
}
