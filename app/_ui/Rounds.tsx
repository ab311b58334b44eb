/** Rounds and their deadlines: New York, the reader's own time, and how long it is until then. */
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReportId } from "#deliberation/ids";
import { isExtended } from "#deliberation/round-course";
import type { State } from "#deliberation/state";
import { Deadline } from "./Deadline.tsx";

export async function Rounds({ id, state }: { id: ReportId; state: State }) {
  const [t, format] = [await getTranslations(), await getFormatter()];
  const rounds = Object.values(state.rounds).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{t("turn.rounds")}</h2>
      {rounds.length === 0 && <p>{t("round.none")}</p>}
      <ul className="plain rows">
        {Object.values(state.plans).map(({ id: number, opensAt, closesAt }) => (
          <li key={`plan-${number}`} className="deadline">
            <span>
              <b>{t("rounds.plannedRound", { number })}</b>
            </span>
            <span>
              {t("rounds.fromUntil", {
                from: format.dateTime(new Date(opensAt), { dateStyle: "medium", timeStyle: "short" }),
                until: format.dateTime(new Date(closesAt), { dateStyle: "medium", timeStyle: "short" }),
              })}
            </span>
          </li>
        ))}
        {Object.values(state.silences)
          .filter(({ concluded }) => concluded === null)
          .map(({ seq, number, closesAt }) => (
            <li key={`silence-${seq}`} className="deadline">
              <a href={`/reports/${id}/silence#silence-${seq}`}>{t("silence.heading", { number })}</a>
              <span>
                {t("silence.until", {
                  time: format.dateTime(new Date(closesAt), { dateStyle: "medium", timeStyle: "short" }),
                })}
              </span>
            </li>
          ))}
        {rounds.map((round) => (
          <li key={round.id} className="deadline">
            <Deadline
              number={round.id}
              closesAt={round.closesAt}
              closedAt={round.closedAt}
              extended={isExtended(round)}
              unattributed={round.modalities.attribution === "unattributed"}
            />
            <span className="small mute">
              {t("rounds.utc", {
                time: format.dateTime(new Date(round.closedAt ?? round.closesAt), {
                  dateStyle: "medium",
                  timeStyle: "short",
                  timeZone: "UTC",
                }),
              })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/reports/${id}/rounds`}>{t("rounds.all")}</a>
      </p>
      {rounds.length + Object.keys(state.plans).length > 0 && (
        <p>
          <Calendar id={id} />
        </p>
      )}
    </section>
  );
}

export async function Calendar({ id, short = false }: { id: ReportId; short?: boolean }) {
  const [t, locale] = [await getTranslations("turn"), await getLocale()];
  const name = t("calendar");
  return (
    <a href={`/api/v1/reports/${id}/deadlines.ics?lang=${locale}`} download title={short ? name : undefined}>
      {short ? t("calendarShort") : name}
    </a>
  );
}
