/** What others said and did since this person's last visit, in figures that lead to the entries. */
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReportId } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { newsFor } from "../_data/visits.ts";
import { NewsFigures } from "./NewsFigures.tsx";

export async function SinceLastVisit({ id, seat, state }: { id: ReportId; seat: Seat; state: State }) {
  const [t, format] = [await getTranslations("turn"), await getFormatter()];
  const news = newsFor(id, seat, state);
  if (news === null) return <p className="small mute">{t("firstVisit")}</p>;
  const { since } = news;
  return (
    <section aria-labelledby="since">
      <h2 id="since">
        <time dateTime={since.at}>
          {t("since", {
            time: format.dateTime(new Date(since.at), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </time>
      </h2>
      <NewsFigures id={id} state={state} news={news} />
    </section>
  );
}
