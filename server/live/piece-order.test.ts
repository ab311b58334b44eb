import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { DraftDocument } from "./draft-document.ts";
import { openInOrder } from "./piece-order.ts";

const TEXTS = ["words/position.17-3", "wording/position.17-3"];

const edit = fc.record({
  by: fc.nat(2),
  kind: fc.constantFrom("insert", "insert", "insert", "first", "delete", "set", "unset", "meet", "meet"),
  at: fc.nat(200),
  words: fc.constantFrom("a", "😀", "字词", "رأي", "some words", "x".repeat(200)),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function write(docs: readonly Y.Doc[], { by, kind, at, words }: Edit): void {
  const doc = docs[by % docs.length] as Y.Doc;
  const text = doc.getText(TEXTS[at % 2]);
  const fields = doc.getMap("drafts");
  if (kind === "insert") text.insert(at % (text.length + 1), words);
  else if (kind === "first") text.insert(0, words);
  else if (kind === "delete" && text.length > 0) text.delete(at % text.length, 1);
  else if (kind === "set") fields.set(`position.17-${1 + (at % 3)}/stance`, words);
  else if (kind === "unset") fields.delete(`position.17-${1 + (at % 3)}/stance`);
  else if (kind === "meet") Y.applyUpdate(doc, lackingIn(doc, docs[(by + 1) % docs.length] as Y.Doc));
}

function lackingIn(doc: Y.Doc, other: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc));
}

/** Every piece where it stands, and what reads from it. */
function standing(doc: Y.Doc) {
  const pieces = (item: Y.Item | null, goOn: "left" | "right") => {
    const all: unknown[] = [];
    for (; item !== null; item = item[goOn])
      all.push([item.id, item.length, item.deleted, item.parentSub, item.origin, item.rightOrigin]);
    return all;
  };
  const fields = doc.getMap("drafts");
  return {
    texts: TEXTS.map((root) => doc.getText(root)).map((text) => [
      text.toString(),
      text.length,
      pieces(text._start, "right"),
    ]),
    fields: fields.toJSON(),
    histories: [...fields._map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, last]) => pieces(last, "left")),
    bytes: Y.encodeStateAsUpdate(doc),
  };
}

test("a room opened in the order of its pieces is the room that was stored, and goes on as it would have", () => {
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 80 }),
      fc.array(edit, { maxLength: 30 }),
      fc.boolean(),
      (edits, more, erases) => {
        const docs = [1_001, 4_000_000_001, 77].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
        for (const one of edits) write(docs, one);
        const room = new DraftDocument(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
        room.markSubmitted("position.17-3" as never, "3 now");
        if (erases) room.erase(["position.17-3" as never]);
        const snapshot = room.snapshot();
        const isEmpty = room.doc.store.clients.size === 0;
        expect(openInOrder(new Y.Doc(), snapshot)).toBe(!isEmpty);
        const opened = new DraftDocument([snapshot]);
        expect(standing(opened.doc)).toEqual(standing(room.doc));
        expect(standing(new DraftDocument([opened.snapshot()]).doc)).toEqual(standing(room.doc));
        // What is written on, by those who were there and in the room itself.
        for (const doc of docs) Y.applyUpdate(doc, room.since());
        for (const one of more) write(docs, one);
        for (const doc of docs) {
          for (const one of [room, opened]) one.apply(lackingIn(one.doc, doc));
        }
        expect(opened.doc.getText(TEXTS[0]).toString()).toBe(room.doc.getText(TEXTS[0]).toString());
        expect(opened.doc.getText(TEXTS[1]).toString()).toBe(room.doc.getText(TEXTS[1]).toString());
        expect(opened.doc.getMap("drafts").toJSON()).toEqual(room.doc.getMap("drafts").toJSON());
        expect(opened.vector()).toEqual(room.vector());
        for (const one of [room, opened]) one.erase(["position.17-3" as never]);
        expect(opened.doc.getText(TEXTS[0]).length).toBe(0);
        expect(standing(opened.doc).fields).toEqual(standing(room.doc).fields);
      },
    ),
    { seed: 63_677, numRuns: 120 },
  );
});

test("an order that does not fit is disregarded, and so is none: the words are there all the same", () => {
  const doc = new Y.Doc();
  doc.clientID = 5;
  doc.getText(TEXTS[0]).insert(0, "said before");
  doc.getText(TEXTS[0]).insert(4, " much");
  const room = new DraftDocument([Y.encodeStateAsUpdate(doc)]);
  const [update, snapshot] = [room.since(), room.snapshot()];
  expect(snapshot.length).toBeGreaterThan(update.length);
  const wrong = [
    update,
    snapshot.subarray(0, -1),
    Buffer.concat([snapshot, Buffer.of(0)]),
    Buffer.concat([update, Buffer.of(0, 0)]),
    Buffer.concat([update, Buffer.alloc(40, 255)]),
  ];
  for (const bytes of wrong) {
    expect(openInOrder(new Y.Doc(), bytes)).toBe(false);
    expect(new DraftDocument([bytes]).doc.getText(TEXTS[0]).toString()).toBe("said much before");
  }
});

test("a room made so that its pieces look past thousands opens without looking", () => {
  const room = new DraftDocument([]);
  const [around, deep] = [400, 2_500];
  const letter = (
    client: number,
    clock: number,
    left: [number, number] | null,
    right: [number, number] | null,
  ) => {
    const encoder = encoding.createEncoder();
    for (const value of [1, 1, client, clock]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, 4 | (left === null ? 0 : 0x80) | (right === null ? 0 : 0x40));
    for (const value of [...(left ?? []), ...(right ?? [])]) encoding.writeVarUint(encoder, value);
    if (left === null && right === null) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, TEXTS[0] ?? "");
    }
    encoding.writeVarString(encoder, "a");
    encoding.writeVarUint(encoder, 0);
    room.apply(encoding.toUint8Array(encoder));
  };
  letter(10, 0, null, null);
  letter(11, 0, [10, 0], null);
  for (let n = 0; n < around; n += 1) {
    letter(12, n, [10, n], [11, n]);
    letter(10, n + 1, [10, n], [11, n]);
    letter(11, n + 1, [10, n + 1], [11, n]);
  }
  let last: [number, number] = [10, around];
  for (let n = 0; n < deep; n += 1) {
    const next: [number, number] = [100 + (n % 2), Math.floor(n / 2)];
    letter(...next, last, [11, around]);
    last = next;
  }
  const opening = (bytes: Uint8Array) => {
    const began = performance.now();
    const { doc } = new DraftDocument([bytes]);
    expect(doc.getText(TEXTS[0]).toString()).toBe(room.doc.getText(TEXTS[0]).toString());
    return performance.now() - began;
  };
  const inOrder = Math.min(...[1, 2, 3].map(() => opening(room.snapshot())));
  expect(opening(room.since())).toBeGreaterThan(5 * inOrder);
});
