/** A statement while it is a draft: its passages are kept by their words, for colleagues go on writing around them. */
import { z } from "zod";
import { hashOf } from "./canonical.ts";
import { type PlainDrafts, submittedAs } from "./draft.ts";
import { Passage } from "./entry.ts";
import { DraftId, type Seq } from "./ids.ts";
import { placeOf } from "./state.ts";

/** A passage as the draft holds it: its words, and where they stood when it was linked. */
export const LinkedWords = z.object({
  exact: z.string().min(1).max(65_536),
  start: z.number().int().min(0),
  target: Passage.shape.target,
});
export type LinkedWords = z.infer<typeof LinkedWords>;

/** Each link is a field of its own, so that two colleagues who link at once lose none; the same link is the same field. */
const PASSAGE_FIELD = /^passage\.[0-9a-f]{16}$/;
export type PassageField = `passage.${string}`;

export function passageField(link: LinkedWords): PassageField {
  const { exact, start, target } = link;
  return `passage.${hashOf({ exact, start, target }).slice(0, 16)}`;
}

export function isPassageField(draft: DraftId, field: string): boolean {
  return draft.startsWith("statement.") && PASSAGE_FIELD.test(field);
}

/** The links of a draft, in the order of their places; what could not be read is left out. */
export function linkedWords(plain: PlainDrafts, draft: DraftId): LinkedWords[] {
  const held = Object.entries(plain.drafts).flatMap(([key, value]) => {
    const field = key.slice(draft.length + 1);
    return key.startsWith(`${draft}/`) && isPassageField(draft, field) ? [parsed(value)] : [];
  });
  const found = new Map<string, LinkedWords>();
  for (const one of [...earlierLinks(plain, draft), ...held]) {
    const link = LinkedWords.safeParse(one);
    if (link.success) found.set(passageField(link.data), link.data);
  }
  return [...found.values()].sort(
    (a, b) =>
      a.start - b.start ||
      a.exact.length - b.exact.length ||
      (placeOf(a.target) < placeOf(b.target) ? -1 : 1),
  );
}

/** Drafts begun before links were fields of their own hold them as one list. */
export function earlierLinks(plain: PlainDrafts, draft: DraftId): unknown[] {
  const list = parsed(plain.drafts[`${draft}/passages`]);
  return Array.isArray(list) ? list : [];
}

function parsed(value: unknown): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
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

/** In the order of the text, each pair of words and place once; null when one of them has lost its words. */
export function passagesIn(text: string, links: readonly LinkedWords[]): Passage[] | null {
  const passages = new Map<string, Passage>();
  for (const { exact, start, target } of links) {
    const at = placeInText(text, { exact, start });
    if (at === null) return null;
    const end = at + exact.length;
    passages.set(`${at} ${end} ${placeOf(target)}`, { start: at, end, target });
  }
  return [...passages.values()].sort((a, b) => a.start - b.start || a.end - b.end);
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
