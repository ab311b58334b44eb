import { expect, test } from "vitest";
import { placeAfter } from "./roving.ts";

const GRID = { rows: 10, columns: 5, page: 4, direction: "ltr" as const };
const from = { row: 3, column: 2 };

function after(
  key: string,
  { ctrlKey = false, direction = GRID.direction as "ltr" | "rtl", place = from } = {},
) {
  const to = placeAfter(place, { key, ctrlKey }, { ...GRID, direction });
  return to && [to.row, to.column];
}

test("arrows go one on, and in a right-to-left grid as the eye sees them", () => {
  expect(["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"].map((key) => after(key))).toEqual([
    ...[
      [2, 2],
      [3, 3],
      [4, 2],
      [3, 1],
    ],
  ]);
  const rtl = { direction: "rtl" as const };
  expect([after("ArrowRight", rtl), after("ArrowLeft", rtl), after("ArrowUp", rtl)]).toEqual([
    ...[
      [3, 1],
      [3, 3],
      [2, 2],
    ],
  ]);
});

test("Home, End and the page keys go as far as there is grid; other keys nowhere", () => {
  expect([after("Home"), after("End")]).toEqual([
    [3, 0],
    [3, 4],
  ]);
  expect([after("Home", { ctrlKey: true }), after("End", { ctrlKey: true })]).toEqual([
    [0, 0],
    [9, 4],
  ]);
  expect([after("PageDown"), after("PageUp")]).toEqual([
    [7, 2],
    [0, 2],
  ]);
  expect(after("ArrowUp", { place: { row: 0, column: 0 } })).toEqual([0, 0]);
  expect(after("a")).toBeNull();
});
