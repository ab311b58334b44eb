import { expect, test } from "vitest";
import { offsetOf, scrolledTo, slotsIn } from "./window.ts";

const SIZES = [10, 20, 10, 10, 30];

test("what is in sight is held, and gaps are as large as what they stand for", () => {
  expect(slotsIn(SIZES, { from: 30, to: 45 }, null)).toEqual([
    { gap: 30, before: 2 },
    { index: 2 },
    { index: 3 },
    { gap: 30, before: 5 },
  ]);
  for (const kept of [null, 0, 3, 4]) {
    const slots = slotsIn(SIZES, { from: 12, to: 25 }, kept);
    const whole = slots.reduce((sum, one) => sum + ("gap" in one ? one.gap : (SIZES[one.index] ?? 0)), 0);
    expect(whole).toBe(80);
  }
});

test("the one that holds the focus is kept wherever it lies", () => {
  expect(slotsIn(SIZES, { from: 0, to: 5 }, 3)).toEqual([
    { index: 0 },
    { gap: 30, before: 3 },
    { index: 3 },
    { gap: 30, before: 5 },
  ]);
});

test("scrolling brings a thing into sight from either side, and no further", () => {
  expect(offsetOf(SIZES, 3)).toBe(40);
  expect(scrolledTo(20, 30, 40, 10)).toBe(20);
  expect(scrolledTo(20, 30, 10, 20)).toBe(10);
  expect(scrolledTo(20, 30, 50, 30)).toBe(50);
});
