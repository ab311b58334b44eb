/** Under the masthead: the round, its deadline in New York and here, the demonstration mark, the report's views. */
import { getTranslations } from "next-intl/server";
import type { ReportId } from "#deliberation/ids";
import { lastOpened, type State } from "#deliberation/state";
import { Deadline } from "./Deadline.tsx";
import { Calendar } from "./Rounds.tsx";

const GO = { read: "g r", history: "g y", compilation: undefined } as const;

export async function RoundStrip({
  id,
  state,
  view,
}: {
  id: ReportId;
  state: State;
  view: string | undefined;
}) {
  const t = await getTranslations();
  const round = lastOpened(state);
  const views = {
    read: `/reports/${id}`,
    history: `/reports/${id}/history`,
    compilation: `/reports/${id}/compilation`,
  };
  return (
    <section className="strip" aria-label={t("round.region")}>
      {round === null ? (
        <span>{t("round.none")}</span>
      ) : (
        <>
          <Deadline number={round.id} closesAt={round.closesAt} closedAt={round.closedAt} />{" "}
          {round.closedAt === null && (
            <span className="lg">
              <Calendar id={id} short />
            </span>
          )}
        </>
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
