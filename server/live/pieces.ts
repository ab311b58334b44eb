/** The pieces of one frame: an order in which each comes after those it was written beside, and where they stand. */
import * as Y from "yjs";
import { BadFrame } from "./frames.ts";
import { type Place, placeOfItem } from "./place.ts";

/** Ids used here for the first time are at most 64, and each waits for the others once in what browsers send. */
const MOST_ROUNDS = 64;

/** @returns the pieces that find what they were written beside, and the rest, which wait for what never came. */
export function inOrder(pieces: readonly Y.Item[], doc: Y.Doc): { ready: Y.Item[]; waiting: Y.Item[] } {
  const queues = [...Map.groupBy(pieces, ({ id }) => id.client)].map(([client, all]) => ({
    client,
    all: all.toSorted((a, b) => a.id.clock - b.id.clock),
    at: 0,
  }));
  const held = new Map<number, number>();
  const stateOf = (client: number) => held.get(client) ?? Y.getState(doc.store, client);
  const isHeld = (id: Y.ID | null) => id === null || id.clock < stateOf(id.client);
  const ready: Y.Item[] = [];
  for (let round = 0, before = -1; round < MOST_ROUNDS && ready.length > before; round += 1) {
    before = ready.length;
    for (const queue of queues) {
      for (let piece = queue.all[queue.at]; piece !== undefined; piece = queue.all[queue.at]) {
        const { clock } = piece.id;
        if (clock > stateOf(queue.client) || !isHeld(piece.origin) || !isHeld(piece.rightOrigin)) break;
        held.set(queue.client, Math.max(stateOf(queue.client), clock + piece.length));
        ready.push(piece);
        queue.at += 1;
      }
    }
  }
  return { ready, waiting: queues.flatMap(({ all, at }) => all.slice(at)) };
}

/** Of what was noted in the order of clocks, the last up to this one. */
export function lastUpTo<T extends { from: number }>(noted: readonly T[], clock: number): T | undefined {
  let [low, high] = [0, noted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((noted[middle]?.from ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return noted[low - 1];
}

/** Where the pieces of one frame stand: said by themselves, or by the neighbour they were written beside. */
export class FramePlaces {
  readonly #doc: Y.Doc;
  readonly #noted = new Map<number, { from: number; end: number; place: Place | "unknown" }[]>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  note(item: Y.Item): Place | "unknown" {
    const place = this.#placeOf(item);
    const noted = this.#noted.get(item.id.client) ?? [];
    this.#noted.set(item.id.client, noted);
    const before = noted.at(-1);
    // Y takes the first in whole and hangs the rest of the other behind it, wherever that one says that it stands.
    if (before !== undefined && before.end > item.id.clock && !isSame(before.place, place))
      throw new BadFrame("two pieces overlap and stand in two places");
    noted.push({ from: item.id.clock, end: item.id.clock + item.length, place });
    return place;
  }

  #placeOf(item: Y.Item): Place | "unknown" {
    const parent: unknown = item.parent;
    if (typeof parent === "string") return { root: parent, key: item.parentSub };
    if (parent !== null) throw new BadFrame("nothing is nested here");
    const beside = item.origin ?? item.rightOrigin;
    if (beside === null) throw new BadFrame("a piece without a place");
    if (beside.clock < Y.getState(this.#doc.store, beside.client)) {
      return placeOfItem(Y.getItem(this.#doc.store, beside)) ?? "unknown";
    }
    const noted = lastUpTo(this.#noted.get(beside.client) ?? [], beside.clock);
    return noted !== undefined && beside.clock < noted.end ? noted.place : "unknown";
  }
}

function isSame(a: Place | "unknown", b: Place | "unknown"): boolean {
  return a === b || (a !== "unknown" && b !== "unknown" && a.root === b.root && a.key === b.key);
}
