/** A reply to one's delegation, in a line that leads to it. */
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReportId } from "#deliberation/ids";
import { type CommentState, placeOf, type State } from "#deliberation/state";
import { LateMark } from "./LateMark.tsx";

export async function Reply({ id, reply, state }: { id: ReportId; reply: CommentState; state: State }) {
  const [t, format, locale] = [await getTranslations("turn"), await getFormatter(), await getLocale()];
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
