"use client";
/** A new deadline with its reason: an open round is extended, a closed one reopened. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { inNewYork } from "#deliberation/new-york";
import type { RoundState } from "#deliberation/state";
import { browserNow } from "../../../_ui/browser-now.ts";
import { DeadlineFields, momentOf } from "./DeadlineFields.tsx";
import { type Reason, ReasonFields } from "./ReasonFields.tsx";
import { RecordDialog } from "./RecordDialog.tsx";

interface Props {
  round: RoundState;
  kind: "round.extended" | "round.reopened";
}

export function NewDeadline({ round, kind }: Props) {
  const t = useTranslations("rounds");
  const format = useFormatter();
  const locale = useLocale();
  const [asked, setAsked] = useState({ day: "", time: inNewYork(round.closesAt).time });
  const [why, setWhy] = useState<Reason>({ reason: "", lang: locale });
  const what = kind === "round.extended" ? "extend" : "reopen";
  const name = `${what}-${round.id}`;
  const read = () => {
    const closesAt = momentOf(asked);
    const fault =
      closesAt === null
        ? "moment"
        : what === "extend" && closesAt <= round.closesAt
          ? "later"
          : closesAt <= browserNow()
            ? "ahead"
            : null;
    const faults = {
      ...(fault === null ? {} : { [`${name}-day`]: fault }),
      ...(why.reason.trim() === "" ? { [`${name}-reason`]: "reason" } : {}),
    };
    if (Object.keys(faults).length > 0) return { faults };
    return { asked: { kind, round: round.id, closesAt, reason: why.reason.trim(), lang: why.lang } };
  };
  const stands = format.dateTime(new Date(round.closedAt ?? round.closesAt), {
    dateStyle: "full",
    timeStyle: "short",
  });
  return (
    <RecordDialog
      name={name}
      ask={t(`${what}.ask`, { number: round.id })}
      title={t(`${what}.title`, { number: round.id })}
      says={t(`${what}.says`, { time: stands })}
      confirm={t(`${what}.confirm`, { number: round.id })}
      read={read}
      onRecorded={() => {
        setAsked({ ...asked, day: "" });
        setWhy({ ...why, reason: "" });
      }}
    >
      <DeadlineFields name={name} value={asked} onChange={setAsked} />
      <ReasonFields name={name} value={why} onChange={setWhy} />
    </RecordDialog>
  );
}
