/** Linking a statement's passages in the room's document: each link is a field of its own, so none is lost to another. */
import type * as Y from "yjs";
import { DRAFTS_ROOT, fieldKey } from "#deliberation/draft";
import type { DraftId } from "#deliberation/ids";
import { earlierLinks, LinkedWords, passageField } from "#deliberation/statement-draft";

export interface LinkChange {
  add?: readonly LinkedWords[];
  remove?: readonly LinkedWords[];
}

export function relink(doc: Y.Doc, draft: DraftId, { add = [], remove = [] }: LinkChange): void {
  const map = doc.getMap(DRAFTS_ROOT);
  doc.transact(() => {
    // A list of a draft begun earlier becomes fields with the first change.
    const list = fieldKey(draft, "passages");
    const earlier = earlierLinks({ drafts: { [list]: map.get(list) }, texts: {} }, draft);
    map.delete(list);
    const read = earlier.flatMap((one) => LinkedWords.safeParse(one).data ?? []);
    for (const link of [...read, ...add]) put(map, draft, link);
    for (const link of remove) map.delete(fieldKey(draft, passageField(link)));
  });
}

function put(map: Y.Map<unknown>, draft: DraftId, link: LinkedWords): void {
  const key = fieldKey(draft, passageField(link));
  if (!map.has(key)) map.set(key, JSON.stringify(link));
}
