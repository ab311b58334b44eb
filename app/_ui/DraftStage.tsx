"use client";
/** How far a draft is, between the first word and the record, and sending it for clearance. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { readDraft, saidSoFar } from "#deliberation/draft";
import type { DraftId, Hash } from "#deliberation/ids";
import { type ChosenStage, stageField, stageOf } from "#deliberation/stage";
import type { WaitingDraft } from "#deliberation/waiting-drafts";
import { type Draft, useDraftPlain } from "../_live/drafts.tsx";
import { useRecordState } from "../_live/LiveProvider.tsx";
import { browserNow } from "./browser-now.ts";
import { Heard } from "./Heard.tsx";
import { useSeat } from "./SeatContext.tsx";

const STEPS = ["drafting", "awaiting-instructions", "ready", "cleared", "submitted"] as const;
type Step = (typeof STEPS)[number];

export function DraftStage({ draft }: { draft: Pick<Draft, "id" | "ready" | "set" | "submitted"> }) {
  const t = useTranslations("stage");
  const { writes } = useSeat();
  const { id, submitted } = draft;
  const plain = useDraftPlain(id);
  const state = useRecordState();
  const stage = stageOf(plain, id);
  const cleared = useCleared(id, stage);
  const said = saidSoFar(plain, id);
  if (!draft.ready || (said === null && stage === "drafting")) return null;
  const isCleared = () => {
    const reading = cleared === null ? null : readDraft(plain, id, state, browserNow());
    return reading !== null && "hash" in reading && reading.hash === cleared;
  };
  const changed = stage === "changed-since-ready";
  const step: Step =
    submitted !== null && submitted.hash === said
      ? "submitted"
      : isCleared()
        ? "cleared"
        : changed
          ? "ready"
          : stage;
  const choose = (chosen: ChosenStage) => {
    const field = stageField(plain, id, chosen);
    if (field !== null) draft.set("stage", field);
  };
  const open = step !== "submitted" && step !== "cleared";
  return (
    <section className="stage" aria-label={t("title")}>
      <ol>
        {STEPS.map((one) => (
          <li key={one} aria-current={one === step ? "step" : undefined}>
            {t(one)}
          </li>
        ))}
      </ol>
      <Heard className="small">
        {changed && open && <b>{t("changed")}</b>}
        {step === "ready" && !changed && t("readyMeans")}
      </Heard>
      {writes && open && (
        <div className="acts">
          {said !== null && (step !== "ready" || changed) && (
            <button type="button" className="btn" onClick={() => choose("ready")}>
              {t(changed ? "sendAgain" : "send")}
            </button>
          )}
          {step !== "awaiting-instructions" && (
            <button type="button" className="link" onClick={() => choose("awaiting-instructions")}>
              {t("await")}
            </button>
          )}
          {step !== "drafting" && (
            <button type="button" className="link" onClick={() => choose("drafting")}>
              {t("back")}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** The words cleared of a draft, as the store has them: asked for as it is opened, and on coming back to it. */
function useCleared(draft: DraftId, stage: string): Hash | null {
  const { report } = useSeat();
  const [cleared, setCleared] = useState<Hash | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again at each step.
  useEffect(() => {
    let here = true;
    const ask = async () => {
      const answer = await fetch(`/api/v1/reports/${report}/drafts`).catch(() => null);
      if (!answer?.ok || !here) return;
      const { drafts } = (await answer.json()) as { drafts: WaitingDraft[] };
      if (here) setCleared(drafts.find((one) => one.draft === draft)?.cleared ?? null);
    };
    void ask();
    window.addEventListener("focus", ask);
    return () => {
      here = false;
      window.removeEventListener("focus", ask);
    };
  }, [report, draft, stage]);
  return cleared;
}
