import fc from "fast-check";
import { expect, test } from "vitest";
import { allHeld, type BySeq, heldAt, withHeld } from "./by-seq.ts";
import { Seq } from "./ids.ts";

test("[F5] what is held by number is what a plain object would hold, in the order of the numbers", () => {
  const numbers = fc.array(fc.tuple(fc.integer({ min: 1, max: 2_000 }), fc.string()), { maxLength: 300 });
  fc.assert(
    fc.property(numbers, (pairs) => {
      const plain: Record<string, string> = {};
      let all: BySeq<string> = {};
      for (const [number, thing] of pairs) {
        plain[number] = thing;
        const before = JSON.stringify(all);
        const after = withHeld(all, Seq.parse(number), thing);
        expect(JSON.stringify(all)).toBe(before);
        all = after;
      }
      expect(allHeld(all)).toEqual(Object.values(plain));
      for (const [number] of pairs) expect(heldAt(all, number)).toBe(plain[number]);
      expect(heldAt(all, 2_001)).toBeUndefined();
    }),
  );
});
