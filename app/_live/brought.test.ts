import { expect, test } from "vitest";
import { packed } from "#deliberation/packed";
import { emptyState } from "#deliberation/state";
import { broughtBy } from "./brought.ts";

const stateOf = (seq: number) => packed({ ...emptyState(), head: { ...emptyState().head, seq } as never });

test("the same string gives the same state, as long as not many others came since", () => {
  const first = broughtBy(stateOf(1));
  expect(first.head.seq).toBe(1);
  expect(broughtBy(stateOf(1))).toBe(first);
  for (const seq of [2, 3, 4, 5]) expect(broughtBy(stateOf(seq)).head.seq).toBe(seq);
  const again = broughtBy(stateOf(1));
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
