/** Three silence procedures between two rounds: one nobody broke, one broken, one broken in part. */
import { FULL_WORDS } from "#db/seed/full-demonstration";
import type { IdeaId, Instant } from "#deliberation/ids";
import { daysAfter } from "./calendar.ts";
import type { Dice } from "./dice.ts";
import { CLOCK, FACILITATOR, type Floor } from "./floor.ts";
import type { Idea } from "./moves.ts";
import { wordingFor, wordsFor } from "./phrases.ts";
import type { Voice } from "./voices.ts";

/** Days from the launch to the deadline. */
const DAYS = 5;

interface Parts {
  dice: Dice;
  floor: Floor;
  voices: readonly Voice[];
  ideas: ReadonlyMap<string, Idea>;
}

/** @param members the Member States; whoever else speaks does not object. */
export function keepSilence(
  { dice, floor, voices, ideas }: Parts,
  begins: Instant,
  members: ReadonlySet<string>,
): void {
  const speakers = dice.shuffled(voices.filter(({ key }) => members.has(key)));
  const chosen = dice.shuffled([...ideas.keys()]) as IdeaId[];
  const [kept, broken, partly] = [chosen.slice(0, 2), chosen.slice(2, 3), chosen.slice(3, 6)];
  const closesAt = daysAfter(begins, DAYS);
  let started: number[] = [];
  floor.during(begins, begins, () => {
    started = [kept, broken, partly].map((on) => {
      const wording = wordingFor(dice, "zh", ideas.get(on[0] ?? "") as Idea);
      const fixed = { objectors: "members-and-groups", others: "continue" };
      return floor.ask(FACILITATOR, {
        kind: "silence.started",
        wording,
        ideas: on,
        lang: "zh",
        closesAt,
        ...fixed,
      });
    });
  });
  const [first = 0, second = 0, third = 0] = started;
  const says = (kind: "objected" | "explained", entry: number, on: readonly string[], only?: IdeaId[]) => {
    const voice = speakers.pop();
    if (voice === undefined) return;
    const purpose = kind === "objected" ? "does-not-support" : "alignment";
    const words = wordsFor(dice, purpose, voice.lang, on[0] ?? "");
    const draft = floor.draft(kind === "objected" ? "objection" : "explanation");
    const said = { kind: `silence.${kind}`, entry, words, lang: voice.lang };
    floor.speak(voice.key, draft, only === undefined ? said : ({ ...said, ideas: only } as typeof said));
  };
  floor.during(daysAfter(begins, 1), daysAfter(begins, DAYS - 1), () => {
    // By a note that was of another matter: entered in error and annulled the same day.
    const misread = speakers.pop();
    if (misread !== undefined) {
      const words = wordsFor(dice, "does-not-support", misread.lang, kept[0] ?? "");
      const note = { delegation: misread.key, receivedAt: begins, means: "note", words, lang: misread.lang };
      const entry = floor.ask(FACILITATOR, { kind: "silence.entered", entry: first, ...note });
      const reason = FULL_WORDS.annulment.en[0];
      floor.ask(FACILITATOR, { kind: "entry.annulled", entry, reason, lang: "en" });
    }
    says("explained", first, kept);
    says("explained", first, kept);
    says("objected", second, broken);
    says("objected", second, broken);
    says("objected", third, partly, partly.slice(0, 1));
  });
  floor.during(closesAt, closesAt, () => {
    floor.ask(CLOCK, { kind: "silence.concluded", entry: first, outcome: "no-objection" });
    floor.ask(CLOCK, { kind: "silence.concluded", entry: second, outcome: "broken" });
    floor.ask(CLOCK, { kind: "silence.concluded", entry: third, outcome: "in-part" });
  });
  floor.during(closesAt, daysAfter(closesAt, 1), () => {
    floor.ask(FACILITATOR, { kind: "silence.announced", entry: first, outcome: "agreed-ad-referendum" });
    floor.ask(FACILITATOR, { kind: "silence.announced", entry: third, outcome: "agreed-ad-referendum" });
  });
}
