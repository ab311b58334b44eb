import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { DraftDocument, Spoilt } from "./draft-document.ts";

const TEXT = "words/position.17-3";

/** One letter by client 200, said to stand behind one letter of client 100's and before another. */
function letterBetween(origin: number, rightOrigin: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, 200, 0, 0xc4, 100, origin, 100, rightOrigin])
    encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, "x");
  encoding.writeVarUint(encoder, 0);
  const written = [...encoding.toUint8Array(encoder)];
  // The head of a piece is a byte, not a number.
  const head = written.indexOf(0xc4);
  written.splice(head + 1, 1);
  return Uint8Array.from(written);
}

function roomSaying(words: string): DraftDocument {
  const doc = new Y.Doc();
  doc.clientID = 100;
  doc.getText(TEXT).insert(0, words);
  return new DraftDocument([Y.encodeStateAsUpdate(doc)]);
}

test("a piece stands between the two it names, near or far", () => {
  expect(roomSaying("abc").apply(letterBetween(0, 1)).updates).toHaveLength(1);
  const room = roomSaying("ac");
  for (let n = 0; n < 200; n += 1) {
    const far = new Y.Doc();
    far.clientID = 300 + n;
    Y.applyUpdate(far, Y.encodeStateAsUpdate(roomSaying("ac").doc));
    const before = Y.encodeStateVector(far);
    far.getText(TEXT).insert(1, "z");
    room.apply(Y.encodeStateAsUpdate(far, before));
  }
  expect(room.apply(letterBetween(0, 1)).updates).toHaveLength(1);
  expect(room.doc.getText(TEXT).toString()).toMatch(/^axz{200}c$/);
});

test("a piece before what it says it stands behind spoils the room, which is then read from the store", () => {
  for (const [origin, rightOrigin] of [
    [1, 1],
    [1, 0],
    [2, 0],
  ] as const) {
    expect(() => roomSaying("abc").apply(letterBetween(origin, rightOrigin))).toThrow(Spoilt);
    expect(() => roomSaying("abc".repeat(200)).apply(letterBetween(origin, rightOrigin))).toThrow(Spoilt);
  }
});
