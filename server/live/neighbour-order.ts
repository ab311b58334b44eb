/**
 * A piece says which two it was written between. Where the right one does not stand behind the left one no honest
 * browser wrote it; Y then puts it where its search happens to end, which depends on how pieces were joined before:
 * the room read back from the store would show another order than the one everybody saw.
 */
import * as Y from "yjs";

/** Honest pieces find their neighbour within a few steps, unless much was written there at the same time. */
const NEAR = 64;

export class NeighbourOrder {
  readonly #doc: Y.Doc;
  /** Of the lists gone through whole: how far from its end each piece stands. */
  readonly #places = new Map<unknown, number>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** @param item taken in, with all it stands beside. */
  holds(item: Y.Item | Y.GC): boolean {
    if (!(item instanceof Y.Item) || item.rightOrigin === null || item.origin === null) return true;
    const { store } = this.#doc;
    const [left, right] = [Y.getItem(store, item.origin), Y.getItem(store, item.rightOrigin)];
    let next = left instanceof Y.Item ? left.right : null;
    for (let steps = 0; next !== null && steps < NEAR; steps += 1) {
      if (next === right) return true;
      next = next.right;
    }
    return next !== null && this.#isBehind(right, next);
  }

  /** Goes through what follows once, however many pieces ask. */
  #isBehind(right: unknown, from: Y.Item): boolean {
    if (!this.#places.has(from)) {
      const passed: Y.Item[] = [];
      let item: Y.Item | null = from;
      for (; item !== null && !this.#places.has(item); item = item.right) passed.push(item);
      let toEnd = item === null ? 0 : (this.#places.get(item) ?? 0);
      for (const one of passed.reverse()) {
        toEnd += 1;
        this.#places.set(one, toEnd);
      }
    }
    const toEnd = this.#places.get(right);
    return toEnd !== undefined && toEnd <= (this.#places.get(from) ?? 0) && this.#sameList(right, from);
  }

  #sameList(a: unknown, b: Y.Item): boolean {
    return a instanceof Y.Item && a.parent === b.parent && a.parentSub === b.parentSub;
  }
}
