/** Where a colleague is in a text: said by a position that moves with the words, shown by the words around it. */
import * as Y from "yjs";
import type { TextRoot } from "#deliberation/draft";

export interface Whereabouts {
  name: string;
  root: TextRoot;
  before: string;
  after: string;
}

const WORDS_AROUND = 3;
/** Looked at on each side, in UTF-16 units: three words of any script. */
const AROUND = 90;

/** What is sent to colleagues of a caret. */
export function caretIn(text: Y.Text, root: TextRoot, at: number): object {
  const position = Y.createRelativePositionFromTypeIndex(text, Math.min(at, text.length));
  return { root, at: Y.relativePositionToJSON(position) };
}

/** @param sent as a colleague's browser sent it: nothing in it is to be relied on. @returns null when it is nowhere. */
export function caretOf(doc: Y.Doc, sent: unknown, text: (root: TextRoot) => Y.Text) {
  const { root, at } = Object(sent) as { root?: unknown; at?: unknown };
  if ((root !== "words" && root !== "wording") || typeof at !== "object" || at === null) return null;
  try {
    const position = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(at), doc);
    if (position === null || position.type !== (text(root) as Y.AbstractType<unknown>)) return null;
    return { root, ...wordsAround(text(root).toString(), position.index) } as const;
  } catch {
    return null;
  }
}

/** Up to three words on each side, and whether there is more said by an ellipsis. */
export function wordsAround(text: string, at: number): { before: string; after: string } {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  const left = [...segmenter.segment(text.slice(Math.max(0, at - AROUND), at))].reverse();
  const right = [...segmenter.segment(text.slice(at, at + AROUND))];
  const before = firstWords(left).reverse().join("");
  const after = firstWords(right).join("");
  return {
    before: `${before.length < at ? "…" : ""}${before}`,
    after: `${after}${at + after.length < text.length ? "…" : ""}`,
  };
}

function firstWords(segments: readonly Intl.SegmentData[]): string[] {
  const taken: string[] = [];
  let words = 0;
  for (const { segment, isWordLike } of segments) {
    words += isWordLike ? 1 : 0;
    if (words > WORDS_AROUND) break;
    taken.push(segment);
  }
  return taken;
}
