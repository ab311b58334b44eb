import fc from "fast-check";
import { expect, test } from "vitest";
import { heldAt } from "./by-seq.ts";
import { carried, isOpened, opening, wordsOn } from "./carried.ts";
import { standingIdeas, standOn } from "./count.ts";
import { fold, stateAt } from "./fold.ts";
import { commentsOn, placeOfEntry, type State } from "./state.ts";
import { anyWorld, SEEDED } from "./testing/records.ts";
import { seqOf, World } from "./testing/world.ts";

const PLACES = ["17", "17-1", "17-3", "28-1", ""];

/** Where everybody stands, without words. */
const stands = (state: State) => standingIdeas(state).map((idea) => standOn(state, idea));
const countsOf = ({ counts }: State) => counts;

test("[F6] carried and folded on, it shows every standing, and of an opened place all that the whole shows", () => {
  const cases = fc.tuple(
    anyWorld,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(cases, ([{ entries }, first, second]) => {
      const cut = Math.floor(entries.length * first);
      const opens = cut + Math.floor((entries.length - cut) * second);
      let part = carried(stateAt(entries.slice(0, cut)), 0);
      for (const entry of entries.slice(cut, opens)) part = fold(part, entry);
      const whole = stateAt(entries.slice(0, opens));
      const [place = "17"] = PLACES.slice(opens % PLACES.length);
      const other = opening(part, place, {
        ...wordsOn(whole, place),
        asOf: (opens + 1) as typeof whole.head.seq,
      });
      if (!isOpened(part, place)) expect(other).toBeNull();
      part = opening(part, place, JSON.parse(JSON.stringify(wordsOn(whole, place)))) ?? part;
      for (const entry of entries.slice(opens)) part = fold(part, entry);
      const all = stateAt(entries);
      expect(part.head).toEqual(all.head);
      expect(stands(part)).toEqual(stands(all));
      expect(countsOf(part)).toEqual(countsOf(all));
      expect(isOpened(part, place)).toBe(true);
      expect(commentsOn(part, place)).toEqual(commentsOn(all, place));
      expect(part.positions[place]).toEqual(all.positions[place]);
    }),
    SEEDED,
  );
});

test("[F6] a record that is not long is carried whole", () => {
  fc.assert(
    fc.property(anyWorld, ({ state }) => {
      expect(carried(state)).toBe(state);
    }),
    { ...SEEDED, numRuns: 5 },
  );
});

test("[F6] words on places that were not opened are not carried", () => {
  fc.assert(
    fc.property(anyWorld, ({ state }) => {
      const { comments, positions } = carried(state, 0);
      const said = Object.values(positions).flatMap((authors) => Object.values(authors).flat());
      expect(said.filter(({ words, wording, corrections }) => words ?? wording ?? corrections[0])).toEqual(
        [],
      );
      expect(comments).toEqual({});
    }),
    SEEDED,
  );
});

test("[F6] [A7] where a statement is read is known without its words, so that its place can be opened", () => {
  const world = World.opened();
  const statement = seqOf(world.brings("alder"));
  world.corrects("alder", statement, "We support this. We would go much further.");
  const without = carried(world.state, 0);
  expect(JSON.stringify(without)).not.toContain("We would go");
  const place = placeOfEntry(without, statement) ?? "";
  const opened = opening(without, place, wordsOn(world.state, place));
  expect(opened && heldAt(opened.statements, statement)).toEqual(heldAt(world.state.statements, statement));
});
