/**
 * How far Y would have to look to find the place of each new piece. A piece says between which two it was written;
 * Y looks at everything that came between them meanwhile. Honest pieces find nothing there, or a colleague's few
 * words. Forged ones make thousands look past thousands, which held everybody up for 46 seconds with one frame of
 * 80 KB: so the looking is counted beforehand, never too low, and limited.
 */
import * as Y from "yjs";
import { CLOSE } from "#deliberation/close-codes";
import { BadFrame } from "./frames.ts";
import { lastUpTo } from "./pieces.ts";
import type { Place } from "./place.ts";

/** Some 20 ms of looking. */
const MOST_STEPS = 200_000;

/** Two neighbours in the room between which pieces of this frame stand. */
interface Gap {
  /** Pieces of the room that came between the two. */
  held: number;
  /** Pieces of this frame. */
  pieces: number;
  /** Pieces of this frame stand here side by side and do not know of each other. */
  crowded: boolean;
}

interface Noted {
  from: number;
  end: number;
  gap: Gap;
}

export class Crowding {
  readonly #doc: Y.Doc;
  readonly #noted = new Map<number, Noted[]>();
  /** Who stands beside whom, as those who wrote it saw it. */
  readonly #next = new Map<string, string>();
  readonly #previous = new Map<string, string>();
  /** The gap behind a piece, and the one before it. */
  readonly #behind = new Map<string, Gap>();
  readonly #before = new Map<string, Gap>();
  /** Pieces of the room at the edges of gaps, and in them. */
  readonly #edges = new Set<Y.Item | Y.GC>();
  readonly #inside = new Set<Y.Item | Y.GC>();
  /** Gaps lie within gaps: any piece may have to look past any other. */
  #crowded = false;
  #pieces = 0;
  /** Pieces looked at so far. */
  steps = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /**
   * To be called with every piece, after those it was written beside.
   * @throws BadFrame when Y would have to look too far.
   */
  note(item: Y.Item, place: Place): void {
    const { client } = item.id;
    const noted = this.#noted.get(client) ?? [];
    this.#noted.set(client, noted);
    // Of what is held in part only the rest is new, and stands behind that part.
    const from = Math.max(item.id.clock, Y.getState(this.#doc.store, client), noted.at(-1)?.end ?? 0);
    const end = item.id.clock + item.length;
    if (from >= end) return;
    const origin = from > item.id.clock ? Y.createID(client, from - 1) : item.origin;
    const gap = this.#gapOf(origin, item.rightOrigin, place);
    this.#pieces += 1;
    gap.pieces += 1;
    // Nothing of the room was written behind what is new itself: there Y stops at once.
    const isBehindNew = this.#find(origin) !== null && !this.#crowded && !gap.crowded;
    this.#look(isBehindNew ? 1 : gap.held + (this.#crowded ? this.#pieces : gap.crowded ? gap.pieces : 0));
    const { left, right } = namesOf(origin, item.rightOrigin, place);
    const [first, last] = [`${client}:${from}`, `${client}:${end - 1}`];
    this.#next.set(left, first).set(last, right);
    this.#previous.set(right, last).set(first, left);
    this.#behind.set(left, gap);
    this.#before.set(right, gap);
    noted.push({ from, end, gap });
  }

  #gapOf(origin: Y.ID | null, rightOrigin: Y.ID | null, place: Place): Gap {
    const { left, right } = namesOf(origin, rightOrigin, place);
    const [onLeft, onRight] = [this.#find(origin), this.#find(rightOrigin)];
    const behind = onLeft?.gap ?? this.#behind.get(left);
    const before = onRight?.gap ?? this.#before.get(right);
    if (behind === undefined && before === undefined) {
      return { held: this.#between(origin, rightOrigin, place), pieces: 0, crowded: false };
    }
    const follows = (this.#next.get(left) ?? within(origin, onLeft, 1)) === right;
    const precedes = (this.#previous.get(right) ?? within(rightOrigin, onRight, -1)) === left;
    const atEdge = onLeft === null || onRight === null;
    if (behind !== undefined && behind === before && (follows || precedes || atEdge)) {
      if (!follows || !precedes) behind.crowded = true;
      return behind;
    }
    this.#crowded = true;
    return { held: this.#lengthOf(place), pieces: 0, crowded: true };
  }

  #find(id: Y.ID | null): Noted | null {
    const noted = id === null ? undefined : lastUpTo(this.#noted.get(id.client) ?? [], id.clock);
    return id !== null && noted !== undefined && id.clock < noted.end ? noted : null;
  }

  /** How many pieces of the room stand between two of its pieces. */
  #between(left: Y.ID | null, right: Y.ID | null, place: Place): number {
    const from = left === null ? null : (Y.getItem(this.#doc.store, left) as Y.Item);
    const isEnd = (item: Y.Item | null) => item === null || (right !== null && isIn(item, right));
    let item = from === null ? this.#firstIn(place) : from.right;
    let count = 0;
    if (left !== null && from !== null && left.clock + 1 < from.id.clock + from.length) {
      const isSplit = right !== null && isIn(from, right) && right.clock > left.clock;
      if (isSplit) item = from;
      if (!isSplit || right.clock > left.clock + 1) count += 1;
    } else if (item !== null && right !== null && isIn(item, right) && right.clock > item.id.clock) {
      count += 1;
    }
    for (; item !== null && !isEnd(item); item = item.right) {
      count += 1;
      this.#look(1);
      if (this.#edges.has(item) || this.#inside.has(item)) this.#crowded = true;
      this.#inside.add(item);
    }
    if (item === null && right !== null) throw new BadFrame("stands behind what it stands before");
    for (const edge of [from, item]) {
      if (edge === null) continue;
      if (this.#inside.has(edge)) this.#crowded = true;
      this.#edges.add(edge);
    }
    return count;
  }

  #firstIn({ root, key }: Place): Y.Item | null {
    const type = this.#doc.share.get(root);
    if (key === null) return type?._start ?? null;
    let item = type?._map.get(key) ?? null;
    for (; item?.left != null; item = item.left) this.#look(1);
    return item;
  }

  #lengthOf(place: Place): number {
    let length = 0;
    for (let item = this.#firstIn(place); item !== null; item = item.right) {
      length += 1;
      this.#look(1);
    }
    return length;
  }

  #look(steps: number): void {
    this.steps += steps;
    if (this.steps > MOST_STEPS)
      throw new BadFrame("too much was written at the same place at once", CLOSE.tooLarge);
  }
}

function isIn({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return client === id.client && clock >= id.clock && clock < id.clock + length;
}

/** The neighbour inside the same piece. */
function within(id: Y.ID | null, piece: Noted | null, by: 1 | -1): string | undefined {
  if (id === null || piece === null) return undefined;
  const clock = id.clock + by;
  return clock >= piece.from && clock < piece.end ? `${id.client}:${clock}` : undefined;
}

/** The beginning and the end of a text have names too. */
function namesOf(origin: Y.ID | null, rightOrigin: Y.ID | null, { root, key }: Place) {
  const list = `${root} ${key ?? ""}`;
  return {
    left: origin === null ? `^${list}` : nameOf(origin),
    right: rightOrigin === null ? `$${list}` : nameOf(rightOrigin),
  };
}

function nameOf({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}
