"use client";
/** What was decided about a round, in its order: by whom, when, and why. */
import { useFormatter, useTranslations } from "next-intl";
import type { RoundState, RoundStep } from "#deliberation/state";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";

export function Course({ round }: { round: Pick<RoundState, "course"> }) {
  const t = useTranslations("rounds");
  const format = useFormatter();
  const { report } = useSeat();
  const utc = (at: string) =>
    t("utc", {
      time: format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }),
    });
  return (
    <ol className="course">
      {round.course.map((step, index) => (
        <li key={step.seq} aria-current={index === round.course.length - 1 ? "step" : undefined}>
          <b>{t(`step.${step.kind}`)}</b>{" "}
          <time dateTime={step.at} className="small">
            {utc(step.at)}
          </time>{" "}
          <span className="small mute">
            {t(`by.${byOf(step)}`)} ·{" "}
            <a href={`/reports/${report}/entries/${step.seq}`}>{t("entryLink", { seq: step.seq })}</a>
          </span>
          {step.kind !== "closed" && <div className="small">{t("until", { time: utc(step.closesAt) })}</div>}
          {step.reason !== null && <Said {...step.reason} />}
        </li>
      ))}
    </ol>
  );
}

function byOf({ by }: RoundStep): "facilitator" | "secretariat" | "clock" {
  return by === "facilitator" || by === "clock" ? by : "secretariat";
}
