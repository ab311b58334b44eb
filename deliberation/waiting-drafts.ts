/** Where each open draft of a delegation stands between the first word and the record. Rule H5 of SPEC.md. */
import { draftIds, fieldKey, type PlainDrafts, readDraft, submittedAs } from "./draft.ts";
import { Target } from "./entry.ts";
import type { DraftId, Hash, Instant } from "./ids.ts";
import { placeOf, type State } from "./state.ts";

export type Waiting = "unfinished" | "to-clear" | "to-submit";

export interface WaitingDraft {
  draft: DraftId;
  /** Idea number, paragraph key, "" for the report as a whole; null when it has no place of its own. */
  about: string | null;
  waits: Waiting;
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
    const [reading, about] = [readDraft(plain, draft, state, at), aboutOf(plain, draft)];
    if ("missing" in reading) {
      return reading.missing === "nothing-yet" || submittedAs(plain, draft) !== null
        ? []
        : [{ draft, about, waits: "unfinished", since: null }];
    }
    if (submittedAs(plain, draft)?.hash === reading.said) return [];
    const cleared = clearances.find((one) => one.draft === draft && one.hash === reading.hash);
    return [{ draft, about, waits: cleared ? "to-submit" : "to-clear", since: cleared?.at ?? null }];
  });
}

function aboutOf(plain: PlainDrafts, draft: DraftId): string | null {
  if (draft.startsWith("position.")) return draft.split(".")[1] ?? null;
  const written = plain.drafts[fieldKey(draft, "target")];
  try {
    const target = Target.safeParse(JSON.parse(typeof written === "string" ? written : "null"));
    return target.success ? placeOf(target.data) : null;
  } catch {
    return null;
  }
}
