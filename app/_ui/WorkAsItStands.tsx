/** Home of those who sit in no delegation: who was not heard yet, what is unanswered; for readers, the check of the record. */
import { getLocale, getTranslations } from "next-intl/server";
import { allHeld } from "#deliberation/by-seq";
import { totalsShown } from "#deliberation/count";
import { untreatedCount } from "#deliberation/disposition-queue";
import type { ReportId } from "#deliberation/ids";
import { waitingLate } from "#deliberation/late";
import { may } from "#deliberation/may";
import { memberStates } from "#deliberation/membership";
import { doesTakePart } from "#deliberation/participation";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { progressOfMembers, silentDelegations, unansweredQuestions } from "#deliberation/work";
import { Questions } from "./Questions.tsx";

export async function WorkAsItStands({ id, seat, state }: { id: ReportId; seat: Seat; state: State }) {
  const [t, locale] = [await getTranslations("turn"), await getLocale()];
  const participation = await getTranslations("participation");
  const [disposition, late] = [await getTranslations("disposition"), await getTranslations("late")];
  const members = memberStates(state);
  const silent = silentDelegations(state);
  const heard = progressOfMembers(state).filter(({ stated }) => stated > 0).length;
  const apart = members.filter(({ key }) => !doesTakePart(state, key)).length;
  const questions = unansweredQuestions(state, allHeld(state.comments));
  return (
    <section aria-labelledby="work" className="matters">
      <h2 id="work">{t("work")}</h2>
      {totalsShown(state) && members.length > 0 && (
        <div className="matter">
          <p>
            {t("heard", { heard, of: members.length })}{" "}
            {apart > 0 && participation("count", { count: apart })}
          </p>
          {seat.as !== "reviewer" && silent.length > 0 && (
            <details>
              <summary>{t("silent", { count: silent.length })}</summary>
              <ul className="plain">
                {silent.map(({ key, names }) => (
                  <li key={key}>{(names as Record<string, string>)[locale] ?? names.en ?? key}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
      {seat.as !== "reviewer" && (
        <p className="matter">
          <a href={`/reports/${id}/not-stated`}>{t("notStated")}</a>
        </p>
      )}
      {seat.as !== "reviewer" && <Questions id={id} state={state} all={questions} />}
      {may(seat, "round.run") && waitingLate(state).length > 0 && (
        <p className="matter">
          <a href={`/reports/${id}/late`}>{late("toAdmit", { count: waitingLate(state).length })}</a>
        </p>
      )}
      {may(seat, "podium.write") && (
        <p className="matter">
          <a href={`/reports/${id}/dispositions?status=untreated`}>
            {disposition("untreated", { count: untreatedCount(state) })}
          </a>
        </p>
      )}
      <p className="matter">
        <a href={`/reports/${id}/history`}>{t("verify")}</a>
      </p>
    </section>
  );
}
