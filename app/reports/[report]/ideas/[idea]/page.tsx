import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { standingIdeas } from "#deliberation/count";
import { may } from "#deliberation/may";
import { reportOf, stateOf } from "../../../../_data/report.ts";
import { now, seatedFor } from "../../../../_data/seated.ts";
import { PlacePage } from "../../_panel/PlacePage.tsx";
import { Summaries } from "../../_panel/Summaries.tsx";
import { Compared } from "./Compared.tsx";
import { Neighbours } from "./Neighbours.tsx";
import { Project } from "./Project.tsx";
import { Wordings } from "./Wordings.tsx";

interface Props {
  params: Promise<{ report: string; idea: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { report, idea } = await params;
  return { title: `${idea} – ${reportOf(report).report.symbol}` };
}

/** One idea as a page of its own: the panel of the reading screen, and below it what it has no room for. */
export default async function IdeaPage({ params }: Props) {
  const { report: name, idea } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/ideas/${idea}`);
  const { id } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const own = state.ideas[idea];
  if (own === undefined) notFound();
  return (
    <PlacePage
      name={name}
      place={idea}
      seated={seated}
      ways={
        <>
          <Neighbours report={id} idea={own.id} all={standingIdeas(state)} />
          {may(seated.seat, "round.run") && <Project idea={own.id} />}
        </>
      }
    >
      <Summaries place={own.id} />
      <Compared idea={own.id} at={now()} />
      <Wordings idea={own.id} />
    </PlacePage>
  );
}
