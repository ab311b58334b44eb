/**
 * The record keeper: admits, appends in the group commit's transaction, and only then tells. The one writer of
 * the record; the command line appends through it as well.
 */
import { randomBytes } from "node:crypto";
import { clearanceOf, spendClearance } from "#db/clearances";
import { storageFault } from "#db/faults";
import { judgeState } from "#db/follow";
import { type Store, writing } from "#db/open";
import { entryOfSubmission, insertEntry } from "#db/record";
import { reportTextOf } from "#db/reports";
import { admit, answerRepeat } from "#deliberation/admit";
import type { Entry } from "#deliberation/entry";
import { fold } from "#deliberation/fold";
import type { Instant, ReportId } from "#deliberation/ids";
import { isRefusal, type Refusal, refuse } from "#deliberation/refusal";
import { paragraphsOf, type Report } from "#deliberation/report";
import type { TextOf } from "#deliberation/rules-of-kinds";
import type { Actor } from "#deliberation/seat";
import { runningText } from "#deliberation/selected-words";
import type { State } from "#deliberation/state";
import type { Clearance, Submission } from "#deliberation/submission";
import { Checkpoints } from "./checkpoints.ts";
import { type Committing, GroupCommit } from "./commit.ts";

/** So many are judged in one batch, some ten milliseconds' work; what is left waits for the next. */
const MOST_IN_BATCH = 20;

export interface Recorded {
  entry: Entry;
  /** True when this very submission was recorded before. */
  repeat: boolean;
}

interface Asked {
  report: ReportId;
  submission: Submission;
  actor: Actor;
  answer: (result: Recorded | Refusal) => void;
  fail: (error: unknown) => void;
}

interface Judged {
  asked: Asked;
  result: Recorded | Refusal | Error;
}

interface KeeperParts {
  /** Shared with the draft rooms, so that one transaction serves all; an own one by default. */
  commit?: GroupCommit;
  now?: () => Instant;
  checkpoints?: Checkpoints;
}

export class RecordKeeper implements Committing {
  readonly #store: Store;
  readonly #commit: GroupCommit;
  readonly #now: () => Instant;
  readonly #checkpoints: Checkpoints;
  readonly #listeners = new Set<(report: ReportId) => void>();
  readonly #texts = new Map<string, Report>();
  #asked: Asked[] = [];
  /** The batch under way, with what to answer once it is durable. */
  #batch: Judged[] = [];

  constructor(store: Store, { commit, now = serverTime, checkpoints }: KeeperParts = {}) {
    this.#store = store;
    this.#commit =
      commit ??
      new GroupCommit(
        (work) => writing(store, work),
        () => undefined,
      );
    this.#now = now;
    this.#checkpoints = checkpoints ?? new Checkpoints(store);
  }

  /** @returns what the record holds now, durably; or the rule that was broken, with nothing recorded. */
  submit(report: ReportId, submission: Submission, actor: Actor): Promise<Recorded | Refusal> {
    return new Promise((answer, fail) => {
      this.#asked.push({ report, submission, actor, answer, fail });
      this.#commit.touch(this);
    });
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

  write(): void {
    const taken = this.#asked.splice(0, MOST_IN_BATCH);
    // All of them at once: whatever is thrown below, each is answered.
    this.#batch = taken.map((asked) => ({ asked, result: new Error("not judged") }));
    // Not the followers' states: they would go on holding what a failed commit undoes.
    const states = new Map<ReportId, State>();
    for (const judged of this.#batch) judged.result = this.#judge(judged.asked, states);
  }

  committed(): void {
    const grown = new Set<ReportId>();
    for (const { asked, result } of this.#ended()) {
      if (result instanceof Error) asked.fail(result);
      else {
        if (!isRefusal(result) && !result.repeat) grown.add(asked.report);
        asked.answer(result);
      }
    }
    for (const report of grown) this.tell(report);
  }

  notCommitted(error: unknown): void {
    const fault = storageFault(error);
    const reports = new Set<ReportId>();
    for (const { asked } of this.#ended()) {
      reports.add(asked.report);
      if (fault === null) asked.fail(error);
      else asked.answer(refuse(fault));
    }
    // Should the disk have kept what it said it did not, the rooms show it: they read the store.
    for (const report of reports) this.tell(report);
  }

  /** Takes the batch, and sees to what was asked meanwhile. */
  #ended(): Judged[] {
    const batch = this.#batch;
    this.#batch = [];
    if (this.#asked.length > 0) this.#commit.touch(this);
    return batch;
  }

  #judge({ report, submission, actor }: Asked, states: Map<ReportId, State>): Recorded | Refusal | Error {
    const state = states.get(report) ?? judgeState(this.#store, report);
    states.set(report, state);
    const existing = entryOfSubmission(this.#store, report, submission.id);
    const clearance = existing === null ? this.#clearance(report, submission, actor) : null;
    let entry: Entry | Refusal;
    try {
      entry =
        existing === null
          ? admit(
              state,
              submission,
              actor,
              this.#now(),
              salts(),
              clearance,
              this.#textOf(report, state.text?.version ?? 1),
            )
          : answerRepeat(state, existing, submission, actor);
    } catch (error) {
      // One that the judge chokes on is no reason to refuse the others of the batch.
      return error instanceof Error ? error : new Error(String(error));
    }
    if (isRefusal(entry)) return entry;
    if (existing !== null) return { entry, repeat: true };
    insertEntry(this.#store, report, entry);
    this.#checkpoints.appended(report, entry);
    if (clearance !== null) spendClearance(this.#store, { report, ...clearance });
    states.set(report, fold(state, entry));
    return { entry, repeat: false };
  }

  /** A published text never changes: read once. */
  #textOf(report: ReportId, version: number): TextOf {
    return (key) => {
      const name = `${report} ${version}`;
      const text = this.#texts.get(name) ?? reportTextOf(this.#store, report, version);
      if (text === null) return null;
      this.#texts.set(name, text);
      const paragraph = paragraphsOf(text).find((one) => one.key === key);
      return paragraph ? runningText(paragraph) : null;
    };
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
