/** Edits of plain text as pure functions: from two texts to the one edit between them, and edits past each other. */
import diff from "fast-diff";
import { MOST_TEXT_BYTES } from "#deliberation/close-codes";

export interface Edit {
  at: number;
  remove: number;
  insert: string;
}

/** The one edit that turns `before` into `after`, as near to `caret` as it can be; null when they are the same. */
export function editBetween(before: string, after: string, caret?: number): Edit | null {
  if (before === after) return null;
  const parts = diff(before, after, caret);
  const [first, last] = [parts[0], parts.at(-1)];
  const head = first?.[0] === diff.EQUAL ? first[1].length : 0;
  const tail = last?.[0] === diff.EQUAL ? last[1].length : 0;
  return { at: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
}

/** Where a caret stands after somebody else's edit. */
export function caretAfter(caret: number, { at, remove, insert }: Edit): number {
  if (caret <= at) return caret;
  return caret >= at + remove ? caret + insert.length - remove : at + insert.length;
}

/** An edit made on an older text, placed where it belongs after what others did meanwhile. */
export function movedBy(edit: Edit, theirs: readonly Edit[]): Edit {
  const at = theirs.reduce(caretAfter, edit.at);
  const end = theirs.reduce(caretAfter, edit.at + edit.remove);
  return { at, remove: Math.max(0, end - at), insert: edit.insert };
}

/** Whether the text stays as short as a text may be. */
export function fits(text: string, { at, remove, insert }: Edit): boolean {
  const length = text.length - remove + insert.length;
  if (length * 3 <= MOST_TEXT_BYTES) return true;
  const after = text.slice(0, at) + insert + text.slice(at + remove);
  return new TextEncoder().encode(after).length <= MOST_TEXT_BYTES;
}
