"use client";
/** Late words in the order they came: those that wait, each to be read and admitted, then those that were admitted. */
import { useFormatter, useTranslations } from "next-intl";
import { useRef } from "react";
import { allHeld } from "#deliberation/by-seq";
import { authorOfLate, isOvertaken, waitingLate } from "#deliberation/late";
import type { LateWords } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { LateSaid } from "../../../_ui/LateSaid.tsx";
import { useNames } from "../../../_ui/names.ts";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";

export function LateQueue() {
  const t = useTranslations("late.page");
  const state = useRecordState();
  const name = useNames();
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = waitingLate(state);
  return (
    <>
      <section aria-labelledby="to-admit">
        <h2 id="to-admit" ref={heading} tabIndex={-1}>
          {t("waiting", { count: waiting.length })}
        </h2>
        {waiting.length === 0 && <p>{t("none")}</p>}
        <ul className="plain matters">
          {waiting.map((late) => (
            <li key={late.seq} className="matter" id={`entry-${late.seq}`}>
              <h3>
                <bdi>{name(authorOfLate(late.body) ?? "")}</bdi>
              </h3>
              <LateSaid late={late} />
              <div className="acts">
                <Admit late={late} onAdmitted={() => heading.current?.focus()} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <Admitted />
    </>
  );
}

function Admit({ late, onAdmitted }: { late: LateWords; onAdmitted: () => void }) {
  const t = useTranslations("late.page");
  const refusal = useTranslations("refusal");
  const state = useRecordState();
  const name = useNames()(authorOfLate(late.body) ?? "");
  // What could only be refused is not offered.
  if (late.body.kind === "position.stated" && state.ideas[late.body.idea]?.withdrawn !== null)
    return <p className="small warning">{refusal("unknown-idea")}</p>;
  if (isOvertaken(state, late)) return <p className="small warning">{refusal("late-overtaken")}</p>;
  return (
    <RecordDialog
      name={`admit-${late.seq}`}
      ask={t("admit", { entry: late.seq })}
      title={t("admitOf", { name })}
      says={t("admitSays")}
      confirm={t("confirm")}
      read={() => ({ asked: { kind: "late.admitted", entry: late.seq } })}
      onRecorded={onAdmitted}
    />
  );
}

function Admitted() {
  const [t, late] = [useTranslations("late.page"), useTranslations("late")];
  const format = useFormatter();
  const state = useRecordState();
  const name = useNames();
  const { report } = useSeat();
  const all = allHeld(state.late).flatMap((one) =>
    one.admitted === null ? [] : [{ one, as: one.admitted }],
  );
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="admitted">
      <h2 id="admitted">{t("admitted")}</h2>
      <ul className="plain">
        {all
          .sort((a, b) => b.as.seq - a.as.seq)
          .map(({ one, as: { seq, at } }) => (
            <li key={seq}>
              <bdi>{name(authorOfLate(one.body) ?? "")}</bdi>:{" "}
              <a href={`/reports/${report}/entries/${seq}`}>{late("admittedAs", { entry: seq })}</a>{" "}
              <time className="small mute" dateTime={at}>
                {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
              </time>
            </li>
          ))}
      </ul>
    </section>
  );
}
