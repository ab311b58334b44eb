import fc from "fast-check";
import { expect, test } from "vitest";
import { asText, csv } from "./csv.ts";
import { parsed } from "./testing/parsed.ts";

test("a cell that a spreadsheet would run leaves as a string, quoted or not", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]) {
    expect(parsed(csv([[`${start}1+1`, `${start}HYPERLINK("x","y")`]]))).toEqual([
      [`'${start}1+1`, `'${start}HYPERLINK("x","y")`],
    ]);
  }
});

test("words that begin as words do leave as they are", () => {
  for (const words of ["a,b", 'c"d', "e\r\nf", "'quoted'", "保护责任", "1 = 1", " =1", ""]) {
    expect(parsed(csv([[words]]))).toEqual([[words]]);
  }
});

test("whatever the cells hold, they are read back as many, and as they left", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "=", "'", "x") }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
      expect(parsed(csv(rows))).toEqual(rows.map((row) => row.map(asText)));
    }),
    { seed: 4180, numRuns: 300 },
  );
});

test("the file begins with the byte order mark, and every line ends in CRLF", () => {
  expect(csv([["a", null, 7], ["b"]])).toBe("\uFEFFa,,7\r\nb\r\n");
});
