"use client";
/** What was said of a silence procedure: whose objection or explanation, to which ideas, and how it was received. */
import { useFormatter, useTranslations } from "next-intl";
import type { SilenceWords } from "#deliberation/state";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";

export function SilenceSaid({ one }: { one: SilenceWords }) {
  const [t, format] = [useTranslations("silence"), useFormatter()];
  const name = useNames();
  const { report } = useSeat();
  const { delegation, by, received, ideas } = one;
  const who =
    by.delegation === null || by.delegation === delegation
      ? name(delegation)
      : t("inName", { group: name(delegation), who: name(by.delegation) });
  return (
    <div>
      <dt>{t(one.kind === "silence.objected" ? "objection" : "explanation", { who })}</dt>
      <dd>
        <Said words={one.words} lang={one.lang} />
        {ideas !== null && (
          <p className="small">
            {t("toIdeas")} <bdi translate="no">{ideas.join(" ")}</bdi>
          </p>
        )}
        {received !== null && (
          <p className="small">
            {t(`received.${received.means}`, {
              time: format.dateTime(new Date(received.at), { dateStyle: "medium", timeStyle: "short" }),
              by: by.capacity,
            })}
          </p>
        )}
        <a className="small" href={`/reports/${report}/entries/${one.seq}`}>
          {t("seeEntry", { entry: one.seq })}
        </a>
      </dd>
    </div>
  );
}
