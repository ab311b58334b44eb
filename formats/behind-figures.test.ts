import fc from "fast-check";
import { expect, test } from "vitest";
import { Choice, PARTS } from "#deliberation/choice";
import { compile } from "#deliberation/compile";
import { anyWorld, SEEDED } from "../deliberation/testing/records.ts";
import { REPORT } from "../deliberation/testing/report.ts";
import { livelyRecord } from "../deliberation/testing/world.ts";
import { behindFigures } from "./behind-figures.ts";
import { bodyOf } from "./body.ts";
import { choiceOf, inWords } from "./choice-words.ts";
import { compilationCsv } from "./compilation-csv.ts";
import { paperFrom } from "./paper.ts";
import { PAPER_LANGS, PAPER_WORDS } from "./paper-words.ts";

test("[K13] of any record and choice, as many names stand behind a number as it says, and together all members", () => {
  fc.assert(
    fc.property(
      anyWorld,
      fc.constantFrom({}, { delegation: "alder" }, { ideas: ["17-1"] }),
      ({ state }, some) => {
        const compilation = compile(state);
        const paper = paperFrom(
          { compilation, report: REPORT },
          "en",
          Choice.parse({ ...some, lists: true }),
        );
        for (const row of paper.compilation.ideas) {
          const behind = behindFigures(paper, row);
          if (!compilation.totalsShown) expect(behind).toEqual([]);
          else expect(new Set(behind.flatMap(({ names }) => names)).size).toBe(row.stand.of);
          expect(behind.flatMap(({ names }) => names)).toHaveLength(
            compilation.totalsShown ? row.stand.of : 0,
          );
        }
      },
    ),
    SEEDED,
  );
});

test("[K13] the lists are in papers to be read and in rows when asked for, and otherwise in none", () => {
  const source = { compilation: compile(livelyRecord().state), report: REPORT };
  const title = PAPER_WORDS.en.behind.title;
  for (const lists of [true, false]) {
    const paper = paperFrom(source, "en", Choice.parse(lists ? { lists } : {}));
    expect(compilationCsv(paper).includes(title)).toBe(lists);
    expect(JSON.stringify(bodyOf(paper)).includes(title)).toBe(lists);
  }
});

test("[K12] a paper says what was left out, in words of which the choice is read again", () => {
  const source = { compilation: compile(livelyRecord().state), report: REPORT };
  for (const lang of PAPER_LANGS) {
    for (const asked of [
      { without: [...PARTS] },
      { without: ["comments"], lists: true },
      { ideas: ["17-1"], lists: true },
    ]) {
      const choice = Choice.parse(asked);
      expect(choiceOf(inWords(choice, source, lang), source, lang)).toEqual(choice);
    }
  }
});
