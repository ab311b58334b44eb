import fc from "fast-check";
import { expect, test } from "vitest";
import { IdeaId } from "./ids.ts";
import { segmentsOf } from "./segments.ts";

const idea = IdeaId.parse("17-1");

test("[K7] an idea that runs across a footnote marker is cut there, its chip shown once", () => {
  expect(segmentsOf("abcdef", [{ number: 7, offset: 3 }], [{ idea, start: 1, end: 5 }])).toEqual([
    { kind: "text", text: "a", start: 0, idea: null, first: false },
    { kind: "text", text: "bc", start: 1, idea, first: true },
    { kind: "footnote", number: 7 },
    { kind: "text", text: "de", start: 3, idea, first: false },
    { kind: "text", text: "f", start: 5, idea: null, first: false },
  ]);
});

test("[K7] no character is lost or moved, wherever the cuts fall", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat(20)), fc.nat(20), fc.nat(20), (text, offsets, from, length) => {
      const marks = offsets.map((offset, index) => ({
        number: index + 1,
        offset: Math.min(offset, text.length),
      }));
      const start = Math.min(from, text.length);
      const end = Math.min(start + length, text.length);
      const segments = segmentsOf(text, marks, [{ idea, start, end }]);
      expect(segments.map((one) => (one.kind === "text" ? one.text : "")).join("")).toBe(text);
      for (const one of segments)
        if (one.kind === "text") expect(text.slice(one.start).startsWith(one.text)).toBe(true);
      expect(segments.filter((one) => one.kind === "footnote")).toHaveLength(marks.length);
    }),
    { seed: 17 },
  );
});
