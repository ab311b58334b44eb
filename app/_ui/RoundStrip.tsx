/** Under the masthead: the round, its deadline in New York and here, the demonstration mark, the report's views. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ReportId } from "#deliberation/ids";
import { isExtended } from "#deliberation/round-course";
import { lastOpened, type RoundState, type State } from "#deliberation/state";
import { Deadline } from "./Deadline.tsx";
import { Calendar } from "./Rounds.tsx";

const GO = { read: "g r", matrix: "g m", history: "g y", compilation: undefined, rounds: undefined } as const;

export async function RoundStrip({
  id,
  state,
  view,
  deadline,
}: {
  id: ReportId;
  state: State;
  view: string | undefined;
  /** In its place where the page is live. */
  deadline: ReactNode;
}) {
  const t = await getTranslations();
  const round = lastOpened(state);
  const views = {
    read: `/reports/${id}`,
    matrix: `/reports/${id}/matrix`,
    history: `/reports/${id}/history`,
    compilation: `/reports/${id}/compilation`,
    rounds: `/reports/${id}/rounds`,
  };
  return (
    <section className="strip" aria-label={t("round.region")}>
      {deadline ?? <DeadlineAsRead round={round} />}{" "}
      {round !== null && round.closedAt === null && (
        <span className="lg">
          <Calendar id={id} short />
        </span>
      )}
      {state.item?.demonstration && <span className="demo">{t("demonstration.mark")}</span>}
      <nav aria-label={t("nav.views")}>
        {(Object.keys(views) as (keyof typeof views)[]).map((key) => (
          <a
            key={key}
            data-key={GO[key]}
            aria-keyshortcuts={GO[key]}
            href={views[key]}
            aria-current={view === key ? "page" : undefined}
          >
            {t(`nav.${key}`)}
          </a>
        ))}
        <a className="narrow" href={`/reports/${id}/search`}>
          {t("search.title")}
        </a>
      </nav>
    </section>
  );
}

async function DeadlineAsRead({ round }: { round: RoundState | null }) {
  const t = await getTranslations("round");
  if (round === null) return <span>{t("none")}</span>;
  const { id, closesAt, closedAt } = round;
  return (
    <Deadline
      {...{ number: id, closesAt, closedAt }}
      extended={isExtended(round)}
      unattributed={round.modalities.attribution === "unattributed"}
    />
  );
}
