/**
 * The record keeper: admits, appends in one transaction, and only then tells. The one writer of the record;
 * the command line appends through it as well.
 */
import { randomBytes } from "node:crypto";
import { clearanceOf, spendClearance } from "#db/clearances";
import { judgeState } from "#db/follow";
import { type Store, writing } from "#db/open";
import { entryOfSubmission, insertEntry } from "#db/record";
import { admit, answerRepeat } from "#deliberation/admit";
import type { Entry } from "#deliberation/entry";
import type { Instant, ReportId } from "#deliberation/ids";
import { isRefusal, type Refusal, refuse } from "#deliberation/refusal";
import type { Actor } from "#deliberation/seat";
import type { Clearance, Submission } from "#deliberation/submission";

export interface Recorded {
  entry: Entry;
  /** True when this very submission was recorded before. */
  repeat: boolean;
}

export class RecordKeeper {
  readonly #store: Store;
  readonly #now: () => Instant;
  readonly #listeners = new Set<(report: ReportId) => void>();

  constructor(store: Store, now: () => Instant = serverTime) {
    this.#store = store;
    this.#now = now;
  }

  /** @returns what the record holds now, durably; or the rule that was broken, with nothing recorded. */
  submit(report: ReportId, submission: Submission, actor: Actor): Recorded | Refusal {
    const result = this.#recorded(report, submission, actor);
    if (!isRefusal(result) && !result.repeat) this.tell(report);
    return result;
  }

  /** Says that a record has grown. The data always come from the store: a lost call costs a moment, not an entry. */
  tell(report: ReportId): void {
    for (const listener of this.#listeners) listener(report);
  }

  /** @returns a function that ends the listening. */
  onGrown(listener: (report: ReportId) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #recorded(report: ReportId, submission: Submission, actor: Actor): Recorded | Refusal {
    try {
      return writing(this.#store, () => {
        const state = judgeState(this.#store, report);
        const existing = entryOfSubmission(this.#store, report, submission.id);
        if (existing !== null) {
          const answer = answerRepeat(state, existing, submission, actor);
          return isRefusal(answer) ? answer : { entry: answer, repeat: true };
        }
        const clearance = this.#clearance(report, submission, actor);
        const entry = admit(state, submission, actor, this.#now(), salts(), clearance);
        if (isRefusal(entry)) return entry;
        insertEntry(this.#store, report, entry);
        if (clearance !== null) spendClearance(this.#store, { report, ...clearance });
        return { entry, repeat: false };
      });
    } catch (error) {
      if ((error as { code?: unknown }).code === "SQLITE_FULL") return refuse("storage-full");
      throw error;
    }
  }

  #clearance(report: ReportId, submission: Submission, actor: Actor): Clearance | null {
    if (!("draft" in submission) || actor === "clock" || actor.as !== "delegation") return null;
    return clearanceOf(this.#store, { report, delegation: actor.delegation, draft: submission.draft });
  }
}

export function serverTime(): Instant {
  return new Date().toISOString() as Instant;
}

function salts() {
  return { body: randomBytes(16).toString("hex"), provenance: randomBytes(16).toString("hex") };
}
