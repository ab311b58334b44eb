import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, OutOfOrder, stateAt, UnknownKind } from "./fold.ts";
import type { Seq } from "./ids.ts";
import { emptyState, type State } from "./state.ts";
import { livelyRecord } from "./testing/world.ts";

const { entries, state } = livelyRecord();

test("[F1] in one go or step by step, the same entries give the same state, and change nothing they were given", () => {
  expect(stateAt(entries)).toEqual(state);
  const before = structuredClone(entries);
  let stepwise = emptyState();
  for (const entry of entries) stepwise = fold(Object.freeze(stepwise) as State, entry);
  expect(stepwise).toEqual(state);
  expect(entries).toEqual(before);
});

test("[F1] the state as of an entry holds nothing of what came after it", () => {
  fc.assert(
    fc.property(fc.nat(entries.length), (seq) => {
      expect(stateAt(entries, seq)).toEqual(stateAt(entries.slice(0, seq)));
    }),
    { seed: 3 },
  );
});

test("[F2] an entry that does not follow the head is not folded", () => {
  fc.assert(
    fc.property(fc.nat(entries.length - 1), fc.nat(entries.length - 1), (held, next) => {
      const entry = entries[next];
      fc.pre(held !== next && entry !== undefined);
      if (entry !== undefined) expect(() => fold(stateAt(entries, held), entry)).toThrow(OutOfOrder);
    }),
    { seed: 4 },
  );
});

test("[F3] a state written as JSON and read back is folded on as if nothing had happened", () => {
  fc.assert(
    fc.property(fc.nat(entries.length), (seq) => {
      let read = JSON.parse(JSON.stringify(stateAt(entries, seq))) as State;
      for (const entry of entries.slice(seq)) read = fold(read, entry);
      expect(read).toEqual(state);
    }),
    { seed: 5 },
  );
});

test("[F4] an entry of an unknown kind stops the fold", () => {
  const [first] = entries;
  if (first === undefined) throw new Error("no entry");
  const later = { ...first, body: { ...first.body, kind: "moon.landed" } as never };
  expect(() => fold(emptyState(), later)).toThrow(UnknownKind);
});

test("[F4] a later version of a known kind stops the fold as well", () => {
  const [first] = entries;
  if (first === undefined) throw new Error("no entry");
  const later = { ...first, body: { ...first.body, v: 2 } as never };
  expect(() => fold(emptyState(), later)).toThrow(UnknownKind);
});

test("[F2] an entry of another history, though its number fits, is not folded", () => {
  const entry = entries[5];
  if (entry === undefined) throw new Error("no entry");
  const foreign = { ...entry, header: { ...entry.header, prev: entry.header.bodyHash } };
  expect(() => fold(stateAt(entries, 5), foreign)).toThrow(OutOfOrder);
  expect(fold(stateAt(entries, 5), entry).head.seq).toBe(6);
});

test("[F2] an entry that points to the head and is numbered otherwise is not folded", () => {
  const entry = entries[5];
  if (entry === undefined) throw new Error("no entry");
  for (const seq of [5, 7] as Seq[]) {
    const forged = { ...entry, header: { ...entry.header, seq } };
    expect(() => fold(stateAt(entries, 5), forged)).toThrow(OutOfOrder);
  }
});
