/** A statement while it is a draft: its passages are kept by their words, for colleagues go on writing around them. */
import { z } from "zod";
import { type PlainDrafts, submittedAs } from "./draft.ts";
import { Passage } from "./entry.ts";
import { DraftId, type Seq } from "./ids.ts";

/** A passage as the draft holds it: its words, and where they stood when it was linked. */
export const LinkedWords = z.object({
  exact: z.string().min(1).max(65_536),
  start: z.number().int().min(0),
  target: Passage.shape.target,
});
export type LinkedWords = z.infer<typeof LinkedWords>;

/** What the draft's field holds; none when it holds nothing that could be read. */
export function linkedWords(held: unknown): LinkedWords[] {
  const all = z
    .array(LinkedWords)
    .max(200)
    .safeParse(held ?? []);
  return all.success ? all.data : [];
}

/**
 * Where a passage stands now: where it stood, else the one place that has its words. Where they are gone, or stand
 * twice, nothing is guessed.
 */
export function placeInText(
  text: string,
  { exact, start }: Pick<LinkedWords, "exact" | "start">,
): number | null {
  if (text.slice(start, start + exact.length) === exact) return start;
  const first = text.indexOf(exact);
  return first >= 0 && text.indexOf(exact, first + 1) < 0 ? first : null;
}

/** In the order of the text; null when one of them has lost its words. */
export function passagesIn(text: string, held: unknown): Passage[] | null {
  const passages: Passage[] = [];
  for (const { exact, start, target } of linkedWords(held)) {
    const at = placeInText(text, { exact, start });
    if (at === null) return null;
    passages.push({ start: at, end: at + exact.length, target });
  }
  return passages.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The statement a position's draft names, by the number of its entry or, before that, by its draft.
 * @returns undefined when it names none; null when what it names was not submitted.
 */
export function citedStatement(plain: PlainDrafts, named: unknown): Seq | null | undefined {
  if (named === undefined || named === "") return undefined;
  if (typeof named === "number") return named as Seq;
  const draft = DraftId.safeParse(named);
  return draft.success ? ((submittedAs(plain, draft.data)?.seq as Seq | undefined) ?? null) : null;
}
