/** Where each open draft of a delegation stands between the first word and the record. Rule H5 of SPEC.md. */
import { draftIds, fieldKey, type PlainDrafts, readDraft, submittedAs } from "./draft.ts";
import { Target } from "./entry.ts";
import { type DraftId, type Hash, type Instant, isNote } from "./ids.ts";
import { stageOf } from "./stage.ts";
import { placeOf, type State } from "./state.ts";

/** In the order in which they concern those who clear and submit. */
export const WAITING = ["to-submit", "to-clear", "awaiting-instructions", "drafting", "unfinished"] as const;
export type Waiting = (typeof WAITING)[number];

export interface WaitingDraft {
  draft: DraftId;
  /** Idea number, paragraph key, "" for the report as a whole; null when it has no place of its own. */
  about: string | null;
  waits: Waiting;
  /** Whether its words changed since it was sent for clearance. */
  changed: boolean;
  /** The words cleared; null unless it waits for submission. */
  cleared: Hash | null;
  /** When it was cleared; null unless it waits for submission. */
  since: Instant | null;
}

/** @param clearances the latest of each draft, if any. */
export function waitingDrafts(
  plain: PlainDrafts,
  clearances: readonly { draft: DraftId; hash: Hash; at: Instant }[],
  state: State,
  at: Instant,
): WaitingDraft[] {
  return draftIds(plain).flatMap((draft): WaitingDraft[] => {
    if (isNote(draft)) return [];
    const [reading, stage] = [readDraft(plain, draft, state, at), stageOf(plain, draft)];
    const awaits = stage === "awaiting-instructions";
    const changed = stage === "changed-since-ready";
    const one = { draft, about: aboutOf(plain, draft), changed, cleared: null, since: null };
    if ("missing" in reading) {
      if (awaits) return [{ ...one, waits: "awaiting-instructions" }];
      return reading.missing === "nothing-yet" || submittedAs(plain, draft) !== null
        ? []
        : [{ ...one, waits: "unfinished" }];
    }
    if (submittedAs(plain, draft)?.hash === reading.said) return [];
    const cleared = clearances.find((given) => given.draft === draft && given.hash === reading.hash);
    if (cleared)
      return [{ ...one, changed: false, waits: "to-submit", cleared: cleared.hash, since: cleared.at }];
    return [{ ...one, waits: awaits ? stage : stage === "drafting" ? "drafting" : "to-clear" }];
  });
}

/** The place of a draft: as `WaitingDraft.about`. */
export function aboutOf(plain: PlainDrafts, draft: DraftId): string | null {
  if (draft.startsWith("position.")) return draft.split(".")[1] ?? null;
  const written = plain.drafts[fieldKey(draft, "target")];
  try {
    const target = Target.safeParse(JSON.parse(typeof written === "string" ? written : "null"));
    return target.success ? placeOf(target.data) : null;
  } catch {
    return null;
  }
}
