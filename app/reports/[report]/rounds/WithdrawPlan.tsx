"use client";
/** Giving a plan up, with the reason. */
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Reason, ReasonFields } from "./ReasonFields.tsx";
import { RecordDialog } from "./RecordDialog.tsx";

export function WithdrawPlan({ number }: { number: string }) {
  const t = useTranslations("rounds");
  const locale = useLocale();
  const [why, setWhy] = useState<Reason>({ reason: "", lang: locale });
  const name = `drop-${number}`;
  const reason = why.reason.trim();
  return (
    <RecordDialog
      name={name}
      ask={t("drop.ask", { number })}
      title={t("drop.ask", { number })}
      says={t("drop.says")}
      confirm={t("drop.confirm")}
      read={() =>
        reason === ""
          ? { faults: { [`${name}-reason`]: "reason" } }
          : { asked: { kind: "plan.withdrawn", round: number, reason, lang: why.lang } }
      }
      onRecorded={() => setWhy({ ...why, reason: "" })}
    >
      <ReasonFields name={name} value={why} onChange={setWhy} />
    </RecordDialog>
  );
}
