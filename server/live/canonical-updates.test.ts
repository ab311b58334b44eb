import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { inspect } from "./firewall.ts";
import { BadFrame } from "./frames.ts";

const person = "00000000-0000-4000-8000-00000000000a" as Parameters<typeof inspect>[2]["person"];
const TEXT = "words/position.17-3";
const around = () => ({ doc: new Y.Doc(), owners: new Map(), person });

const edit = fc.record({
  by: fc.nat(2),
  kind: fc.constantFrom("insert", "insert", "insert", "delete", "set", "unset", "meet"),
  at: fc.nat(200),
  words: fc.constantFrom("a", "😀", "字词", "رأي", "some words", "x".repeat(200)),
  value: fc.constantFrom<string | number>("support", "reservation", 4, 70_000),
});

/** Everything three browsers send while they write, come and go. */
function sent(edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[]): Uint8Array[] {
  const docs = [1_001, 4_000_000_001, 77].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const all: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on("update", (update: Uint8Array, origin: unknown) => origin === "elsewhere" || all.push(update));
  }
  for (const { by, kind, at, words, value } of edits) {
    const doc = docs[by] as Y.Doc;
    const text = doc.getText(TEXT);
    const key = `position.17-${at % 3}/stance`;
    if (kind === "insert") text.insert(at % (text.length + 1), words);
    else if (kind === "delete" && text.length > 0) text.delete(at % text.length, 1);
    else if (kind === "set") doc.getMap("drafts").set(key, value);
    else if (kind === "unset") doc.getMap("drafts").delete(key);
    else if (kind === "meet") {
      const other = docs[(by + 1) % 3] as Y.Doc;
      const lacking = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other));
      all.push(lacking);
      Y.applyUpdate(other, lacking, "elsewhere");
    }
  }
  return [
    ...all,
    Y.mergeUpdates(all.length > 0 ? all : [Uint8Array.of(0, 0)]),
    ...docs.map((doc) => Y.encodeStateAsUpdate(doc)),
  ];
}

test("what browsers send has the shortest form, whatever they write: it is never refused for that", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      for (const update of sent(edits)) {
        try {
          inspect(update, true, around());
        } catch (error) {
          expect((error as BadFrame).message).not.toMatch(/longer than needed|not an update/);
        }
      }
    }),
    { seed: 63_677, numRuns: 150 },
  );
});

test("an update with any number written longer than needed is refused", () => {
  const doc = new Y.Doc();
  doc.clientID = 77;
  doc.getText(TEXT).insert(0, "ab");
  const update = Y.encodeStateAsUpdate(doc);
  inspect(update, true, around());
  let refused = 0;
  for (let at = 0; at < update.length; at += 1) {
    // The same number in two bytes instead of one.
    const longer = Uint8Array.from([
      ...update.subarray(0, at),
      (update[at] ?? 0) | 0x80,
      0,
      ...update.subarray(at + 1),
    ]);
    try {
      Y.decodeUpdate(longer);
    } catch {
      continue;
    }
    expect(() => inspect(longer, true, around()), `byte ${at}`).toThrow(BadFrame);
    refused += 1;
  }
  expect(refused).toBeGreaterThan(3);
});

test("an overlong number is refused also when a value grows by as much when written anew", () => {
  const encoder = encoding.createEncoder();
  const number = (value: number) => encoding.writeVarUint(encoder, value);
  for (const value of [1, 1, 5]) number(value);
  // The clock 0 in four bytes, and below a number that Y writes with three more than this.
  for (const byte of [0x80, 0x80, 0x80, 0]) encoding.writeUint8(encoder, byte);
  encoding.writeUint8(encoder, 8 | 0x20);
  number(1);
  encoding.writeVarString(encoder, "drafts");
  encoding.writeVarString(encoder, "position.17-3/stance");
  number(1);
  encoding.writeUint8(encoder, 125);
  encoding.writeVarInt(encoder, 2 ** 33 + 1);
  number(0);
  const update = encoding.toUint8Array(encoder);
  expect(Y.diffUpdate(update, Uint8Array.of(0)).length).toBe(update.length);
  expect(() => inspect(update, false, around())).toThrow("longer than needed");
});
