"use client";
/** The ideas there are, each withdrawn by the secretariat with a reason: its number is never given again. */
import { useTranslations } from "next-intl";
import { standingIdeas } from "#deliberation/count";
import { useRecordState } from "../../../_live/LiveProvider.tsx";
import { useSeat } from "../../../_ui/SeatContext.tsx";
import { RecordDialog } from "../rounds/RecordDialog.tsx";

export function Identified() {
  const t = useTranslations("candidates");
  const { report } = useSeat();
  const state = useRecordState();
  const ideas = standingIdeas(state);
  return (
    <details>
      <summary>{t("identified", { count: ideas.length })}</summary>
      <ol className="entries">
        {ideas.map((id) => (
          <li key={id}>
            <a className="chip" href={`/reports/${report}/ideas/${id}`}>
              <bdi translate="no">{id}</bdi>
            </a>{" "}
            <span lang="zh-Hans">{state.ideas[id]?.quote}</span>{" "}
            <RecordDialog
              name={`withdraw-${id}`}
              ask={t("withdraw")}
              title={t("withdrawTitle", { id })}
              says={t("withdrawSays")}
              confirm={t("withdrawConfirm")}
              read={() => {
                const field = document.getElementById(`reason-${id}`) as HTMLTextAreaElement | null;
                const reason = field?.value.trim() ?? "";
                if (reason === "") return { faults: { [`reason-${id}`]: t("reasonMissing") } };
                return { asked: { kind: "idea.withdrawn", idea: id, reason } };
              }}
              onRecorded={() => {}}
            >
              <label className="field" htmlFor={`reason-${id}`}>
                <span>{t("reason")}</span>
                <textarea id={`reason-${id}`} rows={3} dir="auto" />
              </label>
            </RecordDialog>
          </li>
        ))}
      </ol>
    </details>
  );
}
