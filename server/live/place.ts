/** Where something stands in a draft room's document, and which draft that is. */
import * as Y from "yjs";
import { DRAFT_FIELDS, DRAFTS_ROOT, TEXT_ROOTS } from "#deliberation/draft";
import { DraftId } from "#deliberation/ids";
import { isPassageField } from "#deliberation/statement-draft";

/** `key` is null in a text. */
export interface Place {
  root: string;
  key: string | null;
}

/** The draft a place belongs to, when a person may write there; null otherwise. */
export function draftAt({ root, key }: Place): DraftId | null {
  if (key !== null) {
    const [field, id] = [key.slice(key.lastIndexOf("/") + 1), key.slice(0, key.lastIndexOf("/"))];
    const draft = root === DRAFTS_ROOT ? draftId(id) : null;
    const isField = (DRAFT_FIELDS as readonly string[]).includes(field);
    return draft !== null && (isField || isPassageField(draft, field)) ? draft : null;
  }
  const slash = root.indexOf("/");
  return (TEXT_ROOTS as readonly string[]).includes(root.slice(0, slash))
    ? draftId(root.slice(slash + 1))
    : null;
}

/** Whether a draft room has a root of this name. */
export function isRoot(root: string): boolean {
  return root === DRAFTS_ROOT || draftAt({ root, key: null }) !== null;
}

export function isPlaceForPersons(place: Place): boolean {
  return draftAt(place) !== null;
}

export function placeOfItem(item: Y.Item | Y.GC): Place | null {
  if (!(item instanceof Y.Item)) return null;
  const parent = item.parent as Y.AbstractType<unknown> | null;
  const root = parent === null ? null : rootOf(parent);
  return root === null ? null : { root, key: item.parentSub };
}

/** Name of a root type; null for a nested one, which no draft room holds. */
export function rootOf(type: Y.AbstractType<unknown>): string | null {
  return type._item === null ? Y.findRootTypeKey(type) : null;
}

function draftId(text: string): DraftId | null {
  const parsed = DraftId.safeParse(text);
  return parsed.success ? parsed.data : null;
}
