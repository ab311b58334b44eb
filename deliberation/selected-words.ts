/**
 * Words selected in a paragraph: what they say, what stands around them, and where. They are found again only where
 * all of it agrees; nothing is ever attached anew by guessing.
 */
import type { Target } from "./entry.ts";
import { ParagraphKey } from "./ids.ts";
import { type Paragraph, textOfBlock } from "./report.ts";

export type SelectedWords = Extract<Target, { on: "words" }>;

/** UTF-16 units kept of what stands before and after. */
const AROUND = 32;
/** Between two blocks of a paragraph. */
const BREAK = "\n";

/** The running text of a paragraph, its blocks one below the other: what offsets are counted in (UTF-16 units). */
export function runningText(paragraph: Paragraph): string {
  return paragraph.blocks.map(textOfBlock).join(BREAK);
}

/** Where each block begins in the running text. */
export function blockStarts(paragraph: Paragraph): number[] {
  let at = 0;
  return paragraph.blocks.map((block) => {
    const start = at;
    at += textOfBlock(block).length + BREAK.length;
    return start;
  });
}

/** @returns the words from `start` to `end`, widened to whole letters as people see them; null for none. */
export function selectedWords(
  paragraph: string,
  text: string,
  start: number,
  end: number,
): SelectedWords | null {
  let [from, to] = [text.length, 0];
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length <= start) continue;
    if (index >= end) break;
    from = Math.min(from, index);
    to = index + segment.length;
  }
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (from < to && /\s/.test(text[to - 1] ?? "")) to -= 1;
  if (from >= to) return null;
  return {
    on: "words",
    paragraph: ParagraphKey.parse(paragraph),
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - AROUND), from),
    suffix: text.slice(to, to + AROUND),
    start: from,
  };
}

/** [M7] Whether the words stand there, between what is said to stand around them. */
export function stands({ exact, prefix, suffix, start }: SelectedWords, text: string): boolean {
  const end = start + exact.length;
  return (
    text.slice(start, end) === exact &&
    text.slice(0, start).endsWith(prefix) &&
    text.slice(end).startsWith(suffix)
  );
}
