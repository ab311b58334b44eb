/** How a suggested wording differs from an idea: word by word, also where words stand without spaces. */
import { diffArrays } from "diff";

export interface Piece {
  text: string;
  change: "kept" | "added" | "removed";
}

/** @param lang of both texts: Chinese and Arabic words are told apart by their own rules. */
export function compared(before: string, after: string, lang: string): Piece[] {
  return diffArrays(wordsOf(before, lang), wordsOf(after, lang)).map(({ value, added, removed }) => ({
    text: value.join(""),
    change: added ? "added" : removed ? "removed" : "kept",
  }));
}

function wordsOf(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: "word" }).segment(text)].map(({ segment }) => segment);
}
