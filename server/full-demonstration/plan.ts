/** The full demonstration from its first entry to now: the same for the same seed, moment and text. */
import { FULL_DELEGATIONS } from "#db/seed/full-demonstration";
import { allSeedIdeas } from "#db/seed/seed";
import type { Instant } from "#deliberation/ids";
import type { Report } from "#deliberation/report";
import { calendarUpTo, daysAfter, type PlannedRound } from "./calendar.ts";
import { Dice } from "./dice.ts";
import { Dispositions } from "./dispositions.ts";
import { type Act, CLOCK, Floor } from "./floor.ts";
import { comeLate } from "./late.ts";
import { Moves } from "./moves.ts";
import { chairsIn, changeGroups, extendRound, membersIn, openItem, openRound } from "./opening.ts";
import { keepSilence } from "./silence.ts";
import { admitFormer, endFormer, formerSpeak } from "./standing.ts";
import { makeStatements } from "./statements.ts";
import { sayWhetherTheyTakePart } from "./taking-part.ts";
import { type Voice, voicesOf } from "./voices.ts";

/** What happens so often in each of the three rounds. */
const IN_ROUND = {
  comment: [330, 220, 200],
  reply: [180, 140, 120],
  align: [170, 110, 90],
  associate: [70, 60, 40],
  dissociate: [25, 20, 15],
  correct: [40, 35, 25],
  withdrawPosition: [12, 15, 10],
  withdrawComment: [12, 10, 8],
  withdrawDeclaration: [5, 6, 5],
  rightOfReply: [9, 8, 7],
} as const;
/** What may still be done once a round is closed. */
const AFTER_ROUND = { align: 30, associate: 8, dissociate: 8, correct: 15, withdrawPosition: 12 } as const;
/** Rights of reply exercised within a day of a round's end. */
const REPLIES_AFTER = 3;
/** Ideas on which a group states a position in each round, and how many of those stated before it revises. */
const OF_GROUPS = { states: [9, 4, 3], revises: [0, 3, 2] } as const;
/** After which round silence procedures are held. */
const SILENCE_AFTER = 2;
const MEMBERS = new Set(FULL_DELEGATIONS.filter(({ kind }) => kind === "member").map(({ key }) => key));
/** How often facilitators publish dispositions after each round. */
const DISPOSITIONS = [14, 10, 0] as const;
const LAST_WORDS_BEFORE_NOW_MS = 600_000;

interface Parts {
  seed: number;
  now: Instant;
  text: Report;
}

export function planFullDemonstration({ seed, now, text }: Parts): Act[] {
  const dice = new Dice(seed);
  const calendar = calendarUpTo(now);
  const floor = new Floor(dice);
  const ideas = new Map(
    // Squared: few ideas are talked about much, and many a little.
    allSeedIdeas().map(({ id, quote, gloss }) => [id, { quote, gloss: gloss.en, heat: dice.next() ** 2 }]),
  );
  const voices = voicesOf(dice, new Map([...ideas].map(([id, { heat }]) => [id, heat])));
  const moves = new Moves(floor, dice, { voices, ideas, text });
  const dispositions = new Dispositions(floor, dice);
  const spokenOn = new Map<string, string[]>();

  floor.during(calendar.begins, daysAfter(calendar.begins, 3), () => {
    openItem(floor, text);
    admitFormer(floor);
  });
  calendar.rounds.forEach((round, index) => {
    const number = index + 1;
    const talk = { dice, floor, moves, dispositions, voices, ideas: [...ideas.keys()], number, spokenOn };
    const closes = round.extendedTo ?? round.closes;
    floor.during(daysAfter(round.opens, -2), daysAfter(round.opens, -1), () =>
      changeGroups(floor, calendar, number),
    );
    if (number === 2) {
      const before = daysAfter(round.opens, -1);
      floor.during(before, before, () => endFormer(floor, before));
    }
    moves.round = round.round;
    floor.during(round.opens, round.opens, () => openRound(floor, round));
    const isOpen = now < closes;
    const lastWords = new Date(Date.parse(now) - LAST_WORDS_BEFORE_NOW_MS).toISOString() as Instant;
    floor.during(round.opens, isOpen ? lastWords : closes, () => {
      if (number === 1) formerSpeak(floor, dice, talk.ideas);
      inRound(talk, round);
    });
    if (isOpen) return;
    floor.during(closes, closes, () => floor.ask(CLOCK, { kind: "round.closed", round: round.round }));
    afterRound(talk, closes, () => comeLate({ seed, floor, voices, ideas, round: round.round }, closes));
    if (number === SILENCE_AFTER) keepSilence({ dice, floor, voices, ideas }, daysAfter(closes, 41), MEMBERS);
  });
  return floor.acts;
}

interface Talk {
  dice: Dice;
  floor: Floor;
  moves: Moves;
  dispositions: Dispositions;
  voices: Voice[];
  ideas: string[];
  number: number;
  /** Group → the ideas it has stated a position on. */
  spokenOn: Map<string, string[]>;
}

function inRound({ dice, floor, moves, voices, ideas, number, spokenOn }: Talk, planned: PlannedRound): void {
  const { round, extendedTo } = planned;
  const members = membersIn(number);
  const first = voices.flatMap((voice) =>
    (voice.wants[number - 1] ?? []).map((idea) => () => moves.state(voice, idea)),
  );
  const revised = floor.positions
    .filter(({ stands, author, by }) => stands && author === by)
    .filter(({ stance }) => dice.chance(stance === "position-reserved" ? 0.4 : 0.07))
    .map((position) => () => moves.revise(position));
  const ofGroups = [...chairsIn(number)].flatMap(([group, chair]) => {
    const voice = voices.find(({ key }) => key === chair);
    const known = spokenOn.get(group) ?? [];
    const again = dice.shuffled(known).slice(0, OF_GROUPS.revises[number - 1]);
    const fresh = dice
      .shuffled(ideas)
      .filter((idea) => !known.includes(idea))
      .slice(0, OF_GROUPS.states[number - 1]);
    spokenOn.set(group, [...known, ...fresh]);
    return [...again, ...fresh].map((idea) => () => voice && moves.state(voice, idea, group));
  });
  const others = Object.entries(IN_ROUND).flatMap(([move, often]) =>
    many(often[number - 1] ?? 0, () => moves[move as keyof typeof IN_ROUND](members)),
  );
  const all = dice.shuffled([...first, ...revised, ...ofGroups, ...others]);
  // Before the deadline that it puts off.
  if (extendedTo !== null)
    all.splice(Math.floor(all.length * 0.7), 0, () => extendRound(floor, round, extendedTo));
  for (const move of all) move();
  makeStatements(floor, voices, planned);
  sayWhetherTheyTakePart(floor, voices, number);
}

function afterRound(
  { dice, floor, moves, dispositions, number }: Talk,
  closes: Instant,
  late: () => void,
): void {
  const members = membersIn(number);
  floor.during(closes, daysAfter(closes, 0.9), () => {
    for (const reply of many(REPLIES_AFTER, () => moves.rightOfReply())) reply();
  });
  late();
  floor.during(daysAfter(closes, 1), daysAfter(closes, 40), () => {
    const all = Object.entries(AFTER_ROUND).flatMap(([move, often]) =>
      many(often, () => moves[move as keyof typeof AFTER_ROUND](members)),
    );
    for (const move of dice.shuffled(all)) move();
    for (const give of many(DISPOSITIONS[number - 1] ?? 0, () => dispositions.give())) give();
  });
}

function many(often: number, move: () => void): (() => void)[] {
  return Array.from({ length: often }, () => move);
}
