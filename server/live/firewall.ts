/**
 * What a frame may bring into a draft room: decoded before it is applied, and looked at piece by piece.
 * Only the known texts and fields, only plain text and plain values, and new pieces only under client ids
 * that are the sender's own.
 */
import type * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { CLOSE, MOST_FRAME_BYTES, MOST_OFFLINE_BYTES, MOST_TEXT_BYTES } from "#deliberation/close-codes";
import type { PersonId } from "#deliberation/ids";
import { BadFrame } from "./frames.ts";
import { isPlaceForPersons, isRoot, type Place, placeOfItem } from "./place.ts";

/** Client id under which the server itself writes in draft rooms. */
export const SERVER_CLIENT = 1;

/** The state vector of an empty document. */
const NOTHING_HELD = Uint8Array.of(0);
const MOST_CLIENT = 0xffff_ffff;
const MOST_CLOCK = 0x7fff_ffff;
const MOST_NEW_CLIENTS = 64;
const MOST_PENDING_BYTES = 65_536;

export interface Inspected {
  /** Client id → clock up to which the room must hold it for the frame to be whole. */
  needs: Map<number, number>;
  /** Client ids used here for the first time. */
  claims: Set<number>;
}

interface Surroundings {
  doc: Y.Doc;
  owners: ReadonlyMap<number, PersonId>;
  person: PersonId;
}

/** @throws BadFrame when any part of the update is not allowed; then nothing was applied. */
export function inspect(update: Uint8Array, offline: boolean, around: Surroundings): Inspected {
  const most = offline ? MOST_OFFLINE_BYTES : MOST_FRAME_BYTES;
  if (update.length > most) throw new BadFrame("too large", CLOSE.tooLarge);
  const { structs, ds } = decoded(update);
  const found: Inspected = { needs: new Map(), claims: new Set() };
  const places = new FramePlaces(around.doc);
  let waits = false;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const [state, end] = [Y.getState(around.doc.store, client), clock + struct.length];
    if (clock > Math.max(state, found.needs.get(client) ?? 0)) waits = true;
    found.needs.set(client, Math.max(end, found.needs.get(client) ?? 0));
    // Y takes a piece of nothing in and stumbles over it when it writes the room: it would not open any more.
    if (struct.length === 0) throw new BadFrame("a piece of nothing");
    checkRoot(struct);
    if (end <= state) continue;
    if (client > MOST_CLIENT || end > MOST_CLOCK) throw new BadFrame("a number out of range");
    if (!(struct instanceof Y.Item)) throw new BadFrame("a gap or an erased piece that is not on file");
    checkOwner(client, found.claims, around);
    checkNeighbours(struct, found.claims, around);
    checkPairs(around.doc, struct.origin?.client, (struct.origin?.clock ?? 0) + 1);
    checkPairs(around.doc, struct.rightOrigin?.client, struct.rightOrigin?.clock ?? 0);
    const place = places.note(struct);
    if (clock < state) checkGoesOn(around.doc, client, state, place);
    if (place === "unknown") waits ||= dangles(struct, found.needs, around.doc);
    checkContent(struct, place);
  }
  for (const [client, ranges] of ds.clients) {
    const state = Y.getState(around.doc.store, client);
    for (const { clock, len } of ranges) {
      // Y reads such a range and cannot write it again: the room would not open any more.
      if (len === 0) throw new BadFrame("erases nothing");
      if (client === SERVER_CLIENT) checkErased(around.doc, clock, clock + len);
      const end = clock + len;
      checkPairs(around.doc, client, clock);
      checkPairs(around.doc, client, end);
      if (end > MOST_CLOCK) throw new BadFrame("a number out of range");
      const held = Math.max(state, found.needs.get(client) ?? 0);
      // It would wait for a colleague's next words and take them away as they come.
      if (end > held && !isOwn(client, found.claims, around))
        throw new BadFrame("erases what another has not written yet");
      if (end > held) waits = true;
      found.needs.set(client, Math.max(end, found.needs.get(client) ?? 0));
    }
  }
  if (waits && pendingBytes(around.doc) + update.length > MOST_PENDING_BYTES) {
    throw new BadFrame("too much waits for pieces that never came");
  }
  return found;
}

/** What the room holds back because pieces before it are missing. */
export function pendingBytes(doc: Y.Doc): number {
  return (doc.store.pendingStructs?.update.byteLength ?? 0) + (doc.store.pendingDs?.byteLength ?? 0);
}

export function isTooLong(text: string): boolean {
  return text.length * 3 > MOST_TEXT_BYTES && Buffer.byteLength(text) > MOST_TEXT_BYTES;
}

function decoded(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  const reading: { at: decoding.Decoder | null } = { at: null };
  class Watched extends Y.UpdateDecoderV1 {
    constructor(decoder: decoding.Decoder) {
      super(decoder);
      reading.at = decoder;
    }
  }
  let result: ReturnType<typeof Y.decodeUpdate>;
  try {
    // Y's types name only the second decoder; both have the same shape.
    result = Y.decodeUpdateV2(update, Watched as unknown as typeof Y.UpdateDecoderV2);
  } catch {
    throw new BadFrame("not an update");
  }
  if (reading.at?.pos !== update.length) throw new BadFrame("something follows the update");
  if (!isShortest(update)) throw new BadFrame("a number written longer than needed");
  return result;
}

/** Written anew, every number has its shortest form: an update that becomes shorter had another. */
function isShortest(update: Uint8Array): boolean {
  try {
    return Y.diffUpdate(update, NOTHING_HELD).length === update.length;
  } catch {
    return false; // Nested deeper than it can be written.
  }
}

function checkOwner(client: number, claims: Set<number>, { owners, person }: Surroundings): void {
  const owner = owners.get(client);
  if (client === SERVER_CLIENT || (owner !== undefined && owner !== person)) {
    throw new BadFrame("written under the id of another");
  }
  if (owner === undefined) claims.add(client);
  if (claims.size > MOST_NEW_CLIENTS) throw new BadFrame("too many new ids");
}

/** Merely reading a piece makes the root it names, also when the piece itself is held already. */
function checkRoot(struct: unknown): void {
  const root: unknown = struct instanceof Y.Item ? struct.parent : null;
  if (typeof root === "string" && !isRoot(root)) throw new BadFrame("no such root");
}

/**
 * A piece that waits for words which another has not written yet would slip in with them, in the middle of them and
 * in the other's name. Honest browsers write beside what the server showed them.
 */
function checkNeighbours({ origin, rightOrigin }: Y.Item, claims: Set<number>, around: Surroundings): void {
  for (const id of [origin, rightOrigin]) {
    if (id === null || id.clock < Y.getState(around.doc.store, id.client)) continue;
    if (!isOwn(id.client, claims, around)) throw new BadFrame("beside what another has not written yet");
  }
}

/** Of a piece held in part, Y hangs the rest behind what is held, wherever the piece itself says that it stands. */
function checkGoesOn(doc: Y.Doc, client: number, state: number, place: Place | "unknown"): void {
  const held = placeOfItem(Y.getItem(doc.store, Y.createID(client, state - 1)));
  if (place === "unknown" || held?.root !== place.root || held.key !== place.key)
    throw new BadFrame("goes on from another piece than the one that is held");
}

/**
 * Cut between its two halves, a letter becomes two unreadable ones in this copy of the room and not in others. No
 * browser of ours cuts there (app/_live/edit.ts).
 */
function checkPairs(doc: Y.Doc, client: number | undefined, boundary: number): void {
  if (client === undefined || boundary <= 0 || boundary >= Y.getState(doc.store, client)) return;
  const item = Y.getItem(doc.store, Y.createID(client, boundary));
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return;
  const at = boundary - item.id.clock;
  const [before, after] = [item.content.str.charCodeAt(at - 1), item.content.str.charCodeAt(at)];
  const isCut = at > 0 && before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
  if (isCut) throw new BadFrame("cuts a letter in two");
}

function isOwn(client: number, claims: Set<number>, { owners, person }: Surroundings): boolean {
  return claims.has(client) || owners.get(client) === person;
}

/** A place that is not known yet is looked at again after the frame was applied. */
function checkContent({ content }: Y.Item, place: Place | "unknown"): void {
  if (place !== "unknown" && !isPlaceForPersons(place)) throw new BadFrame("no place for a person's words");
  if (content instanceof Y.ContentDeleted) return;
  const inMap = place === "unknown" || place.key !== null;
  const inText = place === "unknown" || place.key === null;
  if (inText && content instanceof Y.ContentString) return;
  if (inMap && content instanceof Y.ContentAny && isPlainValue(content.arr)) return;
  throw new BadFrame("only plain text and plain values");
}

function isPlainValue(values: unknown[]): boolean {
  const [value] = values;
  if (values.length !== 1) return false;
  return typeof value === "string" ? !isTooLong(value) : Number.isFinite(value);
}

/** Nobody erases what the server wrote; a browser may repeat that it is erased already. */
function checkErased(doc: Y.Doc, from: number, to: number): void {
  if (to > Y.getState(doc.store, SERVER_CLIENT)) throw new BadFrame("erases what the server did not write");
  for (let clock = from; clock < to; ) {
    const item = Y.getItem(doc.store, Y.createID(SERVER_CLIENT, clock));
    if (!item.deleted) throw new BadFrame("erases what the server wrote");
    clock = item.id.clock + item.length;
  }
}

function dangles(item: Y.Item, needs: Map<number, number>, doc: Y.Doc): boolean {
  const ids = [item.origin, item.rightOrigin];
  return ids.some(
    (id) => id !== null && id.clock >= Math.max(Y.getState(doc.store, id.client), needs.get(id.client) ?? 0),
  );
}

/** Where the pieces of one frame stand: said by themselves, or by the neighbour they were written beside. */
class FramePlaces {
  readonly #doc: Y.Doc;
  readonly #noted = new Map<number, { from: number; place: Place | "unknown" }[]>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  note(item: Y.Item): Place | "unknown" {
    const place = this.#placeOf(item);
    const noted = this.#noted.get(item.id.client) ?? [];
    this.#noted.set(item.id.client, noted);
    noted.push({ from: item.id.clock, place });
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
    return lastUpTo(this.#noted.get(beside.client) ?? [], beside.clock)?.place ?? "unknown";
  }
}

/** Pieces of one client come in the order of their clocks. */
function lastUpTo<T extends { from: number }>(pieces: readonly T[], clock: number): T | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.from ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
