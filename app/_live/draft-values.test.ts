import { expect, test } from "vitest";
import * as Y from "yjs";
import { DraftValues } from "./draft-values.ts";

test("values follow the document, from here and from elsewhere, and what did not change stays the same object", () => {
  const doc = new Y.Doc();
  const values = new DraftValues(doc);
  doc.getMap("drafts").set("position.17-3/stance", "support");
  doc.getText("words/position.17-3").insert(0, "We");
  const { drafts } = values.plain;
  const elsewhere = new Y.Doc();
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc));
  elsewhere.getText("words/position.17-3").insert(2, " agree");
  elsewhere.getText("wording/position.17-3").insert(0, "or so");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere));
  expect(values.plain).toEqual({
    drafts: { "position.17-3/stance": "support" },
    texts: { "words/position.17-3": "We agree", "wording/position.17-3": "or so" },
  });
  expect(values.plain.drafts).toBe(drafts);
});
