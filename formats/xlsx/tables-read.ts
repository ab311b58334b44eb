/** The sheets of a workbook, by whatever program it was written: each cell as it is shown when it holds words. */
import type { BroughtTable, BroughtTables } from "../brought-tables.ts";
import { attributeOf, markupOf, type Tag } from "../markup.ts";
import { safeParts } from "../office-zip.ts";

const NEEDED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;
/** More than any table of ours has: a sheet may name a cell as far out as it likes. */
const MOST_COLUMNS = 64;

/** @returns null when it is no workbook. @throws HostileFile. */
export function tablesOfWorkbook(bytes: Uint8Array): BroughtTables | null {
  const parts = safeParts(bytes, NEEDED);
  const book = parts.get("xl/workbook.xml");
  if (book === undefined) return null;
  const links = linksIn(parts.get("xl/_rels/workbook.xml.rels") ?? "");
  const shared = stringsIn(parts.get("xl/sharedStrings.xml") ?? "");
  const tables = [...tagsIn(book)]
    .filter((tag) => local(tag) === "sheet" && tag.kind !== "closes")
    .map((tag): BroughtTable => {
      const target = links.get(attributeOf(tag, "(?:\\w+:)?id") ?? "") ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      return { sheet: attributeOf(tag, "name") ?? "", rows: rowsIn(parts.get(part) ?? "", shared) };
    });
  return { paragraphs: [], tables };
}

function rowsIn(xml: string, shared: readonly string[]): BroughtTable["rows"] {
  const rows: BroughtTable["rows"] = [];
  let [type, column, isValue] = ["n", 0, false];
  for (const one of markupOf(xml)) {
    const row = rows.at(-1);
    if (typeof one === "string") {
      if (!isValue || row === undefined || column >= MOST_COLUMNS) continue;
      const text = type === "s" ? (shared[Number(one)] ?? "") : unescaped(one);
      row.cells[column] = (row.cells[column] ?? "") + text;
      continue;
    }
    const name = local(one);
    if (name === "row" && one.kind !== "closes")
      rows.push({ number: Number(attributeOf(one, "r")) || (row?.number ?? 0) + 1, cells: [] });
    else if (name === "c" && one.kind !== "closes") {
      type = attributeOf(one, "t") ?? "n";
      column = columnOf(attributeOf(one, "r")) ?? column + 1;
      // Cells that hold nothing are left out of a file: they are there all the same.
      while (row !== undefined && row.cells.length < Math.min(column, MOST_COLUMNS)) row.cells.push("");
    } else if (name === "v" || name === "t") isValue = one.kind === "opens";
    else if (name === "rPh") isValue = false;
  }
  for (const row of rows) row.cells = [...row.cells].map((cell) => cell ?? "");
  return rows;
}

/** Each with its runs joined; how it is read aloud (`rPh`) is no part of it. */
function stringsIn(xml: string): string[] {
  const strings: string[] = [];
  let [isText, isReading] = [false, false];
  for (const one of markupOf(xml)) {
    if (typeof one === "string") {
      if (isText && !isReading) strings[strings.length - 1] += unescaped(one);
      continue;
    }
    const name = local(one);
    if (name === "si" && one.kind !== "closes") strings.push("");
    else if (name === "t") isText = one.kind === "opens" && strings.length > 0;
    else if (name === "rPh") isReading = one.kind === "opens";
  }
  return strings;
}

function linksIn(xml: string): Map<string, string> {
  return new Map(
    [...tagsIn(xml)]
      .filter((tag) => local(tag) === "Relationship")
      .map((tag) => [attributeOf(tag, "Id") ?? "", attributeOf(tag, "Target") ?? ""]),
  );
}

function* tagsIn(xml: string): Generator<Tag> {
  for (const one of markupOf(xml)) if (typeof one !== "string") yield one;
}

/** Some programs put a prefix before every name. */
function local({ name }: Tag): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Of `AB12`: 27. */
function columnOf(cell: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(cell ?? "")?.[0];
  return letters === undefined
    ? null
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What XML cannot hold is written `_x000D_` there. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
