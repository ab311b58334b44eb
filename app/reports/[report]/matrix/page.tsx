import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { STANCES } from "#deliberation/entry";
import { endedRounds, LETTERS } from "#deliberation/matrix";
import { hasStanding, isAbsence } from "#deliberation/matrix-cell";
import { untreatedOn } from "#deliberation/matrix-order";
import { may } from "#deliberation/may";
import { reportOf, stateOf } from "../../../_data/report.ts";
import { savedViewsFor } from "../../../_data/saved-views.ts";
import { now, seatedFor } from "../../../_data/seated.ts";
import { StanceShape } from "../../../_ui/Stance.tsx";
import { ReportFrame } from "../ReportFrame.tsx";
import { viewOf } from "./address.ts";
import { Filters } from "./Filters.tsx";
import { Matrix } from "./Matrix.tsx";
import { SavedViews } from "./SavedViews.tsx";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matrix"))("title") };
}

/** Ideas against delegations, as far as this reader may read. */
export default async function MatrixPage({ params, searchParams }: Props) {
  const { report: name } = await params;
  const seated = await seatedFor("record.read", `/reports/${name}/matrix`);
  const { id, report } = reportOf(name);
  const state = stateOf(id, seated.seat);
  const [t, locale, format] = [await getTranslations(), await getLocale(), await getFormatter()];
  const view = viewOf(await searchParams);
  const at = now();
  // Sorted here alone: two machines may not agree on a language's order, and a page must be the same on both.
  const { compare } = new Intl.Collator(locale);
  const named = Object.values(state.delegations)
    .filter(hasStanding)
    .map(({ key, kind, names }) => ({ key, kind, name: names[locale as "en"] ?? names.en ?? key }))
    .sort((a, b) => compare(a.name, b.name));
  const pillars = Object.fromEntries(
    report.sections.flatMap(({ pillar, paragraphs }) =>
      pillar === null ? [] : paragraphs.map(({ key }) => [key, pillar]),
    ),
  );
  const rounds = endedRounds(state, at).map((round) => round.id);
  return (
    <ReportFrame name={name} seated={seated} view="matrix">
      <main id="main" className="matrix">
        <h1 className="vh">{t("matrix.title")}</h1>
        <div className="matrix-head">
          <div>
            <Filters report={id} view={view} delegations={named} rounds={rounds} />
            <SavedViews report={id} saved={savedViewsFor(id, seated.seat)} />
          </div>
          <ul className="matrix-legend" aria-label={t("matrix.legend")}>
            {[...STANCES, "not-stated" as const, "not-taking-part" as const].map((token) => (
              <li key={token}>
                <StanceShape stance={token} /> {!isAbsence(token) && <b translate="no">{LETTERS[token]}</b>}{" "}
                {t(`stance.${token}`)}
              </li>
            ))}
          </ul>
        </div>
        <Matrix
          report={id}
          view={view}
          order={named.map(({ key }) => key)}
          at={at}
          pillars={pillars}
          untreated={may(seated.seat, "podium.read") ? untreatedOn(state) : undefined}
        />
        <p className="disc">
          {t("positions.rule")}{" "}
          {t("positions.membersAsOf", {
            time: format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </p>
      </main>
    </ReportFrame>
  );
}
