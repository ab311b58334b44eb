"use client";
/** Every group as the record has it at this moment: members, speakers and rule, each with its dates. */
import { useFormatter, useTranslations } from "next-intl";
import type { DelegationKey, Instant } from "#deliberation/ids";
import { asOf, assemblyOf, holdsAt } from "#deliberation/membership";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useNow } from "../../../_ui/browser-now.ts";
import { useNames } from "../../../_ui/names.ts";
import { ChangeMembership } from "./Membership.tsx";
import { EndTerm, RegisterRule, RegisterSpeaker } from "./Registering.tsx";

export function GroupList({ registers }: { registers: boolean }) {
  const t = useTranslations("groups");
  const state = useRecordState();
  const groups = assemblyOf(state).filter(({ kind }) => kind === "group");
  if (groups.length === 0) return <p>{t("none")}</p>;
  return groups.map(({ key }) => <Group key={key} group={key} registers={registers} />);
}

function Group({ group, registers }: { group: DelegationKey; registers: boolean }) {
  const t = useTranslations("groups");
  const state = useRecordState();
  const name = useNames();
  const now = useNow() ?? state.head.at;
  const at = now && asOf(state, now);
  const members = state.memberships[group] ?? [];
  const speakers = state.speaking[group] ?? [];
  const rule = state.bound[group];
  const within = members.filter(({ until }) => until === null).map(({ delegation }) => delegation);
  const holds = (term: Term) => at !== null && holdsAt(term, at);
  return (
    <section className="sec" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>
        <bdi>{name(group)}</bdi>
      </h2>
      <h3>{t("speakers")}</h3>
      {speakers.length === 0 && <p className="mute">{t("noSpeaker")}</p>}
      <ul className="plain">
        {speakers.map((one) => (
          <li key={one.delegation}>
            <bdi>{name(one.delegation)}</bdi> <Dates term={one} holds={holds(one)} />{" "}
            {!within.includes(one.delegation) && <span className="small">{t("notMember")}</span>}{" "}
            {registers && holds(one) && (
              <EndTerm
                name={`end-${group}-${one.delegation}`}
                title={t("endSpeaker", { name: name(one.delegation), group: name(group) })}
                asked={{ kind: "speaking.granted", group, delegation: one.delegation, from: one.from }}
              />
            )}
          </li>
        ))}
      </ul>
      {registers && (
        <div className="acts">
          <RegisterSpeaker group={group} members={within} />
        </div>
      )}
      <h3>{t("rule")}</h3>
      <p>
        {rule === undefined ? (
          <span className="mute">{t("noRule")}</span>
        ) : (
          <>
            {t("binds")} <Dates term={rule} holds={holds(rule)} />
          </>
        )}
      </p>
      {registers &&
        (rule !== undefined && holds(rule) ? (
          <EndTerm
            name={`end-rule-${group}`}
            title={t("endRule", { group: name(group) })}
            asked={{ kind: "group.rule.registered", group, from: rule.from }}
          />
        ) : (
          <RegisterRule group={group} />
        ))}
      <h3>{t("members", { count: within.length })}</h3>
      <ul className="plain">
        {members.map((one) => (
          <li key={`${one.delegation}-${one.from}`}>
            <bdi>{name(one.delegation)}</bdi> <Dates term={one} holds={holds(one)} />{" "}
            {registers && one.until === null && (
              <ChangeMembership group={group} delegation={one.delegation} />
            )}
          </li>
        ))}
      </ul>
      {registers && (
        <div className="acts">
          <ChangeMembership group={group} />
        </div>
      )}
    </section>
  );
}

interface Term {
  from: Instant;
  until: Instant | null;
}

function Dates({ term: { from, until }, holds }: { term: Term; holds: boolean }) {
  const t = useTranslations("groups");
  const format = useFormatter();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <span className={holds ? "small" : "small mute"}>
      {until === null
        ? t("since", { from: day(from) })
        : t("fromUntil", { from: day(from), until: day(until) })}
      {!holds && ` · ${t("notInForce")}`}
    </span>
  );
}
