/** Cuts a block's text where ideas begin and end and where footnote markers stand. */
import type { IdeaId } from "./ids.ts";
import { type FootnoteMark, findQuote, type Paragraph } from "./report.ts";

export interface IdeaRange {
  idea: IdeaId;
  start: number;
  end: number;
}

export type Segment =
  | { kind: "text"; text: string; start: number; idea: IdeaId | null; first: boolean }
  | { kind: "footnote"; number: number };

/**
 * @param more where else to cut.
 * @returns segments in order; `first` marks where an idea begins, so that its chip is shown once.
 */
export function segmentsOf(
  text: string,
  footnotes: readonly FootnoteMark[],
  ideas: readonly IdeaRange[],
  more: readonly number[] = [],
): Segment[] {
  const cuts = new Set([0, text.length, ...more]);
  for (const { offset } of footnotes) cuts.add(offset);
  for (const { start, end } of ideas) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  places.forEach((start, index) => {
    for (const { number, offset } of footnotes)
      if (offset === start) segments.push({ kind: "footnote", number });
    const end = places[index + 1];
    if (end === undefined || end === start) return;
    const within = ideas.find((range) => range.start <= start && end <= range.end);
    segments.push({
      kind: "text",
      text: text.slice(start, end),
      start,
      idea: within?.idea ?? null,
      first: within?.start === start,
    });
  });
  return segments;
}

/** Where ideas stand in a paragraph, by the number of its block; one that is not found there is left out. */
export function rangesOf(
  paragraph: Paragraph,
  ideas: readonly { id: IdeaId; quote: string }[],
): Map<number, IdeaRange[]> {
  const ranges = new Map<number, IdeaRange[]>();
  for (const { id, quote } of ideas) {
    const place = findQuote(paragraph, quote);
    if (place === null) continue;
    ranges.set(place.block, [
      ...(ranges.get(place.block) ?? []),
      { idea: id, start: place.start, end: place.end },
    ]);
  }
  return ranges;
}
