/** How a statement came about and what became of it: on the page of its entry and beside what it speaks to alike. */
import { useFormatter, useTranslations } from "next-intl";
import type { StatementState } from "#deliberation/state";
import { LateMark } from "./LateMark.tsx";

export function StatementFacts({ statement }: { statement: StatementState }) {
  const t = useTranslations();
  const format = useFormatter();
  const { manner, date, by, received, withdrawn, annulled, corrections } = statement;
  const day = (moment: string) =>
    format.dateTime(new Date(moment), { dateStyle: "medium", ...(moment === date && { timeZone: "UTC" }) });
  const capacity = received === null ? t(`capacity.${by.capacity}`) : t("statements.received");
  const confirmed = received?.confirmed ?? null;
  return (
    <>
      <p className="small mute">
        {t(`statements.${manner}`, { date: day(date) })} · {capacity} <LateMark late={statement.late} />
        {corrections.length > 0 && ` · ${t("statements.corrected", { rev: corrections.length + 1 })}`}
      </p>
      {annulled !== null && (
        <p className="small warning">
          {t("statements.annulled", { date: day(annulled.at), reason: annulled.reason })}
        </p>
      )}
      {withdrawn !== null && (
        <p className="small mute">{t("statements.withdrawn", { date: day(withdrawn.at) })}</p>
      )}
      {received !== null && confirmed === null && annulled === null && (
        <p className="small warning">{t("statements.unconfirmed")}</p>
      )}
      {confirmed !== null && (
        <p className="small mute">
          {t("statements.confirmed", { date: day(confirmed.at), seq: confirmed.seq })}
        </p>
      )}
    </>
  );
}
