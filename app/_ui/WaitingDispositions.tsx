/** Dispositions of one's delegation's words that wait for its answer, each leading to its place. */
import { useTranslations } from "next-intl";
import type { WaitingDisposition } from "#deliberation/disposition-queue";
import type { ReportId } from "#deliberation/ids";

const SHOWN = 5;

export function WaitingDispositions({
  id,
  waiting,
}: {
  id: ReportId;
  waiting: readonly WaitingDisposition[];
}) {
  const [t, turn] = [useTranslations("disposition"), useTranslations("turn")];
  if (waiting.length === 0) return null;
  return (
    <div className="matter">
      <h3>{t("todo", { count: waiting.length })}</h3>
      <ul className="plain">
        {waiting.slice(0, SHOWN).map(({ entry, place, disposition }) => (
          <li key={entry}>
            <a href={`/reports/${id}/dispositions#entry-${entry}`}>
              {t("todoOne", {
                place: place === "" ? turn("theReport") : place,
                outcome: t(`outcome.${disposition.outcome}`),
              })}
            </a>
          </li>
        ))}
      </ul>
      {waiting.length > SHOWN && (
        <p>
          <a href={`/reports/${id}/dispositions`}>{turn("more", { count: waiting.length - SHOWN })}</a>
        </p>
      )}
    </div>
  );
}
