import { expect, test } from "vitest";
import { untilNextMark } from "./closing-marks.ts";

const MINUTE = 60_000;

test("a closing is said a day, an hour, a quarter, five minutes and one minute before, each once", () => {
  let left = 3 * 24 * 60 * MINUTE;
  const said: number[] = [];
  for (let next = untilNextMark(left); next !== null; next = untilNextMark(left)) {
    expect(next).toBeGreaterThan(0);
    left -= next;
    said.push(left / MINUTE);
  }
  expect(said).toEqual([24 * 60, 60, 15, 5, 1]);
  expect(untilNextMark(90_000)).toBe(30_000);
  expect(untilNextMark(-1)).toBe(null);
});
