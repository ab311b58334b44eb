import { expect, test } from "vitest";
import * as Y from "yjs";
import { caretIn, caretOf, wordsAround } from "./whereabouts.ts";

test("the words around a caret, in scripts with and without spaces", () => {
  expect(wordsAround("With due regard to the sovereignty of States", 19)).toEqual({
    before: "… due regard to ",
    after: "the sovereignty of …",
  });
  expect(wordsAround("", 0)).toEqual({ before: "", after: "" });
  expect(wordsAround("Yes.", 4)).toEqual({ before: "Yes.", after: "" });
  const han = wordsAround("我们支持这一构想并提出措辞建议", 4);
  expect(han.before).toBe("我们支持");
  expect(han.after.length).toBeLessThan(10);
});

test("a colleague's caret moves with the words that were written before it", () => {
  const doc = new Y.Doc();
  const text = doc.getText("words/position.17-1");
  text.insert(0, "agree fully");
  const sent = JSON.parse(JSON.stringify(caretIn(text, "words", 5)));
  text.insert(0, "We ");
  expect(caretOf(doc, sent, () => text)).toEqual({ root: "words", before: "We agree", after: " fully" });
});

test("whatever a browser sent in the place of a caret is nowhere, and throws nothing", () => {
  const doc = new Y.Doc();
  const text = doc.getText("words/position.17-1");
  const other = caretIn(doc.getText("words/position.17-2"), "words", 0);
  const odd = [undefined, null, 3, "words", {}, { root: "words" }, { root: "words", at: 1 }, other];
  for (const sent of [...odd, { root: "drafts", at: {} }, { root: "words", at: { item: { client: -1 } } }]) {
    expect(caretOf(doc, sent, () => text)).toBeNull();
  }
});
