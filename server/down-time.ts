/** When the service could not be reached: told from the last moment at which it noted itself alive in its store. */
import { aliveAt, noteAlive } from "#db/installation";
import type { Store } from "#db/open";
import type { Instant } from "#deliberation/ids";

/** Shorter than this is a restart, not a time in which nobody could be heard. */
export const DOWN_AFTER_MS = 60_000;
/** So many notes are made in that time: one that comes late is no down time. */
const NOTES = 6;

export interface Down {
  from: Instant;
  until: Instant;
}

export class DownTime {
  readonly #store: Store;
  readonly #downAfterMs: number;
  #noted: Instant | null;

  constructor(store: Store, downAfterMs: number) {
    this.#store = store;
    this.#downAfterMs = downAfterMs;
    this.#noted = aliveAt(store);
  }

  /** [Z13] The time up to now in which nothing was noted, if it is long; the same again until `note` is called. */
  upTo(now: Instant): Down | null {
    const from = this.#noted;
    return from !== null && Date.parse(now) - Date.parse(from) >= this.#downAfterMs
      ? { from, until: now }
      : null;
  }

  /** @throws what the store throws: then nothing can be recorded either, and the time counts as down. */
  note(now: Instant): void {
    const before = this.#noted;
    const since = before === null ? Number.NaN : Date.parse(now) - Date.parse(before);
    // A clock that was set back is followed.
    if (since >= 0 && since < this.#downAfterMs / NOTES) return;
    noteAlive(this.#store, now);
    this.#noted = now;
  }
}
