import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { may, mayAtAll } from "#deliberation/may";
import { endOf } from "#deliberation/standing";
import { openRound } from "#deliberation/state";
import { remindersFor } from "./_data/reminders.ts";
import { reportOf, reports, stateOf, titlesOf } from "./_data/report.ts";
import { now, seatedFor } from "./_data/seated.ts";
import { Frame } from "./_ui/Frame.tsx";
import { RecentEntries } from "./_ui/RecentEntries.tsx";
import { Rounds } from "./_ui/Rounds.tsx";
import { SinceLastVisit } from "./_ui/SinceLastVisit.tsx";
import { ToDo } from "./_ui/ToDo.tsx";
import { Visit } from "./_ui/Visit.tsx";
import { WaitingDrafts } from "./_ui/WaitingDrafts.tsx";
import { WorkAsItStands } from "./_ui/WorkAsItStands.tsx";

export default async function Home() {
  const seated = await seatedFor("record.read", "/");
  const t = await getTranslations("home");
  const groups = await getTranslations("groups");
  const locale = await getLocale();
  const [first] = reports();
  if (first === undefined) {
    return (
      <Frame seated={seated}>
        <main id="main" className="page">
          <h1>{t("empty.title")}</h1>
          <p>{t("empty.sentence")}</p>
        </main>
      </Frame>
    );
  }
  const { id, report } = reportOf(first);
  const state = stateOf(id, seated.seat);
  const title = { id, symbol: report.symbol, title: report.title };
  const own = seated.seat.as === "delegation" ? seated.seat.delegation : null;
  const drafts = own !== null && may(seated.seat, "draft.read", { delegation: own });
  const clears = own !== null && may(seated.seat, "draft.clear", { delegation: own });
  const [turn, format, at] = [await getTranslations("turn"), await getFormatter(), now()];
  const [bring, received, pack, delegations, lists] = [
    await getTranslations("bring"),
    await getTranslations("received"),
    await getTranslations("pack"),
    await getTranslations("delegations"),
    await getTranslations("lists"),
  ];
  const people = await getTranslations("people");
  const lastClosed = Object.values(state.rounds)
    .flatMap(({ closedAt }) => closedAt ?? [])
    .sort()
    .at(-1);
  const ended = own === null ? undefined : endOf(state.delegations[own]);
  const names: Record<string, string> = (own && state.delegations[own]?.names) || {};
  return (
    <Frame seated={seated} report={title} state={state}>
      <main id="main" className="page">
        <div className="split">
          <div>
            <p className="small mute">
              <time dateTime={at.slice(0, 10)}>{format.dateTime(new Date(at), { dateStyle: "full" })}</time>
            </p>
            <h1>{own === null ? t("title") : t("titleFor", { name: names[locale] ?? names.en ?? own })}</h1>
            {ended !== undefined && (
              <p className="warning">
                {delegations("none", {
                  since: format.dateTime(new Date(ended.since), { dateStyle: "medium", timeZone: "UTC" }),
                  citation: ended.citation,
                })}
              </p>
            )}
            {openRound(state, at) === null && lastClosed !== undefined && (
              <p>
                {turn("lastRound", {
                  time: format.dateTime(new Date(lastClosed), { dateStyle: "medium", timeStyle: "short" }),
                })}{" "}
                <a href={`/reports/${id}`}>{turn("readIt")}</a>
              </p>
            )}
            {own === null ? (
              <WorkAsItStands id={id} seat={seated.seat} state={state} />
            ) : ended !== undefined ? null : (
              <ToDo
                {...{ id, report, state, at }}
                delegation={own}
                titles={titlesOf(id)}
                drafts={drafts ? <WaitingDrafts report={id} clears={clears} /> : null}
                reminders={remindersFor(id, own, at)}
              />
            )}
            <RecentEntries id={id} seat={seated.seat} state={state} />
          </div>
          <aside aria-label={t("report")}>
            <Visit report={id} seq={state.head.seq} />
            <Rounds id={id} state={state} />
            <SinceLastVisit id={id} seat={seated.seat} state={state} />
            <h2>{t("report")}</h2>
            <p className="report-line">
              <a href={`/reports/${id}`}>
                <b>
                  <bdi translate="no">{report.symbol}</bdi>
                </b>{" "}
                <span lang="zh-Hans">{report.title}</span>
              </a>
            </p>
            <p className="small mute">
              {t("counts", {
                ideas: Object.keys(state.ideas).length,
                paragraphs: state.text?.paragraphs.length ?? 0,
              })}{" "}
              {t("version")}
            </p>
            <p className="small mute">{t("entries", { count: state.head.seq })}</p>
            {openRound(state, at) === null && lastClosed === undefined && <p>{t("noRound")}</p>}
            {mayAtAll(seated.seat, "draft.write") && (
              <p>
                <a href={`/reports/${id}/statement`}>{bring("title")}</a>
              </p>
            )}
            {mayAtAll(seated.seat, "draft.read") && (
              <p>
                <a href={`/reports/${id}/pack`}>{pack("title")}</a>
              </p>
            )}
            {own !== null && (
              <p>
                <a href={`/reports/${id}/handover`}>{turn("handover")}</a>
              </p>
            )}
            <p>
              <a href={`/reports/${id}/groups`}>{groups("title")}</a>
            </p>
            <p>
              <a href={`/reports/${id}/delegations`}>{delegations("title")}</a>
            </p>
            {seated.seat.as === "administrator" && (
              <>
                <p>
                  <a href={`/reports/${id}/candidates`}>{t("candidates")}</a>
                </p>
                <p>
                  <a href={`/reports/${id}/received`}>{received("title")}</a>
                </p>
                <p>
                  <a href="/people">{people("all")}</a>
                </p>
                <p>
                  <a href={`/reports/${id}/lists`}>{lists("title")}</a>
                </p>
              </>
            )}
          </aside>
        </div>
      </main>
    </Frame>
  );
}
