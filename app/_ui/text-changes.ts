/** The words in which a wording differs from the text it is of, as places in that text. */
import { diffArrays } from "diff";
import type { TextChange } from "#deliberation/alternatives";

/** Word by word, also where words stand without spaces. */
export function changesOf(before: string, after: string, lang: string): TextChange[] {
  const changes: TextChange[] = [];
  let [at, open] = [0, null as TextChange | null];
  for (const { value, added, removed } of diffArrays(wordsIn(before, lang), wordsIn(after, lang))) {
    const text = value.join("");
    if (!added && !removed) {
      at += text.length;
      open = null;
      continue;
    }
    if (open === null) {
      open = { start: at, end: at, text: "" };
      changes.push(open);
    }
    if (added) open.text += text;
    else open.end = at += text.length;
  }
  return changes;
}

export function wordsIn(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: "word" }).segment(text)].map(({ segment }) => segment);
}
