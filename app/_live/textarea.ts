/**
 * A text area bound to a shared text. Nothing is sent while an input method composes: a colleague never sees
 * the letters of a syllable, only the character it became.
 */
import diff from "fast-diff";
import type * as Y from "yjs";

export interface Edit {
  at: number;
  remove: number;
  insert: string;
}

/** The one edit that turns `before` into `after`, as near to `caret` as it can be. */
export function editBetween(before: string, after: string, caret: number): Edit | null {
  const parts = diff(before, after, caret);
  let at = 0;
  const edit: Edit = { at: 0, remove: 0, insert: "" };
  let begun = false;
  let tail = 0;
  for (const [kind, text] of parts) {
    if (kind === diff.EQUAL) {
      if (!begun) at += text.length;
      else tail += text.length;
    } else {
      begun = true;
      tail = 0;
    }
  }
  if (!begun) return null;
  edit.at = at;
  edit.remove = before.length - at - tail;
  edit.insert = after.slice(at, after.length - tail);
  return edit;
}

/** Where a caret stands after somebody else's edit. */
export function caretAfter(caret: number, { at, remove, insert }: Edit): number {
  if (caret <= at) return caret;
  return caret >= at + remove ? caret + insert.length - remove : at + insert.length;
}

/** @returns a function that ends the binding. */
export function bindTextarea(area: HTMLTextAreaElement, text: Y.Text, onEdit: () => void): () => void {
  /** What both had when composing began, and what colleagues did to it since; null while nothing composes. */
  let composing: { base: string; theirs: Edit[]; shared: string } | null = null;
  area.value = text.toString();

  const write = ({ at, remove, insert }: Edit) => {
    onEdit();
    text.doc?.transact(() => {
      if (remove > 0) text.delete(at, remove);
      if (insert !== "") text.insert(at, insert);
    }, area);
  };
  const send = () => {
    if (composing !== null) return;
    const edit = editBetween(text.toString(), area.value, area.selectionStart);
    if (edit !== null) write(edit);
  };
  const show = (_event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === area) return;
    const shared = text.toString();
    if (composing !== null) {
      const theirs = editBetween(composing.shared, shared, 0);
      if (theirs !== null) composing.theirs.push(theirs);
      composing.shared = shared;
      return;
    }
    const edit = editBetween(area.value, shared, 0);
    if (edit !== null) showEdit(area, shared, [edit]);
  };
  const begin = () => {
    const base = area.value;
    composing = { base, theirs: [], shared: base };
  };
  const end = () => {
    const composed = composing;
    composing = null;
    if (composed === null) return;
    const edit = editBetween(composed.base, area.value, area.selectionStart);
    if (edit !== null) write(movedBy(edit, composed.theirs));
    showEdit(area, text.toString(), composed.theirs);
  };
  area.addEventListener("input", send);
  area.addEventListener("compositionstart", begin);
  area.addEventListener("compositionend", end);
  text.observe(show);
  return () => {
    area.removeEventListener("input", send);
    area.removeEventListener("compositionstart", begin);
    area.removeEventListener("compositionend", end);
    text.unobserve(show);
  };
}

/** An edit made on an older text, placed where it belongs after what others did meanwhile. */
export function movedBy(edit: Edit, theirs: readonly Edit[]): Edit {
  const at = theirs.reduce(caretAfter, edit.at);
  const end = theirs.reduce(caretAfter, edit.at + edit.remove);
  return { at, remove: Math.max(0, end - at), insert: edit.insert };
}

function showEdit(area: HTMLTextAreaElement, value: string, edits: readonly Edit[]): void {
  if (area.value === value) return;
  const { selectionStart, selectionEnd, selectionDirection } = area;
  area.value = value;
  if (document.activeElement !== area) return;
  area.setSelectionRange(edits.reduce(caretAfter, selectionStart), edits.reduce(caretAfter, selectionEnd), selectionDirection);
}
