/** What others said and did since this person's last visit, in figures that lead to the entries. */
import { getFormatter, getTranslations } from "next-intl/server";
import { CHANGES } from "#deliberation/changes";
import type { ReportId } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { MOST_NEWS, newsFor } from "../_data/visits.ts";

export async function SinceLastVisit({ id, seat, state }: { id: ReportId; seat: Seat; state: State }) {
  const [t, format] = [await getTranslations("turn"), await getFormatter()];
  const news = newsFor(id, seat, state);
  if (news === null) return <p className="small mute">{t("firstVisit")}</p>;
  const { counts, since, more } = news;
  const some = CHANGES.filter((change) => counts[change] > 0);
  return (
    <section aria-labelledby="since">
      <h2 id="since">
        <time dateTime={since.at}>
          {t("since", {
            time: format.dateTime(new Date(since.at), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </time>
      </h2>
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
    </section>
  );
}
