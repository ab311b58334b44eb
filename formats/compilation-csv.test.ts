import { expect, test } from "vitest";
import { compile } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import { World } from "../deliberation/testing/world.ts";
import { COLUMNS, compilationCsv } from "./compilation-csv.ts";
import { compilationJson } from "./compilation-json.ts";
import { csv } from "./csv.ts";

/** RFC 4180, read back independently of the writer. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  for (const [, quoted, plain = "", end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

function heard(): World {
  const world = World.opened();
  world.states("alder", "17-1", "support");
  world.states("alder", "17-1", "reservation", { words: '=HYPERLINK("http://elsewhere")' });
  world.states("birch", "17-1", "support-with-wording", { lang: "zh" });
  world.states("willow", "17-1", "does-not-support");
  world.comments("cedar", { words: 'Lines\nand, "marks"' });
  return world;
}

test("a cell that a spreadsheet would run leaves as a string, and comes back as it was otherwise", () => {
  for (const start of ["=", "+", "-", "@", "\t"]) expect(csv([[`${start}1+1`]])).toContain(`'${start}1+1`);
  expect(parsed(csv([["a,b", 'c"d', "e\r\nf"]]))).toEqual([["a,b", 'c"d', "e\r\nf"]]);
});

test("read back, the paper says what the compilation says: every revision and comment, marked", () => {
  const compilation = compile(heard().state);
  const [columns = [], ...rows] = parsed(compilationCsv(compilation));
  expect(columns).toEqual([...COLUMNS]);
  const value = (row: string[], name: (typeof COLUMNS)[number]) => row[COLUMNS.indexOf(name)];
  const items = rows.slice(
    0,
    rows.findIndex((row) => row.length === 1),
  );
  expect(
    items.map((row) => [
      value(row, "delegation"),
      value(row, "position"),
      value(row, "was"),
      value(row, "status"),
    ]),
  ).toEqual([
    ["alder", "reservation", "support", "stands"],
    ["alder", "support", "", "superseded"],
    ["birch", "support with suggested wording", "", "stands"],
    ["willow", "does not support", "", "stands"],
    ["cedar", "", "", "stands"],
  ]);
  expect(value(items[0] ?? [], "statement")).toBe(`'=HYPERLINK("http://elsewhere")`);
  expect(value(items[4] ?? [], "statement")).toBe('Lines\nand, "marks"');
  expect(rows.flat()).toContain("Informal paper, not a United Nations document");
});

test("the totals in the paper add up to the membership, and are left out where they are not shown", () => {
  const compilation = compile(heard().state);
  const rows = parsed(compilationCsv(compilation)).filter(
    (row) => row.length === STANCES.length + 4 && row[0] !== "totals, Member States",
  );
  expect(rows).toHaveLength(3);
  for (const [, ...figures] of rows) {
    const [heardOf = 0, of = 0] = figures.slice(-2).map(Number);
    const sum = figures.slice(0, STANCES.length).reduce((total, figure) => total + Number(figure), 0);
    expect(sum).toBe(heardOf);
    expect(sum + Number(figures[STANCES.length])).toBe(of);
  }
  expect(compilationCsv({ ...compilation, totalsShown: false })).not.toContain("totals, Member States");
});

test("the same record gives the same bytes", () => {
  const [one, other] = [compile(heard().state), compile(JSON.parse(JSON.stringify(heard().state)))];
  expect(compilationCsv(one)).toBe(compilationCsv(other));
  expect(compilationJson(one)).toBe(compilationJson(other));
});
