/**
 * Candidates for ideas in other shapes: split at a word in two, or merged with the next one. Each shape comes of a
 * decision, and goes with it when that is taken back. Rule D46 of SPEC.md.
 */
import { ideasSharing, type Stretch, stretchOf, wordCuts, wordsOf } from "./candidate.ts";
import { type Paragraph, textOfBlock } from "./report.ts";
import type { State } from "./state.ts";

export const DECISIONS = ["rejected", "open", "split", "merged"] as const;
export type Decision = (typeof DECISIONS)[number];

/** What came of a candidate: the words of its two parts, or of it and the one named together. */
export interface Shape {
  quotes: string[];
  with?: string;
}

export interface Shaping {
  decision: Decision;
  shape: Shape | null;
}

interface Base {
  id: string;
  quote: string;
}

/** @returns those there are now, in the order of the first ones; `from` names the candidate whose decision made it. */
export function shapesOf<T extends Base>(
  all: readonly T[],
  decided: ReadonlyMap<string, Shaping>,
): (T & { from: string | null })[] {
  const merged = new Set<string>();
  const shaped: (T & { from: string | null })[] = [];
  const add = (one: T & { from: string | null }): void => {
    if (merged.has(one.id)) return;
    const { decision, shape } = decided.get(one.id) ?? { decision: "open", shape: null };
    if ((decision !== "split" && decision !== "merged") || shape === null) {
      shaped.push(one);
      return;
    }
    if (shape.with !== undefined) merged.add(shape.with);
    for (const [index, quote] of shape.quotes.entries())
      add({ ...one, id: `${one.id}~${shape.with ?? index + 1}`, quote, from: one.id });
  };
  for (const one of all) add({ ...one, from: null });
  return shaped;
}

/** The number that was proposed for the candidate a shape came of. */
export function firstIdOf(id: string): string {
  return id.split("~", 1)[0] ?? id;
}

/** Where a stretch may be cut: between its words. */
export function cutsIn(paragraph: Paragraph, lang: string, { block, start, end }: Stretch): number[] {
  const found = paragraph.blocks[block];
  if (found === undefined) return [];
  return wordCuts(textOfBlock(found), lang).filter((cut) => start < cut && cut < end);
}

/** The words on both sides of a cut; null where one of them has no letter, or does not stand in the paragraph once. */
export function partsAt(paragraph: Paragraph, stretch: Stretch, cut: number): [string, string] | null {
  const parts = [
    wordsOf(paragraph, { ...stretch, end: cut }).trim(),
    wordsOf(paragraph, { ...stretch, start: cut }).trim(),
  ] as [string, string];
  return parts.every((part) => /[\p{L}\p{N}]/u.test(part) && stretchOf(paragraph, part) !== null)
    ? parts
    : null;
}

/** Whether two quotes are the parts of a stretch that shares words with `quote`: nothing but space lies between. */
export function areParts(
  paragraph: Paragraph,
  quote: string,
  [first, second, more]: readonly string[],
): boolean {
  if (!first || !second || more !== undefined) return false;
  const [whole, one, other] = [quote, first, second].map((part) => stretchOf(paragraph, part));
  if (!whole || !one || !other) return false;
  if (one.block !== whole.block || other.block !== whole.block || one.end > other.start) return false;
  const between = wordsOf(paragraph, { ...one, start: one.end, end: other.start });
  return between.trim() === "" && one.start < whole.end && other.end > whole.start;
}

/**
 * The next candidate in the same stretch of the paragraph, with the words of both and what stands between.
 * @param all those there are now.
 */
export function nextOf<T extends Base & { paragraph: string }>(
  paragraph: Paragraph,
  all: readonly T[],
  one: T,
): { with: string; quote: string } | null {
  const own = stretchOf(paragraph, one.quote);
  if (own === null) return null;
  const after = all
    .filter((other) => other.paragraph === one.paragraph && other.id !== one.id)
    .flatMap((other) => {
      const stretch = stretchOf(paragraph, other.quote);
      return stretch !== null && stretch.block === own.block && stretch.start >= own.end
        ? [{ id: other.id, stretch }]
        : [];
    })
    .sort((a, b) => a.stretch.start - b.stretch.start)[0];
  if (after === undefined) return null;
  const quote = wordsOf(paragraph, { ...own, end: after.stretch.end });
  return stretchOf(paragraph, quote) === null ? null : { with: after.id, quote };
}

/** Whether an idea stands that shares words with a passage: then its shape is not taken back. */
export function isTaken(state: State, paragraph: Paragraph, quotes: readonly string[]): boolean {
  return quotes.some((quote) => {
    const stretch = stretchOf(paragraph, quote);
    return stretch !== null && ideasSharing(state, paragraph, stretch).length > 0;
  });
}
