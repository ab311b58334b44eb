/** How each delegation takes part: its language, its temper, and the ideas it will come to speak on. */
import { FULL_DELEGATIONS } from "#db/seed/full-demonstration";
import type { Stance } from "#deliberation/entry";
import type { Lang } from "#deliberation/ids";
import type { Dice } from "./dice.ts";

export interface Voice {
  key: string;
  lang: Lang;
  temper: keyof typeof TEMPERS;
  /** By round: the ideas on which it first states a position then. */
  wants: [string[], string[], string[]];
}

/** Of a hundred positions, so many of each stance. */
const TEMPERS = {
  open: stances(62, 14, 8, 12, 4),
  careful: stances(36, 20, 21, 15, 8),
  critical: stances(16, 14, 26, 14, 30),
};
/** How many ideas it covers, at least and at most, and of a hundred delegations how many do so. */
const COVERAGE = {
  silent: { share: 9, least: 0, most: 0 },
  few: { share: 36, least: 2, most: 12 },
  some: { share: 35, least: 13, most: 45 },
  most: { share: 15, least: 46, most: 95 },
  all: { share: 5, least: 108, most: 108 },
};
const LANGUAGES: Record<Lang, number> = { en: 34, fr: 17, es: 15, ar: 13, zh: 11, ru: 10 };

/** @param heat idea → from 0 to 1, how much it is talked about. */
export function voicesOf(dice: Dice, heat: ReadonlyMap<string, number>): Voice[] {
  return FULL_DELEGATIONS.map(({ key }) => {
    const shares = Object.fromEntries(Object.entries(COVERAGE).map(([name, { share }]) => [name, share]));
    const { least, most } = COVERAGE[dice.weighted(shares as Record<keyof typeof COVERAGE, number>)];
    const ideas = chosen(dice, heat, dice.number(least, most));
    const [first, second] = dice.of([
      [0.5, 0.8],
      [0.5, 0.8],
      [0.6, 0.9],
      [0, 0.6],
      [0, 0],
    ]) as [number, number];
    const [until, then] = [Math.round(ideas.length * first), Math.round(ideas.length * second)];
    return {
      key,
      lang: dice.weighted(LANGUAGES),
      temper: dice.weighted({ open: 45, careful: 35, critical: 20 }),
      wants: [ideas.slice(0, until), ideas.slice(until, then), ideas.slice(then)],
    };
  });
}

/** A stance by temper; on a heated idea more often one that wants other words or objects. */
export function stanceOf(dice: Dice, temper: Voice["temper"], heat: number): Stance {
  const weights = { ...TEMPERS[temper] };
  for (const stance of ["support-with-wording", "reservation", "does-not-support"] as const)
    weights[stance] *= 0.4 + 1.6 * heat;
  return dice.weighted(weights);
}

/** So many ideas, those that are much talked about rather than others. */
function chosen(dice: Dice, heat: ReadonlyMap<string, number>, many: number): string[] {
  const drawn = [...heat].map(([idea, warmth]) => ({ idea, drawn: dice.next() / (0.35 + warmth) }));
  return drawn
    .sort((a, b) => a.drawn - b.drawn)
    .slice(0, many)
    .map(({ idea }) => idea);
}

function stances(
  ...[support, wording, reservation, reserved, not]: [number, number, number, number, number]
) {
  return {
    support,
    "support-with-wording": wording,
    reservation,
    "position-reserved": reserved,
    "does-not-support": not,
  } satisfies Record<Stance, number>;
}
