"use client";
/** Member States, observers, groups and who has no standing any more, by name, each with what it was before. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { notTakingPart } from "#deliberation/participation";
import type { Participation } from "#deliberation/state";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNames } from "../../../_ui/names.ts";
import { Said } from "../../../_ui/Said.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { StanceToken } from "../../../_ui/Stance.tsx";
import { Rename } from "./Rename.tsx";
import { StandingActs } from "./StandingActs.tsx";
import { StandingHistory } from "./StandingHistory.tsx";

const KINDS = ["member", "observer", "group", "former"] as const;

export function DelegationList({ enters }: { enters: boolean }) {
  const t = useTranslations("delegations");
  const locale = useLocale();
  const names = useNames();
  const state = useRecordState();
  const { delegations } = state;
  const order = new Intl.Collator(locale);
  const all = Object.values(delegations)
    .map((one) => ({ one, name: names(one.key) }))
    .sort((a, b) => order.compare(a.name, b.name));
  return KINDS.map((kind) => {
    const shown = all.filter(({ one }) => one.kind === kind);
    if (kind === "former" && shown.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={`kind-${kind}`}>
        <h2 id={`kind-${kind}`}>{t(`count.${kind}`, { count: shown.length })}</h2>
        <ul className="entries">
          {shown.map(({ one, name }) => (
            <li key={one.key}>
              <bdi>{name}</bdi>{" "}
              <span className="mute small">
                <bdi translate="no">{one.key}</bdi>
              </span>{" "}
              <StandingHistory one={one} />
              <Apart said={kind === "former" ? null : notTakingPart(state, one.key)} />
              {enters && kind !== "former" && <Rename key={one.names.en ?? ""} one={one} name={name} />}
              {enters && kind !== "group" && <StandingActs key={kind} one={one} name={name} />}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** That it does not take part in the exercise, since when and in which words. */
function Apart({ said }: { said: Participation | null }) {
  const t = useTranslations();
  const format = useFormatter();
  const { report } = useSeat();
  if (said === null) return null;
  const date = format.dateTime(new Date(said.at), { dateStyle: "medium" });
  return (
    <>
      <StanceToken stance="not-taking-part" />{" "}
      <span className="mute small">
        {t("participation.since", { date })} ·{" "}
        <a href={`/reports/${report}/entries/${said.seq}`}>{t("search.entry", { seq: said.seq })}</a>
      </span>{" "}
      {said.words !== null && said.lang !== null && <Said words={said.words} lang={said.lang} />}
    </>
  );
}
