import fc from "fast-check";
import { expect, test } from "vitest";
import { collisions, onOneText, type TextChange } from "./alternatives.ts";
import { standOn } from "./count.ts";
import { STANCES } from "./entry.ts";
import type { IdeaId, Instant } from "./ids.ts";
import { roundsCompared } from "./rounds-compared.ts";
import { anyWorld } from "./testing/records.ts";
import { facilitator, seqOf, World } from "./testing/world.ts";

const IDEA = "17-1" as IdeaId;
const FAR = "2027-11-27T23:00:00.000Z" as Instant;
const closes = (world: World, round: string) =>
  seqOf(world.enters({ kind: "round.closed", round }, facilitator));
/** Entries of one moment cannot be told apart by time. */
const later = (world: World) => {
  world.now = new Date(Date.parse(world.now) + 60_000).toISOString() as Instant;
};

test("[Y1] the end of a round keeps what stood then, whatever was revised or withdrawn later", () => {
  const world = World.opened();
  world.states("alder", IDEA, "support");
  const birch = seqOf(world.states("birch", IDEA, "does-not-support"));
  later(world);
  closes(world, "1");
  later(world);
  world.opens("2", FAR);
  world.states("alder", IDEA, "reservation", { words: "Only in principle.", round: "2" });
  world.withdraws("birch", "position.withdrawn", birch);
  const [first, second] = roundsCompared(world.state, IDEA, world.now);
  expect(first).toMatchObject({ round: "1", members: { support: ["alder"], "does-not-support": ["birch"] } });
  expect(first?.endedAt).not.toBeNull();
  expect(second).toMatchObject({ round: "2", endedAt: null, members: { reservation: ["alder"] } });
  expect(second?.notStated).toContain("birch");
});

test("[Y2] who stands elsewhere or nowhere any more has moved; who speaks for the first time has not", () => {
  const world = World.opened();
  world.states("alder", IDEA, "support");
  const birch = seqOf(world.states("birch", IDEA, "support"));
  world.states("willow", IDEA, "support");
  later(world);
  closes(world, "1");
  later(world);
  world.opens("2", FAR);
  world.states("alder", IDEA, "reservation", { words: "Only in principle.", round: "2" });
  world.states("willow", IDEA, "does-not-support", { round: "2" });
  world.states("cedar", IDEA, "support", { round: "2" });
  later(world);
  closes(world, "2");
  later(world);
  world.withdraws("birch", "position.withdrawn", birch);
  const [first, second, since] = roundsCompared(world.state, IDEA, world.now);
  expect(first?.moved).toEqual({ members: [], others: [] });
  expect(second?.moved).toEqual({
    members: [{ delegation: "alder", from: "support", to: "reservation" }],
    others: [{ delegation: "willow", from: "support", to: "does-not-support" }],
  });
  expect(since).toMatchObject({ round: null, endedAt: null });
  expect(since?.moved.members).toEqual([{ delegation: "birch", from: "support", to: "not-stated" }]);
});

test("[Y1] of any record the last comparison is what stands now, and each adds up to the membership", () => {
  fc.assert(
    fc.property(anyWorld, ({ state, now }) => {
      const all = roundsCompared(state, IDEA, now);
      const { members, notStated, notTakingPart, of } = standOn(state, IDEA);
      expect(all.at(-1)).toMatchObject({ members, notStated, notTakingPart });
      for (const one of all) {
        const stated = STANCES.reduce((sum, stance) => sum + one.members[stance].length, 0);
        expect(stated + one.notStated.length + one.notTakingPart.length).toBe(of);
      }
    }),
    { seed: 63_677, numRuns: 60 },
  );
});

const QUOTE = "all people must have equal access";
const change = (words: string, text: string): TextChange => {
  const start = QUOTE.indexOf(words);
  return { start, end: start + words.length, text };
};
const putIn = (before: string, text: string): TextChange => {
  const start = QUOTE.indexOf(before);
  return { start, end: start, text };
};

test("[Y3] wordings that change the same words collide; those that change others, or the same alike, do not", () => {
  const [should, shall] = [[change("must", "should")], [change("must", "shall")]];
  const [wide, elsewhere] = [[change("must have", "should enjoy")], [change("access", "and prompt access")]];
  const [before, after] = [[putIn("must", "always ")], [putIn("must", "also ")]];
  const pairs = (...all: TextChange[][]) =>
    collisions(QUOTE, all).map(({ one, other, words }) => [one, other, ...words]);
  expect(pairs(should, shall)).toEqual([[0, 1, "must"]]);
  expect(pairs(should, wide)).toEqual([[0, 1, "must"]]);
  expect(pairs(before, after)).toEqual([[0, 1, ""]]);
  expect(pairs(should, elsewhere, should, before)).toEqual([]);
  expect(pairs(shall, elsewhere, should)).toEqual([[0, 2, "must"]]);
});

const anyChanges = fc
  .uniqueArray(fc.nat(QUOTE.length), { maxLength: 6 })
  .chain((cuts) => {
    const places = cuts.sort((a, b) => a - b);
    const pairs = places.flatMap((start, index) =>
      index % 2 === 0 ? [[start, places[index + 1] ?? start] as const] : [],
    );
    return fc.tuple(
      ...pairs.map(([start, end]) => fc.string({ maxLength: 4 }).map((text) => ({ start, end, text }))),
    );
  })
  .map((all) => all as TextChange[]);

test("[Y4] all alternatives on one text: without them it is the idea, with one wording's it is that wording", () => {
  fc.assert(
    fc.property(fc.array(anyChanges, { maxLength: 4 }), (wordings) => {
      const pieces = onOneText(QUOTE, wordings);
      const read = (index: number | null) =>
        pieces
          .map((piece) => {
            if (piece.kind === "same") return piece.text;
            const own = piece.readings.find(({ of }) => index !== null && of.includes(index));
            return own?.text ?? piece.original;
          })
          .join("");
      expect(read(null)).toBe(QUOTE);
      wordings.forEach((changes, index) => {
        let [text, reached] = ["", 0];
        for (const { start, end, text: put } of changes) {
          text += QUOTE.slice(reached, start) + put;
          reached = end;
        }
        expect(read(index)).toBe(text + QUOTE.slice(reached));
      });
    }),
    { seed: 63_677, numRuns: 300 },
  );
});
