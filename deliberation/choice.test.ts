import fc from "fast-check";
import { expect, test } from "vitest";
import { Choice, chosenOf, PARTS } from "./choice.ts";
import { type Compilation, compile } from "./compile.ts";
import { anyWorld, SEEDED } from "./testing/records.ts";
import { REPORT } from "./testing/report.ts";
import { livelyRecord } from "./testing/world.ts";

const choices = fc.record(
  {
    section: fc.constantFrom("1", "2", "A", "none"),
    ideas: fc.subarray(["17-1", "17-3", "28-1"]),
    delegation: fc.constantFrom("alder", "birch", "willow", "grove"),
    round: fc.constantFrom("1", "2"),
    standing: fc.constant(true),
  },
  { requiredKeys: [] },
);

function saidIn({ ideas, withdrawnIdeas, comments, declarations }: Compilation) {
  return [
    ...[...ideas, ...withdrawnIdeas].flatMap((row) => [
      ...row.positions,
      ...row.comments,
      ...row.declarations,
    ]),
    ...comments,
    ...declarations,
  ];
}

test("[K4] of any record a choice only leaves out: what stays is as it was, in its order, with the whole figures", () => {
  fc.assert(
    fc.property(anyWorld, choices, ({ state }, asked) => {
      const whole = compile(state);
      const choice = Choice.parse(asked);
      const part = chosenOf(whole, choice, REPORT);
      const all = saidIn(whole).map((one) => JSON.stringify(one));
      const kept = saidIn(part).map((one) => JSON.stringify(one));
      expect(all.filter((one) => kept.includes(one))).toEqual(kept);
      for (const row of part.ideas)
        expect(row.stand).toEqual(whole.ideas.find(({ idea }) => idea === row.idea)?.stand);
      for (const one of saidIn(part)) {
        if (choice.standing) expect(one.status).toBe("stands");
        if (choice.round !== undefined) expect("round" in one && one.round).toBe(choice.round);
        if (choice.delegation !== undefined)
          expect("delegation" in one ? one.delegation : one.by.delegation).toBe(choice.delegation);
      }
      expect(chosenOf(part, choice, REPORT)).toEqual(part);
    }),
    SEEDED,
  );
});

test("[K4] a section brings what was said on its paragraphs, and nothing from elsewhere", () => {
  const whole = compile(livelyRecord().state);
  const part = chosenOf(whole, Choice.parse({ section: "2" }), REPORT);
  expect(part.ideas.map(({ idea }) => idea)).toEqual(["17-1", "17-3"]);
  expect(part.withdrawnIdeas.map(({ idea }) => idea)).toEqual(["28-1"]);
  expect(part.declarations.map(({ paragraph }) => paragraph)).toEqual(["17"]);
  expect(saidIn(chosenOf(whole, Choice.parse({ section: "A" }), REPORT))).toEqual([]);
  expect(chosenOf(whole, {}, REPORT)).toEqual(whole);
});

test("[K12] of any record what is left out by kind is left out whole, and all else stays as it was", () => {
  fc.assert(
    fc.property(anyWorld, fc.subarray([...PARTS], { minLength: 1 }), ({ state }, without) => {
      const whole = compile(state);
      const part = chosenOf(whole, Choice.parse({ without }), REPORT);
      const left = new Set<string>(without);
      const rows = [...part.ideas, ...part.withdrawnIdeas];
      const all = [...whole.ideas, ...whole.withdrawnIdeas];
      expect(rows.map(({ idea }) => idea)).toEqual(all.map(({ idea }) => idea));
      const answers = (said: { disposition: unknown }[]) =>
        said.filter((one) => one.disposition !== null).length;
      rows.forEach((row, index) => {
        const before = all[index];
        if (before === undefined) throw new Error("A row was added.");
        expect(row.positions.map(({ seq }) => seq)).toEqual(before.positions.map(({ seq }) => seq));
        expect(row.comments).toHaveLength(left.has("comments") ? 0 : before.comments.length);
        expect(row.declarations).toEqual(left.has("declarations") ? [] : before.declarations);
        if (left.has("dispositions")) expect(answers([...row.positions, ...row.comments])).toBe(0);
        else expect(row.positions).toEqual(before.positions);
      });
      expect(part.statements).toEqual(left.has("statements") ? [] : whole.statements);
      expect(part.silences).toEqual(left.has("silences") ? [] : whole.silences);
      expect(part.ideas.map(({ stand }) => stand)).toEqual(whole.ideas.map(({ stand }) => stand));
    }),
    SEEDED,
  );
});
