/** Suggested wordings of one idea on one text: where they differ from it, and where two of them want the same words. */

/** `text` in the place of the characters from `start` up to `end`; nothing is replaced where the two are the same. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

/** What stands between two places of the text: the text itself, or what one or several wordings have there. */
export type Piece =
  | { kind: "same"; text: string }
  | {
      kind: "differs";
      /** The words of the idea; empty where something is put in. */
      original: string;
      /** Each reading once, with the numbers of the wordings that have it. */
      readings: { text: string; of: number[] }[];
    };

/** [Y3] Of the same place, and not alike. */
export function collide(a: TextChange, b: TextChange): boolean {
  if (a.start === b.start && a.end === b.end && a.text === b.text) return false;
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  // Something put in at the edge of words that are replaced leaves them alone.
  return a.start < b.end && b.start < a.end;
}

/** [Y3] Pairs of wordings that collide, with the words of the idea both would change. */
export function collisions(
  quote: string,
  wordings: readonly (readonly TextChange[])[],
): { one: number; other: number; words: string[] }[] {
  return wordings.flatMap((changes, one) =>
    wordings.slice(one + 1).flatMap((others, offset) => {
      const words = changes.flatMap((a) =>
        others.flatMap((b) =>
          collide(a, b) ? [quote.slice(Math.max(a.start, b.start), Math.min(a.end, b.end))] : [],
        ),
      );
      return words.length === 0 ? [] : [{ one, other: one + 1 + offset, words: [...new Set(words)] }];
    }),
  );
}

/** [Y4] All of them on the idea's text: reading one wording's words wherever it has some gives that wording. */
export function onOneText(quote: string, wordings: readonly (readonly TextChange[])[]): Piece[] {
  const pieces: Piece[] = [];
  let reached = 0;
  for (const { start, end } of placesOf(wordings.flat())) {
    if (start > reached) pieces.push({ kind: "same", text: quote.slice(reached, start) });
    const readings = new Map<string, number[]>();
    wordings.forEach((changes, index) => {
      const within = changes.filter((one) => one.start >= start && one.end <= end);
      if (within.length === 0) return;
      const text = applied(quote, start, end, within);
      readings.set(text, [...(readings.get(text) ?? []), index]);
    });
    pieces.push({
      kind: "differs",
      original: quote.slice(start, end),
      readings: [...readings].map(([text, of]) => ({ text, of })),
    });
    reached = end;
  }
  if (reached < quote.length) pieces.push({ kind: "same", text: quote.slice(reached) });
  return pieces;
}

/** The places that are changed, one for all changes that touch each other. */
function placesOf(changes: readonly TextChange[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = places.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }
  return places;
}

function applied(quote: string, from: number, to: number, changes: readonly TextChange[]): string {
  let [text, reached] = ["", from];
  for (const { start, end, text: put } of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    text += quote.slice(reached, start) + put;
    reached = end;
  }
  return text + quote.slice(reached, to);
}
