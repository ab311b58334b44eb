/** How much of each sort is new, leading to the entries. */
import { getTranslations } from "next-intl/server";
import { CHANGES } from "#deliberation/changes";
import type { ReportId } from "#deliberation/ids";
import type { State } from "#deliberation/state";
import { MOST_NEWS, type News } from "../_data/visits.ts";

export async function NewsFigures({ id, state, news }: { id: ReportId; state: State; news: News }) {
  const t = await getTranslations("turn");
  const { counts, more } = news;
  const some = CHANGES.filter((change) => counts[change] > 0);
  return (
    <>
      {some.length === 0 ? (
        <p>{t("noNews")}</p>
      ) : (
        <ul className="plain rows">
          {some.map((change) => (
            <li key={change}>
              <a href={`/reports/${id}/history`}>{t(`news.${change}`, { count: counts[change] })}</a>
            </li>
          ))}
        </ul>
      )}
      {more && <p className="small mute">{t("atLeast", { count: MOST_NEWS })}</p>}
      {counts.text === 0 && state.text !== null && (
        <p className="small mute">{t("textSame", { version: state.text.version })}</p>
      )}
    </>
  );
}
