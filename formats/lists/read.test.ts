import { expect, test } from "vitest";
import { readList } from "./read.ts";
import { rowsOf } from "./rows.ts";
import { templateOf } from "./template.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = "key,name_en,name_zh,name_ar,name_fr,name_ru,name_es";
const ROW = 'oak,"Oak, ""the old""",橡树,البلوط,Chêne,Дуб,Roble';

test("[D40] with or without a mark, by commas or semicolons, quoted or not, columns in any order", () => {
  const plain = readList("groups", bytes(`${HEAD}\r\n${ROW}\r\n`));
  expect(plain).toMatchObject({ rows: [{ row: 2, cells: { key: "oak", name_en: 'Oak, "the old"' } }] });
  const oak = { key: "oak", name_zh: "橡树" };
  const semicolons = `\uFEFF${HEAD.replaceAll(",", ";").toUpperCase()}\noak;Oak, old;橡树;ب;Chêne;Дуб;Roble`;
  expect(readList("groups", bytes(semicolons))).toMatchObject({
    rows: [{ cells: { ...oak, name_en: "Oak, old" } }],
  });
  const turned = "name_zh,key,name_en,name_ar,name_fr,name_ru,name_es\n橡树,oak,'=Oak,ب,Chêne,Дуб,Roble";
  expect(readList("groups", bytes(turned))).toMatchObject({ rows: [{ cells: { ...oak, name_en: "=Oak" } }] });
  // Rows are numbered as a spreadsheet does, empty ones among them.
  expect(readList("groups", bytes(`${HEAD}\n,,,,,,\n${ROW}\n`))).toMatchObject({ rows: [{ row: 3 }] });
});

test("[D40] what is wrong with the file or its columns is named", () => {
  const faults = (list: string | Uint8Array) => {
    const read = readList("memberships", typeof list === "string" ? bytes(list) : list);
    return "faults" in read ? read.faults.map(({ column, fault }) => `${column}: ${fault}`) : read;
  };
  expect(faults(new Uint8Array([0x67, 0xe9, 0x0a]))).toEqual(["null: not-utf8"]);
  expect(faults('group,delegation\n"grove,alder\n')).toEqual(["null: not-a-list"]);
  expect(faults("group,delegation\n")).toEqual(["null: empty"]);
  expect(faults("group,member,member\n1,2,3")).toEqual([
    "delegation: column-missing",
    "member: column-unknown",
    "member: column-unknown",
    "member: column-twice",
  ]);
  expect(faults(`group,delegation\n${"grove,alder\n".repeat(2_001)}`)).toEqual(["null: too-many-rows"]);
});

test("[D40] the empty list that is handed out is read back, once it has rows", () => {
  for (const kind of ["delegations", "groups", "memberships", "persons"] as const)
    expect(readList(kind, bytes(templateOf(kind)))).toEqual({ faults: [{ column: null, fault: "empty" }] });
});

test("[D41] what is wrong with a cell is told with its row and column; a row of the same comes once", () => {
  const list = `kind,standing,since,citation,${HEAD}\nstate,gone,,,Oak,,橡树,ب,Chêne,Дуб,Roble\nmember,,,,${ROW}\nmember,,,,${ROW}\nmember,former,soon,,elm,Elm,榆,د,Orme,Вяз,Olmo`;
  const read = readList("delegations", bytes(list));
  const rows = "rows" in read ? rowsOf("delegations", read.rows) : [];
  expect(rows.map((one) => ("faults" in one ? [one.row, one.faults] : [one.row, one.subject]))).toEqual([
    [
      2,
      [
        { column: "standing", fault: "not-a-standing" },
        { column: "key", fault: "not-a-key" },
        { column: "kind", fault: "not-a-kind" },
        { column: "name_en", fault: "cell-missing" },
        { column: "since", fault: "cell-missing" },
        { column: "citation", fault: "cell-missing" },
      ],
    ],
    [3, "oak"],
    [4, [{ column: null, fault: "row-twice" }]],
    [
      5,
      [
        { column: "since", fault: "not-a-day" },
        { column: "citation", fault: "cell-missing" },
      ],
    ],
  ]);
});
