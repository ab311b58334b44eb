/** The write frames of one socket, and how many of them, counted from the first, are durable. */
import * as Y from "yjs";

export class Outbox {
  #durable = 0;
  /** Frames not durable yet: what the room must hold for each. */
  readonly #open: Map<number, number>[] = [];

  /** Counts a write frame. */
  add(needs: Map<number, number>): void {
    this.#open.push(needs);
  }

  /**
   * To be called when everything the room holds is durable: a frame is then durable as soon as the room holds
   * all of it, and one that waits for missing pieces holds up those after it.
   * @returns how many are durable, or null when that has not changed.
   */
  settle(doc: Y.Doc): number | null {
    const before = this.#durable;
    for (let needs = this.#open[0]; needs !== undefined && isHeld(needs, doc); needs = this.#open[0]) {
      this.#open.shift();
      this.#durable += 1;
    }
    return this.#durable === before ? null : this.#durable;
  }

  get durable(): number {
    return this.#durable;
  }
}

function isHeld(needs: Map<number, number>, doc: Y.Doc): boolean {
  for (const [client, end] of needs) {
    if (Y.getState(doc.store, client) < end) return false;
  }
  return true;
}
