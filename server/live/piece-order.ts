/**
 * The order in which the pieces of a room stand, stored behind its snapshot. Y finds every piece's place anew when it
 * reads an update, and from one update it does so in an order of its own: pieces that each came cheaply one after
 * the other then look past thousands, and a room made for that held everybody up for minutes whenever it was opened.
 * With the order known nothing is looked for. Y itself reads the update in front and disregards what follows.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** One text, or one field with everything it ever held. */
interface List {
  root: string;
  key: string | null;
  pieces: Y.Item[];
}

type Root = ReturnType<Y.Doc["get"]>;

/** @returns the update and the order of its pieces; the update alone when there is something in it without a place. */
export function withOrder(doc: Y.Doc, update: Uint8Array): Uint8Array {
  const clients = [...doc.store.clients.keys()];
  const numbers = new Map(clients.map((client, n) => [client, n]));
  const lists = [...doc.share].flatMap(([root, type]) => listsOf(root, type));
  const held = [...doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);
  if (lists.reduce((sum, { pieces }) => sum + pieces.length, 0) !== held) return update;
  const encoder = encoding.createEncoder();
  const number = (value: number) => encoding.writeVarUint(encoder, value);
  number(clients.length);
  for (const client of clients) number(client);
  number(lists.length);
  for (const { root, key, pieces } of lists) {
    encoding.writeVarString(encoder, root);
    number(key === null ? 0 : 1);
    if (key !== null) encoding.writeVarString(encoder, key);
    number(pieces.length);
    for (const { id } of pieces) {
      number(numbers.get(id.client) ?? 0);
      number(id.clock);
    }
  }
  return Buffer.concat([update, encoding.toUint8Array(encoder)]);
}

/**
 * Puts a snapshot into an empty document, each piece where it stood.
 * @returns false, and leaves the document alone, when no order follows the update or it does not fit in every part.
 */
export function openInOrder(doc: Y.Doc, snapshot: Uint8Array): boolean {
  if (doc.store.clients.size > 0 || doc.share.size > 0) return false;
  const read = readSnapshot(snapshot);
  if (read === null || !isWhole(read)) return false;
  for (const [client, pieces] of read.byClient) doc.store.clients.set(client, pieces);
  for (const list of read.lists) link(doc.get(list.root), list);
  return true;
}

function listsOf(root: string, type: Root): List[] {
  const found: List[] = [];
  const text: Y.Item[] = [];
  for (let item = type._start; item !== null; item = item.right) text.push(item);
  if (text.length > 0) found.push({ root, key: null, pieces: text });
  for (const [key, last] of type._map) {
    const pieces: Y.Item[] = [];
    for (let item: Y.Item | null = last; item !== null; item = item.left) pieces.push(item);
    found.push({ root, key, pieces: pieces.reverse() });
  }
  return found;
}

interface Read {
  byClient: Map<number, Y.Item[]>;
  erased: ReturnType<typeof Y.decodeUpdate>["ds"];
  lists: List[];
}

function readSnapshot(snapshot: Uint8Array): Read | null {
  const reading: { at: decoding.Decoder | null } = { at: null };
  class Watched extends Y.UpdateDecoderV1 {
    constructor(decoder: decoding.Decoder) {
      super(decoder);
      reading.at = decoder;
    }
  }
  try {
    // Y's types name only the second decoder; both have the same shape.
    const { structs, ds } = Y.decodeUpdateV2(snapshot, Watched as unknown as typeof Y.UpdateDecoderV2);
    const order = reading.at;
    if (order === null || order.pos === snapshot.length) return null;
    const items = structs.filter((struct): struct is Y.Item => struct instanceof Y.Item);
    if (items.length < structs.length) return null;
    const byClient = Map.groupBy(items, ({ id }) => id.client);
    const lists = readLists(order, items);
    return order.pos === snapshot.length ? { byClient, erased: ds, lists } : null;
  } catch {
    return null;
  }
}

/** @throws Error when it names what is not there. */
function readLists(order: decoding.Decoder, items: readonly Y.Item[]): List[] {
  const number = () => decoding.readVarUint(order);
  const byId = new Map(items.map((item) => [`${item.id.client}:${item.id.clock}`, item]));
  const clients = Array.from({ length: number() }, number);
  return Array.from({ length: number() }, () => {
    const root = decoding.readVarString(order);
    const key = number() === 0 ? null : decoding.readVarString(order);
    const pieces = Array.from({ length: number() }, () => {
      const name = `${clients[number()]}:${number()}`;
      const item = byId.get(name);
      if (item === undefined) throw new Error("the order names what is not there");
      byId.delete(name);
      return item;
    });
    return { root, key, pieces };
  });
}

/** Every piece has one place; none is missing before another; erased is what says so, and nothing else. */
function isWhole({ byClient, erased, lists }: Read): boolean {
  const placed = lists.reduce((sum, { pieces }) => sum + pieces.length, 0);
  let [count, gone] = [0, 0];
  for (const pieces of byClient.values()) {
    let end = 0;
    for (const { id, length, content } of pieces) {
      if (id.clock !== end) return false;
      end += length;
      count += 1;
      if (content instanceof Y.ContentDeleted) gone += length;
      else if (!(content instanceof Y.ContentString || content instanceof Y.ContentAny)) return false;
    }
  }
  for (const [client, ranges] of erased.clients) {
    for (const { clock, len } of ranges) {
      gone -= len;
      if (!isErased(byClient.get(client) ?? [], clock, clock + len)) return false;
    }
  }
  return count === placed && gone === 0 && lists.every(isSettled);
}

function isErased(pieces: Y.Item[], from: number, end: number): boolean {
  for (let clock = from; clock < end; ) {
    const piece = pieces[Y.findIndexSS(pieces, clock)];
    if (!(piece?.content instanceof Y.ContentDeleted)) return false;
    clock = piece.id.clock + piece.length;
  }
  return true;
}

/** Of a field only the last value may still stand. */
function isSettled({ key, pieces }: List): boolean {
  return key === null || pieces.slice(0, -1).every(({ content }) => content instanceof Y.ContentDeleted);
}

function link(type: Root, { key, pieces }: List): void {
  let left: Y.Item | null = null;
  for (const piece of pieces) {
    [piece.parent, piece.parentSub, piece.left] = [type, key, left];
    if (left !== null) left.right = piece;
    else if (key === null) type._start = piece;
    if (piece.content instanceof Y.ContentDeleted) piece.markDeleted();
    else if (key === null) type._length += piece.length;
    left = piece;
  }
  if (key !== null && left !== null) type._map.set(key, left);
}
