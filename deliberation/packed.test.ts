import fc from "fast-check";
import { expect, test } from "vitest";
import { carried } from "./carried.ts";
import { fold, stateAt } from "./fold.ts";
import { packed, unpacked } from "./packed.ts";
import type { Revision, State } from "./state.ts";
import { anyWorld, SEEDED } from "./testing/records.ts";

test("[F3] a state survives being packed for a page, whole or carried, and folding goes on from there", () => {
  const cut = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyWorld, cut, ({ entries, state }, at) => {
      expect(unpacked(packed(state))).toEqual(state);
      expect(unpacked(packed(carried(state, 0)))).toEqual(carried(state, 0));
      const [before, after] = [
        entries.slice(0, entries.length * at),
        entries.slice(Math.floor(entries.length * at)),
      ];
      expect(after.reduce<State>(fold, unpacked(packed(stateAt(before))))).toEqual(state);
    }),
    SEEDED,
  );
});

test("[F3] what a revision holds that packing does not know survives it as well", () => {
  fc.assert(
    fc.property(anyWorld, ({ state }) => {
      const [authors] = Object.values(state.positions);
      const revision = Object.values(authors ?? {})[0]?.[0];
      fc.pre(revision !== undefined);
      Object.assign(revision as Revision, { unheardOf: { yet: [1] } });
      expect(unpacked(packed(state))).toEqual(state);
    }),
    { ...SEEDED, numRuns: 20 },
  );
});
