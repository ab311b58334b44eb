/** How far a delegation says that its draft is, between the first word and clearance. Rules C8 and C9 of SPEC.md. */
import { fieldKey, type PlainDrafts, saidSoFar, submittedAs } from "./draft.ts";
import type { DraftId } from "./ids.ts";

export const STAGES = ["drafting", "awaiting-instructions", "ready", "changed-since-ready"] as const;
export type Stage = (typeof STAGES)[number];

/** What persons choose; the other stage comes of typing on. */
export const CHOSEN_STAGES = ["drafting", "awaiting-instructions", "ready"] as const;
export type ChosenStage = (typeof CHOSEN_STAGES)[number];

const READY = /^ready:([0-9a-f]{64})$/;

/** The value of the field `stage`; undefined takes the field away. Null when there are no words to be ready. */
export function stageField(
  plain: PlainDrafts,
  draft: DraftId,
  chosen: ChosenStage,
): string | undefined | null {
  if (chosen === "drafting") return undefined;
  if (chosen === "awaiting-instructions") return chosen;
  const said = saidSoFar(plain, draft);
  return said === null ? null : `ready:${said}`;
}

export function stageOf(plain: PlainDrafts, draft: DraftId): Stage {
  const field = plain.drafts[fieldKey(draft, "stage")];
  if (field === "awaiting-instructions") return field;
  const [, sent] = (typeof field === "string" && READY.exec(field)) || [];
  // What was sent for clearance went its way: other words are a new draft.
  if (sent === undefined || sent === submittedAs(plain, draft)?.hash) return "drafting";
  return sent === saidSoFar(plain, draft) ? "ready" : "changed-since-ready";
}
