import fc from "fast-check";
import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import type { Instant } from "#deliberation/ids";
import { matrix } from "#deliberation/matrix";
import { hasStanding, MARKS } from "#deliberation/matrix-cell";
import { anyWorld } from "../../deliberation/testing/records.ts";
import { REPORT } from "../../deliberation/testing/report.ts";
import { livelyRecord, seqOf, World } from "../../deliberation/testing/world.ts";
import { paperFrom } from "../paper.ts";
import { PAPER_LANGS, PAPER_WORDS, type PaperLang } from "../paper-words.ts";
import { partsOf } from "../zipped.ts";
import { matrixXlsx } from "./workbook.ts";

function xlsxOf(world: World, lang: PaperLang = "en"): Promise<Uint8Array> {
  return matrixXlsx(paperFrom({ compilation: compile(world.state), report: REPORT }, lang));
}

/** As a reader that is not ours finds them. */
function sheetsOf(bytes: Uint8Array) {
  return readXlsxFile(Buffer.from(bytes));
}

test("[K6] the same paper gives the same bytes", async () => {
  const world = livelyRecord();
  const [one, other] = [await xlsxOf(world), await xlsxOf(world)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test("another reader finds the sheets, in the language of the paper and its direction, with frozen heads", async () => {
  for (const lang of PAPER_LANGS) {
    const bytes = await xlsxOf(livelyRecord(), lang);
    const { part, sheetOfDeclarations, dispositions } = PAPER_WORDS[lang];
    expect((await sheetsOf(bytes)).map(({ sheet }) => sheet)).toEqual([
      ...[part.matrix, part.positions, part.comments, sheetOfDeclarations, part.wordings],
      ...[dispositions.sheet, part.legend],
    ]);
    const first = partsOf(bytes).get("xl/worksheets/sheet1.xml") ?? "";
    expect(/rightToLeft="(?:1|true)"/.test(first)).toBe(lang === "ar");
    expect(first).toMatch(/<pane [^>]*state="frozen"/);
  }
});

test("[N1] [N2] of any record the letters across each idea add up to its figures and to the membership", async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      const compilation = compile(world.state);
      const paper = paperFrom({ compilation, report: REPORT }, "en");
      const [matrix] = await sheetsOf(await matrixXlsx(paper));
      const [head = [], ...rows] = matrix?.data ?? [];
      expect(rows).toHaveLength(compilation.ideas.length);
      const members = compilation.delegations.filter(({ kind }) => kind === "member");
      const from = head.length - compilation.delegations.filter(hasStanding).length;
      rows.forEach((row, index) => {
        const letters = row.slice(from, from + members.length).map((cell) => String(cell)[0]);
        const { stand } = compilation.ideas[index] as (typeof compilation.ideas)[number];
        for (const stance of STANCES)
          expect(letters.filter((one) => one === PAPER_WORDS.en.letter[stance])).toHaveLength(
            stand.members[stance].length,
          );
        expect(letters.filter((one) => one === "–")).toHaveLength(stand.notStated.length);
        expect(letters.filter((one) => one === "/")).toHaveLength(stand.notTakingPart.length);
        expect(letters).toHaveLength(stand.of);
        const figures = row.slice(compilation.silences.length > 0 ? 3 : 2, from).map(Number);
        expect(figures).toEqual(
          compilation.totalsShown
            ? [
                ...STANCES.map((stance) => stand.members[stance].length),
                ...[stand.notStated.length, stand.notTakingPart.length, stand.heard],
              ]
            : [],
        );
      });
    }),
    { seed: 63_677, numRuns: 25 },
  );
});

test("[X4] of any record a delegation's cell is in the workbook what it is on screen", async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async ({ state }) => {
      const paper = paperFrom({ compilation: compile(state), report: REPORT }, "en");
      const [sheet] = await sheetsOf(await matrixXlsx(paper));
      const order = paper.compilation.delegations.filter(hasStanding).map(({ key }) => key);
      const at = state.head.at ?? ("2026-01-01T00:00:00.000Z" as Instant);
      const screen = matrix(state, { columns: "delegations", order, at }).rows.map(({ cells }) =>
        cells.flatMap((cell) => {
          if (cell.kind === "tally") return [];
          const letter = PAPER_WORDS.en.letter[cell.token === "not-stated" ? "none" : cell.token];
          const signs = cell.marks.filter((mark) => mark !== "changed").map((mark) => MARKS[mark]);
          return [`${letter}${signs.join("")}`];
        }),
      );
      const rows = (sheet?.data ?? []).slice(1);
      expect(rows.map((row) => row.slice(row.length - order.length))).toEqual(screen);
    }),
    { seed: 63_677, numRuns: 25 },
  );
});

test("no cell is a formula, and of a text longer than a cell nothing is lost", async () => {
  const world = World.opened();
  const long = `=1+1 ${"x".repeat(65_000)} end`;
  world.states("alder", "17-1", "reservation", { words: long });
  const bytes = await xlsxOf(world);
  for (const [name, part] of partsOf(bytes))
    if (name.startsWith("xl/worksheets/")) expect(part).not.toMatch(/<f[ >]/);
  const rows = (await sheetsOf(bytes))[1]?.data ?? [];
  const column = rows[0]?.indexOf("statement") ?? -1;
  expect(
    rows
      .slice(1)
      .map((row) => row[column] ?? "")
      .join(""),
  ).toBe(long);
});

test("[K12] what became of words is on a sheet of its own: the latest answer in columns, and what the author says", async () => {
  const world = World.opened();
  const wording = seqOf(world.states("alder", "17-1", "support-with-wording", { wording: "改后的措辞" }));
  const comment = seqOf(world.comments("birch", { words: "A full stop is missing." }));
  seqOf(world.comments("cedar", { words: "Nobody answered this." }));
  seqOf(world.disposes([wording], "noted"));
  const second = seqOf(world.disposes([wording], "reflected", { where: "L.1, para. 2" }));
  seqOf(world.disposes([comment], "not-reflected", { reason: "As issued." }));
  seqOf(world.answers("birch", comment, "contests", { words: "Look again." }));
  const sheets = await sheetsOf(await xlsxOf(world));
  const { dispositions, column } = PAPER_WORDS.en;
  const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === dispositions.sheet)?.data ?? [];
  const cells = (of: string) => rows.map((row) => row[head.indexOf(of)]);
  expect(cells(column["entry number"])).toEqual([wording, comment]);
  expect(cells(column.idea)).toEqual(["17-1", "17-1"]);
  expect(cells(column["proposed wording"])).toEqual(["改后的措辞", null]);
  expect(cells(dispositions.head)).toEqual(["reflected", "not reflected"]);
  expect(cells(dispositions.column.where)).toEqual(["L.1, para. 2", null]);
  expect(cells(dispositions.column.reason)).toEqual([null, "As issued."]);
  expect(cells(dispositions.column.version)).toEqual([2, 1]);
  expect(cells(dispositions.column.entry)[0]).toBe(second);
  expect(cells(dispositions.column.author)).toEqual([null, dispositions.contests]);
  expect(cells(dispositions.column.answer)).toEqual([null, "Look again."]);
});
