import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { standOn, totalsShown } from "#deliberation/count";
import { STANCES } from "#deliberation/entry";
import { lateStanding } from "#deliberation/late";
import { isExtended } from "#deliberation/round-course";
import { lastOpened } from "#deliberation/state";
import { projectedOf } from "../../_data/projector.ts";
import { publicStateOf, reportOf } from "../../_data/report.ts";
import { now, seatedFor } from "../../_data/seated.ts";
import { Deadline } from "../../_ui/Deadline.tsx";
import { LateMark } from "../../_ui/LateMark.tsx";
import { StanceToken } from "../../_ui/Stance.tsx";
import { BigBar } from "./BigBar.tsx";
import { Watch } from "./Watch.tsx";

interface Props {
  params: Promise<{ report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projector"))("title") };
}

/**
 * What a room sees on the wall: made from what everybody may read, whoever is signed in, and outside of a report's live
 * pages, which bring their reader's own view.
 */
export default async function ProjectorPage({ params }: Props) {
  const { report: name } = await params;
  await seatedFor("compilation.read", `/projector/${name}`);
  const { id, report } = reportOf(name);
  const state = publicStateOf(id);
  const [t, locale] = [await getTranslations(), await getLocale()];
  const projected = projectedOf(id);
  const found = projected === null ? undefined : state.ideas[projected];
  const idea = found?.withdrawn === null ? found : undefined;
  const round = lastOpened(state);
  const stand = idea === undefined ? null : standOn(state, idea.id, now());
  const called = (key: string) => {
    const names: Record<string, string> = state.delegations[key]?.names ?? {};
    return names[locale] ?? names.en ?? key;
  };
  const { compare } = new Intl.Collator(locale);
  const listed = (keys: readonly string[]) =>
    keys
      .map((key) => ({ key, called: called(key), late: lateStanding(state, projected ?? "", key) }))
      .sort((a, b) => compare(a.called, b.called));
  return (
    <main id="main" className="projector">
      <header>
        <p className="what">
          <b>
            <bdi translate="no">{report.symbol}</bdi>
          </b>{" "}
          <span lang="zh-Hans">{report.title}</span>
        </p>
        <p>
          {round === null ? (
            t("round.none")
          ) : (
            <Deadline
              number={round.id}
              closesAt={round.closesAt}
              closedAt={round.closedAt}
              extended={isExtended(round)}
            />
          )}
        </p>
        <Watch report={id} idea={projected} seq={state.head.seq} />
      </header>
      {idea === undefined || stand === null ? (
        <h1>{t("projector.none")}</h1>
      ) : (
        <>
          <h1>
            {t("panel.ideaWord")} <bdi translate="no">{idea.id}</bdi>
          </h1>
          <p className="projected" lang="zh-Hans" dir="ltr">
            {idea.quote}
          </p>
          {totalsShown(state) && <BigBar stand={stand} />}
          {STANCES.map((stance) => {
            const names = listed(stand.members[stance]);
            if (names.length === 0) return null;
            return (
              <section key={stance} aria-label={t(`stance.${stance}`)}>
                <h2>
                  <StanceToken stance={stance} />
                </h2>
                <p>
                  {names.map((one, index) => (
                    <span key={one.key}>
                      <bdi>{one.called}</bdi> <LateMark late={one.late} />
                      {index < names.length - 1 && " · "}
                    </span>
                  ))}
                </p>
              </section>
            );
          })}
          {(["observers", "groups"] as const).map((kind) => {
            const others = STANCES.flatMap((stance) =>
              listed(stand[kind][stance]).map((one) => ({ one, stance })),
            );
            if (others.length === 0) return null;
            return (
              <section key={kind} aria-label={t(`positions.${kind}`)}>
                <h2>{t(`positions.${kind}`)}</h2>
                <p>
                  {others.map(({ one, stance }) => (
                    <span key={one.key} className="other">
                      <bdi>{one.called}</bdi>: <StanceToken stance={stance} /> <LateMark
                        late={one.late}
                      />{" "}
                    </span>
                  ))}
                </p>
              </section>
            );
          })}
          <p className="rule">{t("positions.rule")}</p>
        </>
      )}
      <footer>
        {state.item?.demonstration && (
          <>
            <b className="demo">{t("demonstration.mark")}</b> {t("demonstration.sentence")}{" "}
          </>
        )}
        {t("withoutPrejudice")}
      </footer>
    </main>
  );
}
