/** A reply to one's delegation, in a line that leads to it. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReportId } from "#deliberation/ids";
import { type CommentState, placeOf, type State } from "#deliberation/state";
import { LateMark } from "./LateMark.tsx";

export function Reply({ id, reply, state }: { id: ReportId; reply: CommentState; state: State }) {
  const [t, format, locale] = [useTranslations("turn"), useFormatter(), useLocale()];
  const key = reply.by.delegation;
  const names: Record<string, string> = (key && state.delegations[key]?.names) || {};
  return (
    <li>
      <a href={`/reports/${id}/entries/${reply.seq}`}>
        {t("reply", {
          who: names[locale] ?? names.en ?? key ?? "",
          place: placeOf(reply.target) === "" ? t("theReport") : placeOf(reply.target),
        })}
      </a>{" "}
      <time className="small mute" dateTime={reply.at}>
        {format.dateTime(new Date(reply.at), { dateStyle: "medium", timeStyle: "short" })}
      </time>{" "}
      <LateMark late={reply.late} />
    </li>
  );
}
