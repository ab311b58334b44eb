/**
 * The group commit of all draft rooms: what they gained in at most 10 ms becomes durable in one transaction.
 * Nothing is shown or acknowledged before.
 */
import type { DraftGain } from "#db/drafts";
import { CLOSE, type CloseCode } from "#deliberation/close-codes";

const REST_MS = 10;

export interface Committing {
  /** Everything gained since the last commit. */
  takeGain(): DraftGain;
  committed(): void;
  /** What was gained is lost: the room starts over from the store. */
  notCommitted(code: CloseCode): void;
}

export type SaveDrafts = (gains: readonly DraftGain[]) => void;

export class GroupCommit {
  readonly #save: SaveDrafts;
  readonly #failed: (error: unknown) => void;
  readonly #waiting = new Set<Committing>();
  #due: { cancel(): void } | null = null;
  #tookMs = 0;
  #endedAt = 0;

  /** @param save keeps all gains durably, or throws and keeps none. */
  constructor(save: SaveDrafts, failed: (error: unknown) => void) {
    this.#save = save;
    this.#failed = failed;
  }

  /** The room gained something. An idle server commits at once; a busy one rests as long as its last commit took. */
  touch(room: Committing): void {
    this.#waiting.add(room);
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
    const rooms = [...this.#waiting];
    this.#waiting.clear();
    if (rooms.length === 0) return;
    const startedAt = performance.now();
    try {
      this.#save(rooms.map((room) => room.takeGain()));
    } catch (error) {
      this.#failed(error);
      const full = (error as { code?: unknown }).code === "SQLITE_FULL";
      for (const room of rooms) room.notCommitted(full ? CLOSE.tryLater : CLOSE.restart);
      return;
    } finally {
      this.#endedAt = performance.now();
      this.#tookMs = this.#endedAt - startedAt;
    }
    for (const room of rooms) room.committed();
  }
}
