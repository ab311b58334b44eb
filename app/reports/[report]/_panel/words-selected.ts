/** Whole words of a text by a selection in it, also where words stand without spaces. Offsets are UTF-16 units. */

export interface Span {
  start: number;
  end: number;
}

/**
 * The selection widened to whole words, so that no word and no letter is cut; of a mere caret, the word it is in or
 * behind.
 * @returns null where no word is.
 */
export function wordsSelected(text: string, { start, end }: Span, lang: string): Span | null {
  const words = [...new Intl.Segmenter(lang, { granularity: "word" }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
  if (start === end) {
    return (
      words.find((one) => one.start < start && start <= one.end) ??
      words.find((one) => one.start === start) ??
      null
    );
  }
  const within = words.filter((one) => one.start < end && start < one.end);
  const [first, last] = [within[0], within.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The words with the one space that would be left over without them. */
export function withItsSpace(text: string, { start, end }: Span): Span {
  if (text[start - 1] === " ") return { start: start - 1, end };
  return { start, end: text[end] === " " ? end + 1 : end };
}
