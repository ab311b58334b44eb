/**
 * A text area bound to a shared text. Nothing is sent while an input method composes: a colleague never sees
 * the letters of a syllable, only the character it became. Letters typed faster than the server takes frames go
 * together. Words longer than a text may be stay on the screen alone, and are sent as soon as they fit.
 */
import type * as Y from "yjs";
import { caretAfter, type Edit, editBetween, fits, movedBy } from "./edit.ts";

/** Words that stand on the screen and nowhere else: for a moment, or because they are too long. */
export type Held = "nothing" | "unsent" | "too-long";

interface Tell {
  /** Something was written here. */
  edited(): void;
  held(what: Held): void;
  /** One step of one's own is to be undone, or done again: the text area's own history knows colleagues' as one's own. */
  step?(way: "undo" | "redo"): void;
}

/** What the screen began from while it goes its own way, and what colleagues did to that since. */
interface Apart {
  base: string;
  theirs: Edit[];
  shared: string;
}

/** 25 frames a second, half of what a socket may send. */
const FRAME_EVERY_MS = 40;

/** @returns a function that ends the binding. */
export function bindTextarea(area: HTMLTextAreaElement, text: Y.Text, tell: Tell): () => void {
  let apart: Apart | null = null;
  let composing = false;
  let sentAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  area.value = text.toString();

  const goApart = (what: Held) => {
    const shared = text.toString();
    apart ??= { base: shared, theirs: [], shared };
    tell.held(what);
  };
  const write = ({ at, remove, insert }: Edit) => {
    sentAt = performance.now();
    text.doc?.transact(() => {
      if (remove > 0) text.delete(at, remove);
      if (insert !== "") text.insert(at, insert);
    }, area);
  };
  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    if (composing) return;
    const from = apart ?? { base: text.toString(), theirs: [] };
    const edit = editBetween(from.base, area.value, area.selectionStart);
    if (edit !== null) {
      tell.edited();
      const placed = movedBy(edit, from.theirs);
      if (!fits(text.toString(), placed)) return goApart("too-long");
      write(placed);
    }
    apart = null;
    tell.held("nothing");
    showText(area, text.toString(), from.theirs);
  };
  const typed = () => {
    if (composing || timer !== undefined) return;
    const rest = sentAt + FRAME_EVERY_MS - performance.now();
    if (rest <= 0) return send();
    tell.edited();
    goApart("unsent");
    timer = setTimeout(send, rest);
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
    goApart("unsent");
  };
  const end = () => {
    composing = false;
    send();
  };
  const step = (event: Event, way: "undo" | "redo" | null) => {
    if (way === null || composing || tell.step === undefined) return;
    event.preventDefault();
    send();
    tell.step(way);
  };
  const handlers = {
    ...{ input: typed, blur: send, compositionstart: begin, compositionend: end },
    keydown: (event: Event) => step(event, wayOfKeys(event as KeyboardEvent)),
    beforeinput: (event: Event) => step(event, WAY_OF_MENU[(event as InputEvent).inputType] ?? null),
  };
  for (const [event, handler] of Object.entries(handlers)) area.addEventListener(event, handler);
  text.observe(show);
  return () => {
    end();
    for (const [event, handler] of Object.entries(handlers)) area.removeEventListener(event, handler);
    text.unobserve(show);
    tell.held("nothing");
  };
}

const WAY_OF_MENU: Record<string, "undo" | "redo"> = { historyUndo: "undo", historyRedo: "redo" };

/** By the letter on the key; on a keyboard of another script by its place. */
function wayOfKeys(event: KeyboardEvent): "undo" | "redo" | null {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing, key, code } = event;
  if (ctrlKey === metaKey || altKey || isComposing) return null;
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace("Key", "").toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey && !shiftKey ? "redo" : null;
}

function showText(area: HTMLTextAreaElement, value: string, edits: readonly Edit[]): void {
  if (area.value === value) return;
  const { selectionStart, selectionEnd, selectionDirection } = area;
  area.value = value;
  if (document.activeElement !== area) return;
  const [start, end] = [edits.reduce(caretAfter, selectionStart), edits.reduce(caretAfter, selectionEnd)];
  area.setSelectionRange(start, end, selectionDirection);
}
