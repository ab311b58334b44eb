"use client";
/** What whoever runs rounds may do with a silence procedure: enter an objection, cancel, announce the outcome. */
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Instant } from "#deliberation/ids";
import { isolated } from "#deliberation/isolated";
import { isRunning, standingInSilence } from "#deliberation/silence";
import type { SilenceState } from "#deliberation/state";
import { type Reason, ReasonFields } from "../rounds/ReasonFields.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";
import { EnterObjection } from "./EnterObjection.tsx";

export function SilenceActs({ silence, at }: { silence: SilenceState; at: Instant }) {
  const t = useTranslations("silence");
  const format = useFormatter();
  if (silence.cancelled !== null || silence.announced !== null) return null;
  const stand = standingInSilence(silence);
  return (
    <div className="acts">
      {silence.concluded !== null && stand.length > 0 && (
        <RecordDialog
          name={`announce-${silence.seq}`}
          ask={t("announce.ask")}
          title={t("announce.ask")}
          says={t("announce.says", { ideas: format.list(stand.map(isolated), { type: "unit" }) })}
          confirm={t("announce.confirm")}
          read={() => ({
            asked: { kind: "silence.announced", entry: silence.seq, outcome: "agreed-ad-referendum" },
          })}
          onRecorded={() => undefined}
        >
          {null}
        </RecordDialog>
      )}{" "}
      <EnterObjection silence={silence} /> {isRunning(silence, at) && <CancelSilence silence={silence} />}
    </div>
  );
}

function CancelSilence({ silence }: { silence: SilenceState }) {
  const t = useTranslations("silence.cancel");
  const locale = useLocale();
  const [why, setWhy] = useState<Reason>({ reason: "", lang: locale });
  const name = `cancel-${silence.seq}`;
  const read = () => {
    const reason = why.reason.trim();
    if (reason === "") return { faults: { [`${name}-reason`]: "reason" } };
    return { asked: { kind: "silence.cancelled", entry: silence.seq, reason, lang: why.lang } };
  };
  return (
    <RecordDialog
      name={name}
      ask={t("ask")}
      title={t("ask")}
      says={t("says")}
      confirm={t("confirm")}
      read={read}
      onRecorded={() => undefined}
    >
      <ReasonFields name={name} value={why} onChange={setWhy} />
    </RecordDialog>
  );
}
