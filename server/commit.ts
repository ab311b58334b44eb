/**
 * The group commit: submissions and what draft rooms gained, of at most 10 ms, become durable in one transaction.
 * Nothing is shown or acknowledged before.
 */

const REST_MS = 10;

/** Somebody with something to keep. */
export interface Committing {
  /** Writes it, inside the batch's transaction. What it throws undoes the whole batch. */
  write(): void;
  committed(): void;
  /** Nothing of the batch was kept. */
  notCommitted(error: unknown): void;
}

/** Runs `work` in one transaction: durable when it returns, undone when it throws. */
export type Transact = (work: () => void) => void;

export class GroupCommit {
  readonly #transact: Transact;
  readonly #failed: (error: unknown) => void;
  readonly #waiting = new Set<Committing>();
  #due: { cancel(): void } | null = null;
  #tookMs = 0;
  #endedAt = 0;

  /** @param failed hears of each batch that could not be kept. */
  constructor(transact: Transact, failed: (error: unknown) => void) {
    this.#transact = transact;
    this.#failed = failed;
  }

  /** There is something to keep. An idle server commits at once; a busy one rests as long as its last commit took. */
  touch(one: Committing): void {
    this.#waiting.add(one);
    if (this.#due !== null) return;
    const rest = Math.min(REST_MS, this.#tookMs) - (performance.now() - this.#endedAt);
    if (rest < 1) {
      const soon = setImmediate(() => this.flush());
      this.#due = { cancel: () => clearImmediate(soon) };
    } else {
      const later = setTimeout(() => this.flush(), rest);
      this.#due = { cancel: () => clearTimeout(later) };
    }
  }

  flush(): void {
    this.#due?.cancel();
    this.#due = null;
    const batch = [...this.#waiting];
    this.#waiting.clear();
    if (batch.length === 0) return;
    const startedAt = performance.now();
    try {
      this.#transact(() => {
        for (const one of batch) one.write();
      });
    } catch (error) {
      this.#failed(error);
      for (const one of batch) one.notCommitted(error);
      return;
    } finally {
      this.#endedAt = performance.now();
      this.#tookMs = this.#endedAt - startedAt;
    }
    for (const one of batch) one.committed();
  }
}
