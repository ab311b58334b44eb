/**
 * What a frame may bring into a draft room: decoded before it is applied, and looked at piece by piece.
 * Only the known texts and fields, only plain text and plain values, and new pieces only under client ids
 * that are the sender's own.
 */
import * as Y from "yjs";
import { CLOSE, MOST_FRAME_BYTES, MOST_OFFLINE_BYTES, MOST_TEXT_BYTES } from "#deliberation/close-codes";
import type { PersonId } from "#deliberation/ids";
import { Crowding } from "./crowding.ts";
import { decodedUpdate } from "./decoded-update.ts";
import { BadFrame } from "./frames.ts";
import { FramePlaces, inOrder } from "./pieces.ts";
import { isPlaceForPersons, isRoot, type Place, placeOfItem } from "./place.ts";

/** Client id under which the server itself writes in draft rooms. */
export const SERVER_CLIENT = 1;

const MOST_CLIENT = 0xffff_ffff;
const MOST_CLOCK = 0x7fff_ffff;
const MOST_NEW_CLIENTS = 64;
const MOST_PENDING_BYTES = 65_536;
/** New pieces and newly erased stretches of a frame: some 30 ms of work for Y. Hours of typing offline make fewer. */
const MOST_PIECES = 8_000;
const MOST_WAITING = 500;
/** Taking in a new piece costs as much as looking at so many. */
const PIECE_WORK = 40;

export interface Inspected {
  /** Client id → clock up to which the room must hold it for the frame to be whole. */
  needs: Map<number, number>;
  /** Client ids used here for the first time. */
  claims: Set<number>;
  /** What Y will have to do, in pieces it looks at: ten thousand take about a millisecond. */
  work: number;
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
  const { structs, ds } = decodedUpdate(update);
  const found: Inspected = { needs: new Map(), claims: new Set(), work: 0 };
  const pieces = newPieces(structs, found, around);
  let waits = checkPieces(pieces, found, around);
  if (checkErasing(ds, pieces.length, found, around)) waits = true;
  if (waits && pendingBytes(around.doc) + update.length > MOST_PENDING_BYTES) {
    throw new BadFrame("too much waits for pieces that never came");
  }
  return found;
}

/** Whose they are, and that nothing else is new: known before any piece is looked at beside its neighbours. */
function newPieces(structs: (Y.Item | Y.GC | Y.Skip)[], found: Inspected, around: Surroundings): Y.Item[] {
  const { needs, claims } = found;
  const pieces: Y.Item[] = [];
  let cuts = 0;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    needs.set(client, Math.max(end, needs.get(client) ?? 0));
    // Y takes a piece of nothing in and stumbles over it when it writes the room: it would not open any more.
    if (struct.length === 0) throw new BadFrame("a piece of nothing");
    checkRoot(struct);
    if (end <= Y.getState(around.doc.store, client)) {
      cuts += cutsByHeld(struct, around.doc);
      continue;
    }
    if (client > MOST_CLIENT || end > MOST_CLOCK) throw new BadFrame("a number out of range");
    if (!(struct instanceof Y.Item)) throw new BadFrame("a gap or an erased piece that is not on file");
    checkOwner(client, claims, around);
    pieces.push(struct);
  }
  found.work += cuts * PIECE_WORK;
  if (pieces.length + cuts > MOST_PIECES) throw new BadFrame("too many pieces", CLOSE.tooLarge);
  return pieces;
}

/** @returns whether any of them waits for pieces that are not there. */
function checkPieces(pieces: readonly Y.Item[], found: Inspected, around: Surroundings): boolean {
  const { doc } = around;
  const { claims } = found;
  const held = waitingIn(doc);
  const { ready, waiting } = inOrder([...pieces, ...held], doc);
  const known = new Set(held);
  const [places, crowding] = [new FramePlaces(doc), new Crowding(doc)];
  const check = (item: Y.Item): Place | "unknown" => {
    const place = places.note(item);
    if (!known.has(item)) checkPiece(item, place, claims, around);
    return place;
  };
  for (const item of ready) {
    const place = check(item);
    if (place !== "unknown") crowding.note(item, place);
  }
  found.work += pieces.length * PIECE_WORK + crowding.steps;
  for (const item of waiting) check(item);
  if (waiting.length > MOST_WAITING) throw new BadFrame("too much waits for pieces that never came");
  return waiting.some((item) => !known.has(item));
}

function checkPiece(item: Y.Item, place: Place | "unknown", claims: Set<number>, around: Surroundings): void {
  const { client, clock } = item.id;
  const state = Y.getState(around.doc.store, client);
  checkNeighbours(item, claims, around);
  checkCuts(item, around.doc);
  if (clock < state) checkGoesOn(around.doc, client, state, place);
  checkContent(item, place);
}

/** @returns whether any of it waits. @param pieces how many the frame brings besides. */
function checkErasing(
  { clients }: ReturnType<typeof Y.decodeUpdate>["ds"],
  pieces: number,
  found: Inspected,
  around: Surroundings,
): boolean {
  const { needs, claims } = found;
  let waiting = 0;
  let erased = 0;
  for (const [client, ranges] of clients) {
    const state = Y.getState(around.doc.store, client);
    const held = Math.max(state, needs.get(client) ?? 0);
    let before = 0;
    for (const { clock, len } of ranges) {
      const end = clock + len;
      // Y reads such a range and cannot write it again: the room would not open any more.
      if (len === 0) throw new BadFrame("erases nothing");
      // Y goes through everything in a range, each time it is named.
      if (clock < before) throw new BadFrame("erases the same twice");
      before = end;
      if (end > MOST_CLOCK) throw new BadFrame("a number out of range");
      if (client === SERVER_CLIENT) checkErased(around.doc, clock, end);
      checkPairs(around.doc, client, clock);
      checkPairs(around.doc, client, end);
      // It would wait for a colleague's next words and take them away as they come.
      if (end > held && !isOwn(client, claims, around))
        throw new BadFrame("erases what another has not written yet");
      if (end > held) waiting += 1;
      if (hasUnerased(around.doc, client, clock, Math.min(end, state))) erased += 1;
      needs.set(client, Math.max(end, needs.get(client) ?? 0));
    }
  }
  found.work += erased * PIECE_WORK;
  if (pieces + erased > MOST_PIECES) throw new BadFrame("too many pieces", CLOSE.tooLarge);
  if (waiting > MOST_WAITING) throw new BadFrame("too much waits for pieces that never came");
  return waiting > 0;
}

/** Browsers repeat with every return what was erased long ago: that is no work. */
function hasUnerased(doc: Y.Doc, client: number, from: number, end: number): boolean {
  for (let clock = from; clock < end; ) {
    const item = Y.getItem(doc.store, Y.createID(client, clock));
    if (!item.deleted) return true;
    clock = item.id.clock + item.length;
  }
  return false;
}

/** What was held back until now may find its place with this frame. */
function waitingIn({ store }: Y.Doc): Y.Item[] {
  if (store.pendingStructs === null) return [];
  return Y.decodeUpdateV2(store.pendingStructs.update).structs.filter(
    (struct): struct is Y.Item =>
      struct instanceof Y.Item && struct.id.clock + struct.length > Y.getState(store, struct.id.client),
  );
}

/** What the room holds back because pieces before it are missing. */
export function pendingBytes(doc: Y.Doc): number {
  return (doc.store.pendingStructs?.update.byteLength ?? 0) + (doc.store.pendingDs?.byteLength ?? 0);
}

export function isTooLong(text: string): boolean {
  return text.length * 3 > MOST_TEXT_BYTES && Buffer.byteLength(text) > MOST_TEXT_BYTES;
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

/**
 * Y goes to where a piece says that it stands, and cuts there, before it sees that the piece is held already.
 * @returns how often it cuts.
 */
function cutsByHeld(struct: unknown, doc: Y.Doc): number {
  if (!(struct instanceof Y.Item)) return 0;
  const { origin, rightOrigin } = struct;
  for (const id of [origin, rightOrigin]) {
    if (id !== null && id.clock >= Y.getState(doc.store, id.client))
      throw new BadFrame("a piece that is held stands beside what is not");
  }
  checkCuts(struct, doc);
  const isWithin = (id: Y.ID | null, by: number) => {
    if (id === null || id.clock + by === 0) return false;
    const boundary = id.clock + by;
    const last = Y.getItem(doc.store, Y.createID(id.client, boundary - 1));
    return boundary < last.id.clock + last.length;
  };
  return Number(isWithin(origin, 1)) + Number(isWithin(rightOrigin, 0));
}

/** Of a piece held in part, Y hangs the rest behind what is held, wherever the piece itself says that it stands. */
function checkGoesOn(doc: Y.Doc, client: number, state: number, place: Place | "unknown"): void {
  const held = placeOfItem(Y.getItem(doc.store, Y.createID(client, state - 1)));
  if (place === "unknown" || held?.root !== place.root || held.key !== place.key)
    throw new BadFrame("goes on from another piece than the one that is held");
}

function checkCuts({ origin, rightOrigin }: Y.Item, doc: Y.Doc): void {
  checkPairs(doc, origin?.client, (origin?.clock ?? 0) + 1);
  checkPairs(doc, rightOrigin?.client, rightOrigin?.clock ?? 0);
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
