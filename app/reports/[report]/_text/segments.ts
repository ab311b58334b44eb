/** Cuts a block's text where ideas begin and end and where footnote markers stand. */
import type { IdeaId } from "#deliberation/ids";
import type { FootnoteMark } from "#deliberation/report";

export interface IdeaRange {
  idea: IdeaId;
  start: number;
  end: number;
}

export type Segment =
  | { kind: "text"; text: string; idea: IdeaId | null; first: boolean }
  | { kind: "footnote"; number: number };

/** @returns segments in order; `first` marks where an idea begins, so that its chip is shown once. */
export function segmentsOf(
  text: string,
  footnotes: readonly FootnoteMark[],
  ideas: readonly IdeaRange[],
): Segment[] {
  const cuts = new Set([0, text.length]);
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
      idea: within?.idea ?? null,
      first: within?.start === start,
    });
  });
  return segments;
}
