/** Whose turn it is: the ideas on which one's delegation has not stated a position, part by part. */
import { getTranslations } from "next-intl/server";
import { ideasWithoutPosition, standingIdeas } from "#deliberation/count";
import type { DelegationKey, IdeaId, ReportId } from "#deliberation/ids";
import type { Report } from "#deliberation/report";
import type { State } from "#deliberation/state";
import { Icon } from "./Stance.tsx";

interface Props {
  id: ReportId;
  report: Report;
  state: State;
  delegation: DelegationKey;
  titles: Record<string, { title: { zh: string; en: string } }>;
}

export async function ToDo({ id, report, state, delegation, titles }: Props) {
  const t = await getTranslations("home");
  const left = new Set(ideasWithoutPosition(state, delegation));
  const all = standingIdeas(state);
  const [next] = left;
  const parts = report.sections
    .map((section) => {
      const keys = new Set(section.paragraphs.map(({ key }) => key as string));
      const ideas = all.filter((idea) => keys.has(state.ideas[idea]?.paragraph ?? ""));
      return { section, ideas, open: ideas.filter((idea) => left.has(idea)) };
    })
    .filter(({ ideas }) => ideas.length > 0);
  return (
    <section aria-labelledby="todo">
      <h2 id="todo">{t("without", { count: left.size })}</h2>
      {parts.map(({ section, ideas, open }) => (
        <a key={section.key} className="prog" href={`/reports/${id}#${open[0] ?? ideas[0]}`}>
          <span className="t" lang="zh-Hans">
            {section.heading[0]} {section.heading[1]}
          </span>{" "}
          <Meter done={ideas.length - open.length} of={ideas.length} />{" "}
          <span className="small">
            {open.length === 0 ? t("complete") : t("left", { left: open.length, of: ideas.length })}
          </span>{" "}
          <Icon name={open.length === 0 ? "check" : "next"} flip={open.length > 0} />
        </a>
      ))}
      {next !== undefined && (
        <p className="acts">
          <a className="btn pri" href={`/reports/${id}#${next}`}>
            {t("continue")} <bdi translate="no">{next}</bdi>
          </a>{" "}
          <span className="small mute" lang="zh-Hans">
            {titleOf(titles, next)}
          </span>
        </p>
      )}
    </section>
  );
}

function titleOf(titles: Props["titles"], idea: IdeaId): string {
  return titles[idea]?.title.zh ?? "";
}

function Meter({ done, of }: { done: number; of: number }) {
  return (
    <span className="meter" aria-hidden="true">
      <i style={{ inlineSize: `${(100 * done) / of}%` }} />
    </span>
  );
}
