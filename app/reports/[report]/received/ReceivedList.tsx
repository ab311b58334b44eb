"use client";
/** What was entered so far, newest first, and the way to annul what was entered in error. */
import { useFormatter, useTranslations } from "next-intl";
import { heldAt } from "#deliberation/by-seq";
import { isUnconfirmed, type StatementState } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNames } from "../../../_ui/names.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StatementFacts } from "../../../_ui/StatementFacts.tsx";
import { AnnulEntry } from "./AnnulEntry.tsx";

/** @param entered as of the page; those entered since are found in the live record. */
export function ReceivedList({ entered }: { entered: readonly StatementState[] }) {
  const t = useTranslations("received");
  const format = useFormatter();
  const name = useNames();
  const { report } = useSeat();
  const { statements } = useRecordState();
  const known = new Set(entered.map(({ seq }) => seq));
  const since = Object.values(statements).flatMap((page) => Object.values(page ?? {}));
  const all = [
    ...since.filter(({ seq, received }) => received !== null && !known.has(seq)),
    ...entered.map((one) => heldAt(statements, one.seq) ?? one),
  ].sort((a, b) => b.seq - a.seq);
  return (
    <section aria-labelledby="entered">
      <h2 id="entered">{t("list")}</h2>
      {all.length === 0 && <p className="mute">{t("none")}</p>}
      <ul className="plain passages">
        {all.map((one) => (
          <li key={one.seq}>
            <p className="by">
              <b>
                <bdi>{name(one.author)}</bdi>
              </b>{" "}
              <a href={`/reports/${report}/entries/${one.seq}`}>
                {t("entryOf", {
                  date: format.dateTime(new Date(one.date), { dateStyle: "medium", timeZone: "UTC" }),
                  seq: one.seq,
                })}
              </a>
            </p>
            <StatementFacts statement={one} />
            {isUnconfirmed(one) && <AnnulEntry seq={one.seq} says={t("annulSays")} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
