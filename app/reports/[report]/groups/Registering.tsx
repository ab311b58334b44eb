"use client";
/** The secretariat registers who speaks for a group and what binds it, with dates, and ends it: each an entry. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DelegationKey, Instant } from "#deliberation/ids";
import { browserNow } from "../../../_ui/browser-now.ts";
import { useNames } from "../../../_ui/names.ts";
import { RecordDialog } from "../rounds/RecordDialog.tsx";

const DAY_MS = 86_400_000;

/** Days of UTC; the last one is included. */
interface Days {
  from: string;
  until: string;
}

const OPEN: Days = { from: "", until: "" };

function termOf({ from, until }: Days): { from: Instant; until: Instant | null } {
  return {
    from: from === "" ? browserNow() : (`${from}T00:00:00.000Z` as Instant),
    until:
      until === ""
        ? null
        : (new Date(Date.parse(`${until}T00:00:00.000Z`) + DAY_MS).toISOString() as Instant),
  };
}

export function RegisterSpeaker({ group, members }: { group: DelegationKey; members: DelegationKey[] }) {
  const t = useTranslations("groups");
  const name = useNames();
  const [who, setWho] = useState("");
  const [days, setDays] = useState(OPEN);
  const id = `speaker-${group}`;
  return (
    <RecordDialog
      name={id}
      ask={t("registerSpeaker")}
      title={t("registerSpeakerOf", { group: name(group) })}
      says={t("registerSays")}
      confirm={t("register")}
      read={() =>
        who === ""
          ? { faults: { [`${id}-who`]: "delegation" } }
          : { asked: { kind: "speaking.granted", group, delegation: who, ...termOf(days) } }
      }
      onRecorded={() => setDays(OPEN)}
    >
      <DelegationField id={`${id}-who`} keys={members} value={who} onChange={setWho} />
      <DayFields value={days} onChange={setDays} />
    </RecordDialog>
  );
}

export function RegisterRule({ group }: { group: DelegationKey }) {
  const t = useTranslations("groups");
  const name = useNames();
  const [days, setDays] = useState(OPEN);
  return (
    <RecordDialog
      name={`rule-${group}`}
      ask={t("registerRule")}
      title={t("registerRuleOf", { group: name(group) })}
      says={t("ruleMeans")}
      confirm={t("register")}
      read={() => ({ asked: { kind: "group.rule.registered", group, ...termOf(days) } })}
      onRecorded={() => setDays(OPEN)}
    >
      <DayFields value={days} onChange={setDays} />
    </RecordDialog>
  );
}

/** @param asked the same registration, which is to hold no longer than now. */
export function EndTerm({ name, title, asked }: { name: string; title: string; asked: object }) {
  const t = useTranslations("groups");
  return (
    <RecordDialog
      name={name}
      ask={t("end")}
      title={title}
      says={t("endSays")}
      confirm={t("endConfirm")}
      read={() => ({ asked: { ...asked, until: browserNow() } })}
      onRecorded={() => undefined}
    >
      {null}
    </RecordDialog>
  );
}

interface FieldProps {
  id: string;
  keys: DelegationKey[];
  value: string;
  onChange: (value: string) => void;
}

export function DelegationField({ id, keys, value, onChange }: FieldProps) {
  const t = useTranslations("groups");
  const name = useNames();
  return (
    <label className="field">
      <span>{t("delegation")}</span>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" />
        {keys.map((key) => (
          <option key={key} value={key}>
            {name(key)}
          </option>
        ))}
      </select>
    </label>
  );
}

function DayFields({ value, onChange }: { value: Days; onChange: (value: Days) => void }) {
  const t = useTranslations("groups");
  return (
    <div className="two">
      {(["from", "until"] as const).map((which) => (
        <label className="field" key={which}>
          <span>{t(which)}</span>
          <input
            type="date"
            value={value[which]}
            onChange={(event) => onChange({ ...value, [which]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
