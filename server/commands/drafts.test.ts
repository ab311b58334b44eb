import { expect, test } from "vitest";
import * as Y from "yjs";
import { readInOrder } from "./drafts.ts";

/** Updates of one writer, each a word after the one before. */
function typed(client: number, ...words: string[]): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = doc.getText("words/position.17-3");
  for (const word of words) text.insert(text.length, word);
  return updates;
}

test("what needs a damaged piece is set aside with it, and what needs none stays", () => {
  const [, second, third] = typed(7, "one ", "two ", "three ");
  const [other] = typed(8, "of another");
  const reads = readInOrder();
  const damaged = Uint8Array.of(9, 9, 9);
  expect([damaged, second, other, third].map((update) => reads(update as Uint8Array))).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
