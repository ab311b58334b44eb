import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { outlineFor } from "../../_data/outline.ts";
import { reportOf, stateOf, titlesOf } from "../../_data/report.ts";
import { seatedFor } from "../../_data/seated.ts";
import { BottomBar } from "./_panel/BottomBar.tsx";
import { Chooser } from "./_panel/Chooser.tsx";
import { Columns } from "./_panel/Columns.tsx";
import { Outline } from "./_panel/Outline.tsx";
import { OutlineFilters } from "./_panel/OutlineFilters.tsx";
import { outlineSections } from "./_panel/outline-sections.ts";
import { Panel } from "./_panel/Panel.tsx";
import { Queue } from "./_panel/Queue.tsx";
import { Whereabouts } from "./_panel/Whereabouts.tsx";
import { CommentedWords } from "./_text/CommentedWords.tsx";
import { NewIdeas } from "./_text/NewIdeas.tsx";
import { ReportText } from "./_text/ReportText.tsx";
import { SelectionBar } from "./_text/SelectionBar.tsx";
import { ReportFrame } from "./ReportFrame.tsx";

interface Props {
  params: Promise<{ report: string }>;
  /** `queue=no-position`: through the ideas without a position of one's own. `show` and `text` narrow the outline. */
  searchParams: Promise<{ queue?: string; show?: string | string[]; text?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { report } = reportOf((await params).report);
  return { title: report.symbol };
}

/** The reading screen: outline, the text, and beside it what delegations say. */
export default async function ReadingPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}`);
  const { id, report } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const t = await getTranslations("reading");
  const asked = await searchParams;
  const outline = outlineFor(id, seated.seat, report, asked);
  return (
    <ReportFrame name={name} seated={seated} view="read" panel>
      <Columns
        outline={
          <Outline sections={outlineSections(report)} kept={outline.kept}>
            <OutlineFilters
              report={id}
              show={outline.show}
              text={outline.text}
              delegated={seated.seat.as === "delegation"}
              kept={outline.kept?.length ?? null}
            />
          </Outline>
        }
        panel={<Panel titles={titlesOf(id)} />}
      >
        <main id="main" className="text">
          <div>
            <h1 className="doc-title" lang="zh-Hans">
              {report.title}
            </h1>
            <Whereabouts />
            {asked.queue === "no-position" && <Queue />}
            <div className="note disc">
              <p>
                <b>{t("version")}</b> {t("provisional")}
              </p>
            </div>
            <NewIdeas
              shown={Object.values(state.ideas).flatMap(({ id: idea, withdrawn }) =>
                withdrawn === null ? [idea] : [],
              )}
            />
            <Chooser>
              <ReportText id={id} report={report} ideas={state.ideas} />
              <SelectionBar />
              <CommentedWords />
            </Chooser>
          </div>
        </main>
      </Columns>
      <BottomBar />
    </ReportFrame>
  );
}
