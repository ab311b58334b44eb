/**
 * Passages that may be policy ideas, while the secretariat looks at them: adjusted by whole words, numbered, and held
 * against the ideas there are. Rules D5, D6 of SPEC.md.
 */
import { IdeaId, type ParagraphKey } from "./ids.ts";
import { findQuote, type Paragraph, textOfBlock } from "./report.ts";
import type { State } from "./state.ts";

/** A stretch of one block of a paragraph's text. */
export interface Stretch {
  block: number;
  start: number;
  end: number;
}

/** Where a passage stands, if it stands there once. */
export function stretchOf(paragraph: Paragraph, quote: string): Stretch | null {
  return findQuote(paragraph, quote);
}

export function wordsOf(paragraph: Paragraph, { block, start, end }: Stretch): string {
  const found = paragraph.blocks[block];
  return found === undefined ? "" : textOfBlock(found).slice(start, end);
}

/** The item a stretch stands in, `45.a`; null outside of items. */
export function itemOf(paragraph: Paragraph, { block }: Stretch): string | null {
  const found = paragraph.blocks[block];
  return found?.kind === "item" ? found.item.key : null;
}

export const STEPS = ["start-back", "start-on", "end-back", "end-on"] as const;
export type Step = (typeof STEPS)[number];

/**
 * One end of a stretch moved by one word of the text.
 * @returns the same stretch where there is no word left to take in or to let go.
 */
export function stepped(text: string, lang: string, stretch: Stretch, step: Step): Stretch {
  const cuts = wordCuts(text, lang);
  const { start, end } = stretch;
  const before = (at: number) => cuts.findLast((cut) => cut < at);
  const after = (at: number) => cuts.find((cut) => cut > at);
  switch (step) {
    case "start-back":
      return { ...stretch, start: before(start) ?? start };
    case "start-on": {
      const next = after(start) ?? start;
      return next < end ? { ...stretch, start: next } : stretch;
    }
    case "end-back": {
      const next = before(end) ?? end;
      return next > start ? { ...stretch, end: next } : stretch;
    }
    case "end-on":
      return { ...stretch, end: after(end) ?? end };
    default:
      return step satisfies never;
  }
}

/** Where words begin and end: at the beginning and the end of the text too. */
export function wordCuts(text: string, lang: string): number[] {
  const cuts = [...new Intl.Segmenter(lang, { granularity: "word" }).segment(text)].map(({ index }) => index);
  return [...cuts, text.length];
}

/** [D2] The number a new idea of the paragraph gets: the one proposed, else the first that was never given. */
export function freeNumber(state: State, paragraph: ParagraphKey, proposed: string): IdeaId {
  if (state.ideas[proposed] === undefined) return IdeaId.parse(proposed);
  for (let n = 1; ; n += 1) {
    const id = `${paragraph}-${n}`;
    if (state.ideas[id] === undefined) return IdeaId.parse(id);
  }
}

/** [D6] The ideas of the paragraph, not withdrawn, that share words with a stretch. */
export function ideasSharing(state: State, paragraph: Paragraph, stretch: Stretch): IdeaId[] {
  return Object.values(state.ideas)
    .filter((idea) => idea.withdrawn === null && idea.paragraph === paragraph.key)
    .filter(({ quote }) => {
      const other = findQuote(paragraph, quote);
      return (
        other !== null &&
        other.block === stretch.block &&
        other.start < stretch.end &&
        other.end > stretch.start
      );
    })
    .map(({ id }) => id);
}
