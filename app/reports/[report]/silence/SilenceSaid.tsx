"use client";
/** What was said of a silence procedure: whose objection or explanation, to which ideas, and how it was received. */
import { useFormatter, useTranslations } from "next-intl";
import type { SilenceWords } from "#deliberation/state";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { AnnulEntry } from "../received/AnnulEntry.tsx";

/** @param annuls whether the reader may annul what was entered in the same capacity, in error. */
export function SilenceSaid({ one, annuls }: { one: SilenceWords; annuls: boolean }) {
  const [t, format] = [useTranslations("silence"), useFormatter()];
  const name = useNames();
  const { report, as } = useSeat();
  const { delegation, by, received, ideas, annulled } = one;
  const enteredHere = received !== null && (as === "facilitator") === (by.capacity === "facilitator");
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
        {annulled !== null && (
          <>
            <p className="warning">
              {t("annulled", {
                time: format.dateTime(new Date(annulled.at), { dateStyle: "medium", timeStyle: "short" }),
              })}
            </p>
            <Said words={annulled.reason} lang={annulled.lang} />
          </>
        )}
        <a className="small" href={`/reports/${report}/entries/${one.seq}`}>
          {t("seeEntry", { entry: one.seq })}
        </a>{" "}
        {annuls && enteredHere && annulled === null && <AnnulEntry seq={one.seq} says={t("annulSays")} />}
      </dd>
    </div>
  );
}
