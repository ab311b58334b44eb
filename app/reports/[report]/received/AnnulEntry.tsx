"use client";
/** Annulling what was entered for a delegation in error, with a reason. What follows from it the caller says. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Reason, ReasonFields } from "../rounds/ReasonFields.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";

export function AnnulEntry({ seq, says }: { seq: number; says: string }) {
  const t = useTranslations("received");
  const locale = useLocale();
  const [why, setWhy] = useState<Reason>({ reason: "", lang: locale });
  const name = `annul-${seq}`;
  const reason = why.reason.trim();
  return (
    <RecordDialog
      name={name}
      ask={t("annul", { seq })}
      title={t("annul", { seq })}
      says={says}
      confirm={t("annulConfirm")}
      read={() =>
        reason === ""
          ? { faults: { [`${name}-reason`]: "reason" } }
          : { asked: { kind: "entry.annulled", entry: seq, reason, lang: why.lang } }
      }
      onRecorded={() => setWhy({ ...why, reason: "" })}
    >
      <ReasonFields name={name} value={why} onChange={setWhy} />
    </RecordDialog>
  );
}
