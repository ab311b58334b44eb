/** Some delegations say that they do not take part, one that it takes part again. No dice: the rest stays as it was. */
import { FULL_WORDS as words } from "#db/seed/full-demonstration";
import type { Floor } from "./floor.ts";
import type { Voice } from "./voices.ts";

/** By round: which of those that state nothing, in their order, say so; of every two the second without words. */
const OUT: Record<number, readonly number[]> = { 1: [0, 1, 2], 3: [3, 4] };
const AGAIN: Record<number, readonly number[]> = { 2: [0] };

export function sayWhetherTheyTakePart(floor: Floor, voices: readonly Voice[], round: number): void {
  const silent = voices.filter(({ wants }) => wants.every((ideas) => ideas.length === 0));
  const say = (voice: Voice | undefined, takesPart: boolean, said: string | undefined) => {
    if (voice === undefined) return;
    const content = { kind: "participation.declared", takesPart, lang: voice.lang };
    floor.speak(voice.key, floor.draft("participation"), {
      ...content,
      ...(said === undefined ? {} : { words: said }),
    });
  };
  for (const nth of OUT[round] ?? []) {
    const voice = silent[nth];
    say(voice, false, nth % 2 === 0 && voice !== undefined ? words.participation[voice.lang][0] : undefined);
  }
  for (const nth of AGAIN[round] ?? []) say(silent[nth], true, undefined);
  // One that spoke before: what it stated stands.
  if (round === 3)
    say(
      voices.find(({ wants }) => wants[0].length === 2),
      false,
      undefined,
    );
}
