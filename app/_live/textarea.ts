/**
 * A text area bound to a shared text. Nothing is sent while an input method composes: a colleague never sees
 * the letters of a syllable, only the character it became. Words longer than a text may be stay on the screen
 * alone, and are sent as soon as they fit.
 */
import type * as Y from "yjs";
import { caretAfter, type Edit, editBetween, fits, movedBy } from "./edit.ts";

interface Tell {
  /** Something was written here. */
  edited(): void;
  /** The words are longer than a text may be, or fit again. */
  tooLong(is: boolean): void;
}

/** What the screen began from while it goes its own way, and what colleagues did to that since. */
interface Apart {
  base: string;
  theirs: Edit[];
  shared: string;
}

/** @returns a function that ends the binding. */
export function bindTextarea(area: HTMLTextAreaElement, text: Y.Text, tell: Tell): () => void {
  let apart: Apart | null = null;
  let composing = false;
  area.value = text.toString();

  const goApart = () => {
    const shared = text.toString();
    apart ??= { base: shared, theirs: [], shared };
  };
  const write = ({ at, remove, insert }: Edit) => {
    text.doc?.transact(() => {
      if (remove > 0) text.delete(at, remove);
      if (insert !== "") text.insert(at, insert);
    }, area);
  };
  const send = () => {
    if (composing) return;
    const from = apart ?? { base: text.toString(), theirs: [] };
    const edit = editBetween(from.base, area.value, area.selectionStart);
    if (edit !== null) {
      tell.edited();
      const placed = movedBy(edit, from.theirs);
      const long = !fits(text.toString(), placed);
      tell.tooLong(long);
      if (long) return goApart();
      write(placed);
    } else if (apart !== null) tell.tooLong(false);
    apart = null;
    showText(area, text.toString(), from.theirs);
  };
  const show = (_event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === area) return;
    const shared = text.toString();
    const theirs = editBetween(apart?.shared ?? area.value, shared);
    if (theirs === null) return;
    if (apart === null) return showText(area, shared, [theirs]);
    apart.theirs.push(theirs);
    apart.shared = shared;
  };
  const begin = () => {
    composing = true;
    goApart();
  };
  const end = () => {
    composing = false;
    send();
  };
  area.addEventListener("input", send);
  area.addEventListener("compositionstart", begin);
  area.addEventListener("compositionend", end);
  text.observe(show);
  return () => {
    if (composing) end();
    area.removeEventListener("input", send);
    area.removeEventListener("compositionstart", begin);
    area.removeEventListener("compositionend", end);
    text.unobserve(show);
  };
}

function showText(area: HTMLTextAreaElement, value: string, edits: readonly Edit[]): void {
  if (area.value === value) return;
  const { selectionStart, selectionEnd, selectionDirection } = area;
  area.value = value;
  if (document.activeElement !== area) return;
  const [start, end] = [edits.reduce(caretAfter, selectionStart), edits.reduce(caretAfter, selectionEnd)];
  area.setSelectionRange(start, end, selectionDirection);
}
