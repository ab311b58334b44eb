import { expect, test } from "vitest";
import * as Y from "yjs";
import { DRAFTS_ROOT, fieldKey, type PlainDrafts } from "#deliberation/draft";
import { DraftId, IdeaId } from "#deliberation/ids";
import { type LinkedWords, linkedWords } from "#deliberation/statement-draft";
import { relink } from "./linking.ts";

const DRAFT = DraftId.parse("statement.00000000-0000-4000-8000-000000000001");
const to = (exact: string, start: number, idea = "17-1"): LinkedWords => ({
  ...{ exact, start },
  target: { on: "idea", idea: IdeaId.parse(idea) },
});
const [AGREE, FURTHER, OTHER] = [to("we agree", 0), to("go further", 20), to("we agree", 0, "17-3")];

function linkedIn(doc: Y.Doc): LinkedWords[] {
  const plain: PlainDrafts = { drafts: doc.getMap(DRAFTS_ROOT).toJSON(), texts: {} };
  return linkedWords(plain, DRAFT);
}

/** Two colleagues who start from the same and change it without hearing of each other; what both hold afterwards. */
function apart(begin: (doc: Y.Doc) => void, one: (doc: Y.Doc) => void, other: (doc: Y.Doc) => void) {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  begin(a);
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  one(a);
  other(b);
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  expect(linkedIn(a)).toEqual(linkedIn(b));
  return linkedIn(a);
}

const nothing = () => undefined;
const links = (...add: LinkedWords[]) => ({ add });

test("[T14] two who link at once lose none, and the same link is one", () => {
  const both = apart(
    nothing,
    (doc) => relink(doc, DRAFT, links(AGREE, FURTHER)),
    (doc) => relink(doc, DRAFT, links(OTHER, FURTHER)),
  );
  expect(both).toEqual([AGREE, OTHER, FURTHER]);
});

test("[T14] removing or retargeting one link leaves what a colleague does with others", () => {
  const left = apart(
    (doc) => relink(doc, DRAFT, links(AGREE, FURTHER)),
    (doc) => relink(doc, DRAFT, { add: [OTHER], remove: [AGREE] }),
    (doc) => relink(doc, DRAFT, { remove: [FURTHER] }),
  );
  expect(left).toEqual([OTHER]);
});

test("[T14] the list of a draft begun earlier is read, and becomes links of their own with the first change", () => {
  const before = (doc: Y.Doc) =>
    doc.getMap(DRAFTS_ROOT).set(fieldKey(DRAFT, "passages"), JSON.stringify([AGREE]));
  expect(apart(before, nothing, nothing)).toEqual([AGREE]);
  const both = apart(
    before,
    (doc) => relink(doc, DRAFT, links(FURTHER)),
    (doc) => relink(doc, DRAFT, links(OTHER)),
  );
  expect(both).toEqual([AGREE, OTHER, FURTHER]);
});
