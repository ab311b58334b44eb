import { expect, test } from "vitest";
import { placeOnThisSite } from "./callback.ts";

test("a place of this site is kept, with query and fragment", () => {
  expect(placeOnThisSite("/reports/A-63-677?at=3#17-3")).toBe("/reports/A-63-677?at=3#17-3");
});

test.each([
  undefined,
  "",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "/\r/elsewhere.example",
  "/.//elsewhere.example",
  "https://elsewhere.example/",
  "javascript:alert(1)",
])("%j leads home", (asked) => {
  expect(placeOnThisSite(asked)).toBe("/");
});
