/** The tables of a Word file, by whatever program it was written: rows, cells, and paragraphs one below the other. */
import type { BroughtTables } from "../brought-tables.ts";
import { markupOf } from "../markup.ts";
import { safeParts } from "../office-zip.ts";

const DOCUMENT = "word/document.xml";
/** What was struck, or moved away, with changes tracked: it does not stand any more. */
const STRUCK = new Set(["w:del", "w:moveFrom"]);
const BREAKS = new Set(["w:br", "w:cr"]);

/** @returns null when it is no Word file. @throws HostileFile. Tables in tables are cells' words. */
export function tablesOfWord(bytes: Uint8Array): BroughtTables | null {
  const xml = safeParts(bytes, /^word\/document\.xml$/).get(DOCUMENT);
  if (xml === undefined) return null;
  const found: BroughtTables = { paragraphs: [], tables: [] };
  let [depth, struck, isText] = [0, 0, false];
  let line = "";
  const add = (text: string) => {
    const cells = found.tables.at(-1)?.rows.at(-1)?.cells;
    if (depth === 0) line += text;
    else if (cells !== undefined && cells.length > 0) cells[cells.length - 1] += text;
  };
  for (const one of markupOf(xml)) {
    if (typeof one === "string") {
      if (isText && struck === 0) add(one);
      continue;
    }
    const { name, kind } = one;
    const [opens, closes] = [kind === "opens", kind === "closes"];
    const rows = found.tables.at(-1)?.rows;
    if (name === "w:t") isText = opens;
    else if (STRUCK.has(name)) struck += opens ? 1 : closes ? -1 : 0;
    else if (name === "w:tbl") {
      if (opens && depth === 0) found.tables.push({ sheet: null, rows: [] });
      depth += opens ? 1 : closes ? -1 : 0;
    } else if (name === "w:tr" && opens && depth === 1) rows?.push({ number: rows.length + 1, cells: [] });
    else if (name === "w:tc" && opens && depth === 1) rows?.at(-1)?.cells.push("");
    else if (name === "w:tab" && kind === "empty") add("\t");
    else if (BREAKS.has(name) && !closes) add("\n");
    else if (name === "w:p" && !opens) {
      if (depth > 0) add("\n");
      else found.paragraphs.push(line);
      line = "";
    }
  }
  for (const { rows } of found.tables)
    for (const row of rows) row.cells = row.cells.map((cell) => cell.trim());
  return found;
}
