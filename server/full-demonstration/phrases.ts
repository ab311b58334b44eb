/** Invented words: whole sentences put together, so that each reads well in its language and fits its place. */
import { FULL_WORDS as words } from "#db/seed/full-demonstration";
import type { Lang } from "#deliberation/ids";
import type { Dice } from "./dice.ts";

type Sentences = Record<Lang, string[]>;
/** What a sentence is said for: a stance, a kind of comment, a reply and the like. */
export type Purpose = {
  [K in keyof typeof words]: (typeof words)[K] extends Sentences ? K : never;
}[keyof typeof words];

const themes = new Map(
  words.themes.flatMap((theme) => theme.paragraphs.map((paragraph) => [paragraph, theme as Sentences])),
);

/** @param place a paragraph's key or an idea's id; "" for the whole report. */
export function wordsFor(dice: Dice, purpose: Purpose, lang: Lang, place: string): string {
  const parts = [dice.of(words[purpose][lang])];
  const theme = themeOf(dice, place)[lang];
  // Most add a point of the matter; a few go on at length.
  if (dice.chance(0.65)) parts.push(dice.of(theme));
  if (dice.chance(0.06)) parts.push(...theme, ...atLength(dice, lang));
  return [...new Set(parts)].join(lang === "zh" ? "" : " ");
}

/** The sentence alone. */
export function sentence(dice: Dice, purpose: Purpose, lang: Lang): string {
  return dice.of(words[purpose][lang]);
}

/** A wording for an idea: one of few, so that delegations come to suggest the same and different ones. */
export function wordingFor(dice: Dice, lang: "zh" | "en", idea: { quote: string; gloss: string }): string {
  return dice.of(words.wordings[lang]).replace("{quote}", idea.quote).replace("{gloss}", idea.gloss);
}

/** What can be said of any passage. */
function atLength(dice: Dice, lang: Lang): string[] {
  return dice
    .shuffled([words.general, words.substantive, words.technical, words.question])
    .map((said) => dice.of(said[lang]));
}

function themeOf(dice: Dice, place: string): Sentences {
  const paragraph = place.replace(/-\d+$/, "");
  const theme = themes.get(paragraph.startsWith("A") ? "annex" : paragraph);
  return theme ?? (dice.of(words.themes) as Sentences);
}
