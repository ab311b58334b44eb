/** What comes after a round's deadline: some of it is admitted by a facilitator within the day, some of it waits. */
import { Target } from "#deliberation/entry";
import type { Instant, Seq } from "#deliberation/ids";
import { daysAfter } from "./calendar.ts";
import { Dice } from "./dice.ts";
import { FACILITATOR, type Floor } from "./floor.ts";
import type { Idea } from "./moves.ts";
import { wordingFor, wordsFor } from "./phrases.ts";
import type { Voice } from "./voices.ts";

const POSITIONS = 5;
const COMMENTS = 3;
/** The last of each are left sealed. */
const LEFT = 1;

interface Parts {
  seed: number;
  floor: Floor;
  voices: readonly Voice[];
  ideas: ReadonlyMap<string, Idea>;
  round: string;
}

/** After the rights of reply and before anything else is said. */
export function comeLate(parts: Parts, closes: Instant): void {
  const { floor } = parts;
  const admissions: (() => void)[] = [];
  floor.during(daysAfter(closes, 0.9), daysAfter(closes, 0.95), () => {
    admissions.push(...latePositions(parts), ...lateComments(parts), lateStatement(parts));
  });
  floor.during(daysAfter(closes, 0.95), daysAfter(closes, 1), () => {
    for (const admit of admissions) admit();
  });
}

/** By delegations without a position on the idea: nothing that stands is undone. */
function latePositions({ seed, floor, voices, ideas, round }: Parts): (() => void)[] {
  const dice = new Dice(seed + Number(round));
  const taken = new Set(floor.positions.map(({ author, idea }) => `${author} ${idea}`));
  const open = [...ideas.keys()].flatMap((idea) =>
    speaking(voices)
      .filter(({ key }) => !taken.has(`${key} ${idea}`))
      .map((voice) => ({ voice, idea })),
  );
  const chosen = dice.shuffled(open).slice(0, POSITIONS);
  return admitted(chosen, ({ voice: { key, lang: own }, idea }, number) => {
    const about = ideas.get(idea);
    const suggests = number === 1 && about !== undefined;
    const stance = suggests ? "support-with-wording" : dice.of(["support", "reservation"] as const);
    const lang = suggests ? "zh" : own;
    const words = wordsFor(dice, stance, lang, idea);
    const wording = suggests ? { wording: wordingFor(dice, "zh", about) } : {};
    const said = { kind: "position.stated", idea, stance, words, ...wording, ...context(lang, round) };
    const entry = floor.speak(key, `position.${idea}`, said);
    return () => {
      const seq = admit(floor, entry);
      floor.stated({ seq, idea, author: key, by: key, stance, lang, words });
    };
  });
}

function lateComments({ seed, floor, voices, ideas, round }: Parts): (() => void)[] {
  const dice = new Dice(seed + 10 * Number(round));
  const chosen = dice.shuffled(speaking(voices)).slice(0, COMMENTS);
  return admitted(chosen, ({ key, lang }) => {
    const idea = dice.of([...ideas.keys()]);
    const target = Target.parse({ on: "idea", idea });
    const words = wordsFor(dice, "substantive", lang, idea);
    const said = { kind: "comment.made", target, commentKind: "substantive", audience: "everyone", words };
    const draft = floor.draft("comment");
    const entry = floor.speak(key, draft, { ...said, ...context(lang, round) });
    return () => {
      const seq = admit(floor, entry);
      floor.comments.push({ seq, by: key, target, lang, words, open: true });
    };
  });
}

function lateStatement({ seed, floor, voices, ideas, round }: Parts): () => void {
  const dice = new Dice(seed + 100 * Number(round));
  const { key, lang } = dice.of(speaking(voices));
  const idea = dice.of([...ideas.keys()]);
  const words = wordsFor(dice, "support", lang, idea);
  const said = {
    ...{ kind: "statement.made", manner: "delivered", audience: "everyone", words },
    date: floor.acts.at(-1)?.at.slice(0, 10),
    passages: [{ start: 0, end: words.length, target: { on: "idea", idea } }],
    ...context(lang, round),
  };
  const entry = floor.speak(key, floor.draft("statement"), said);
  return () => admit(floor, entry);
}

/** Who says nothing in any round comes late with nothing, either. */
function speaking(voices: readonly Voice[]): Voice[] {
  return voices.filter(({ wants }) => wants.some((ideas) => ideas.length > 0));
}

function admitted<T>(chosen: readonly T[], say: (one: T, number: number) => () => void): (() => void)[] {
  return chosen.map((one, index) => say(one, index + 1)).slice(0, chosen.length - LEFT);
}

function admit(floor: Floor, entry: Seq): Seq {
  return floor.ask(FACILITATOR, { kind: "late.admitted", entry });
}

function context(lang: string, round: string) {
  return { lang, textVersion: 1, round, late: true };
}
