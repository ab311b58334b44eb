/** Two that took part at first: a Member State that another came after, and an observer whose standing ended. */
import { FULL_FORMER } from "#db/seed/full-demonstration";
import type { Instant } from "#deliberation/ids";
import { daysAfter } from "./calendar.ts";
import type { Dice } from "./dice.ts";
import { type Floor, SECRETARIAT } from "./floor.ts";
import { wordsFor } from "./phrases.ts";

/** On how many ideas each of them states a position in the first round. */
const IDEAS = 3;
const CITATIONS = { succession: "Note 80/14 to the Assembly", end: "Decision 80/506" } as const;

export function admitFormer(floor: Floor): void {
  for (const { key, kind, names } of FULL_FORMER) {
    const admitted = { kind: "delegation.admitted", delegation: key, delegationKind: kind, names };
    floor.ask(SECRETARIAT, admitted);
  }
}

/** Not noted on the floor as what others answer to: later acts take it that an author may still speak. */
export function formerSpeak(floor: Floor, dice: Dice, ideas: readonly string[]): void {
  for (const { key } of FULL_FORMER) {
    for (const idea of dice.shuffled([...ideas]).slice(0, IDEAS)) {
      const words = wordsFor(dice, "support", "en", idea);
      const said = { kind: "position.stated", idea, stance: "support", words, lang: "en" };
      floor.speak(key, `position.${idea}`, { ...said, textVersion: 1, round: "1" } as typeof said);
    }
  }
}

/** @param at a moment before the second round, of which both are told. */
export function endFormer(floor: Floor, at: Instant): void {
  const since = daysAfter(at, -10).slice(0, 10);
  for (const { key: delegation, successor } of FULL_FORMER) {
    if (successor === undefined) {
      const ended = { delegation, standing: "former", since, citation: CITATIONS.end };
      floor.ask(SECRETARIAT, { kind: "delegation.standing.changed", ...ended });
    } else {
      const followed = { delegation, successor, manner: "succeeded", since, citation: CITATIONS.succession };
      floor.ask(SECRETARIAT, { kind: "delegation.succeeded", ...followed });
    }
  }
}
