/** "Received after the deadline": beside whatever was, wherever it is shown. */
import { useFormatter, useTranslations } from "next-intl";
import type { Late } from "#deliberation/state";

export function LateMark({ late }: { late: Late | undefined }) {
  const [t, format] = [useTranslations("late"), useFormatter()];
  if (late === undefined) return null;
  const time = format.dateTime(new Date(late.at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <>
      {" "}
      <span className="late" title={time}>
        {t("mark")}
      </span>
    </>
  );
}
