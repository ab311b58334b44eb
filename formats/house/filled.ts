/**
 * A table of ISO and IEC that comes back: what stands in its last column, and that everything else stands as it was
 * handed out. What a program changes by itself, blanks and the breaks of lines, is no change.
 */
import { Instant, Seq } from "#deliberation/ids";
import { type BroughtTable, type BroughtTables, cellName } from "../brought-tables.ts";
import { choiceOf, squeezed } from "../choice-words.ts";
import { type Paper, type PaperSource, paperFrom } from "../paper.ts";
import { PAPER_LANGS, PAPER_WORDS, type PaperLang } from "../paper-words.ts";
import { ISO_HEAD, isoTable } from "./tables.ts";

const NUMBERS = 1;
const ANSWERS = ISO_HEAD.length - 1;

/** Where a file is not what was handed out. `expected` is what stood there then; empty: nothing did. */
export interface ChangedCell {
  /** `Comments!H14` of a workbook, `H14` of a Word file's table. */
  cell: string;
  /** Of a number: that it is no entry of this table, or stands there twice. */
  what: "head" | "number" | "words" | "report" | "as-of" | "choice";
  expected: string;
}

/** What a table says of itself above its head. */
export interface Stamp {
  /** Where it says so; empty in a Word file. */
  cell: string;
  seq: Seq;
  hash: string;
  lang: PaperLang;
}

export interface FilledRow {
  cell: string;
  /** The words the row holds. */
  entries: Seq[];
  /** What stood in the last column when it was handed out, and what stands there now. */
  was: string;
  now: string;
}

/** [J11] Finds the table and what it was made from. @param symbol of the report it should be of. */
export function stampOf(brought: BroughtTables, symbol: string): Stamp | ChangedCell {
  const place = placeOf(brought);
  if ("expected" in place) return place;
  const document = place.above.find(({ text }) => text.startsWith("Document"));
  if (document === undefined || squeezed(document.text) !== squeezed(`Document: ${symbol}`))
    return { cell: document?.cell ?? nameIn(place.table, 1, 2), what: "report", expected: symbol };
  for (const { cell, text } of place.above)
    for (const lang of PAPER_LANGS) {
      const stamp = stampIn(text, lang);
      if (stamp !== null) return { cell, ...stamp };
    }
  return { cell: nameIn(place.table, 1, 6), what: "as-of", expected: PAPER_WORDS.en.legend.asOf };
}

/** [J10] [J11] @param source as of the entry of the stamp. */
export function filledRows(
  brought: BroughtTables,
  source: PaperSource,
  lang: PaperLang,
): FilledRow[] | ChangedCell {
  const place = placeOf(brought);
  if ("expected" in place) return place;
  const { table, head } = place;
  const { filter } = PAPER_WORDS[lang].legend;
  const said = place.above.find(({ text }) => text.startsWith(`${filter}:`));
  const choice = said && choiceOf(said.text.slice(filter.length + 1), source, lang);
  if (!choice)
    return {
      cell: said?.cell ?? nameIn(table, 1, 7),
      what: "choice",
      expected: PAPER_WORDS[lang].legend.filter,
    };
  const handedOut = rowsHandedOut(paperFrom(source, lang, choice));
  const found: FilledRow[] = [];
  const seen = new Set<string>();
  for (const { number, cells } of wholeRows(table, head)) {
    const key = squeezed(cells[NUMBERS] ?? "");
    const was = handedOut.get(key);
    if (was === undefined || seen.has(key))
      return { cell: nameIn(table, NUMBERS, number), what: "number", expected: "" };
    seen.add(key);
    const column = cells.findIndex(
      (cell, at) => at !== ANSWERS && squeezed(cell) !== squeezed(was[at] ?? ""),
    );
    if (column !== -1)
      return { cell: nameIn(table, column, number), what: "words", expected: was[column] ?? "" };
    found.push({
      cell: nameIn(table, ANSWERS, number),
      entries: (was[NUMBERS] ?? "").split(", ").map((one) => Seq.parse(Number(one))),
      ...{ was: was[ANSWERS] ?? "", now: (cells[ANSWERS] ?? "").trim() },
    });
  }
  return found;
}

/** Rows that hold something. A text longer than a cell goes on below, in a row without a number: put together again. */
function wholeRows({ rows }: BroughtTable, head: number): BroughtTable["rows"] {
  const whole: BroughtTable["rows"] = [];
  for (const { number, cells } of rows) {
    if (number <= head || cells.every((cell) => cell.trim() === "")) continue;
    const last = whole.at(-1);
    const goesOn = (cells[NUMBERS] ?? "").trim() === "" && (cells[ANSWERS] ?? "").trim() === "";
    if (goesOn && last !== undefined) last.cells = last.cells.map((cell, at) => cell + (cells[at] ?? ""));
    // All columns of ours, and those that somebody added.
    else whole.push({ number, cells: [...cells, ...ISO_HEAD.slice(cells.length).map(() => "")] });
  }
  return whole;
}

/** By their numbers, without blanks. */
function rowsHandedOut(paper: Paper): Map<string, string[]> {
  return new Map(
    isoTable(paper).rows.map((row) => {
      const cells = row.map((cell) => String(cell ?? ""));
      return [squeezed(cells[NUMBERS] ?? ""), cells];
    }),
  );
}

interface Place {
  table: BroughtTable;
  /** The number of the row that is the head. */
  head: number;
  /** What stands above it, as `Document: A/63/677`. */
  above: { cell: string; text: string }[];
}

/** The row that fits the head best, in any table of the file; which of its cells does not fit is told. */
function placeOf({ paragraphs, tables }: BroughtTables): Place | ChangedCell {
  const heads = (cells: readonly string[]) => cells.filter((cell) => isHead(cell)).length;
  const all = tables.flatMap((table) => table.rows.map((row) => ({ table, ...row })));
  const best = all.reduce<(typeof all)[number] | null>(
    (found, row) => (heads(row.cells) > (found === null ? 2 : heads(found.cells)) ? row : found),
    null,
  );
  const [first = { sheet: null, rows: [] }] = tables;
  if (best === null)
    return {
      cell: nameIn(first, 0, first.sheet === null ? 1 : 10),
      what: "head",
      expected: ISO_HEAD[0] ?? "",
    };
  const { table, number, cells } = best;
  const wrong = ISO_HEAD.findIndex((head, at) => squeezed(cells[at] ?? "") !== squeezed(head));
  const column =
    wrong === -1 ? cells.findIndex((cell, at) => at >= ISO_HEAD.length && cell.trim() !== "") : wrong;
  if (column !== -1)
    return { cell: nameIn(table, column, number), what: "head", expected: ISO_HEAD[column] ?? "" };
  const above =
    table.sheet === null
      ? paragraphs.map((text) => ({ cell: "", text }))
      : table.rows
          .filter((row) => row.number < number)
          .map((row) => ({
            cell: nameIn(table, 1, row.number),
            text: row.cells.filter((cell) => cell.trim() !== "").join(": "),
          }));
  return { table, head: number, above };
}

function isHead(cell: string): boolean {
  return ISO_HEAD.some((head) => squeezed(head) === squeezed(cell));
}

function stampIn(text: string, lang: PaperLang): Omit<Stamp, "cell"> | null {
  const { legend, entry } = PAPER_WORDS[lang];
  const hash = /[0-9a-f]{64}/.exec(text)?.[0];
  const at = Instant.safeParse(/\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(text)?.[0]).data;
  if (hash === undefined || at === undefined) return null;
  const between = text.slice(text.indexOf(at) + at.length, text.indexOf(hash));
  const seq = Seq.safeParse(Number(/\d+/.exec(between)?.[0] ?? 0)).data;
  if (seq === undefined) return null;
  const said = `${legend.asOf}: ${at}, ${entry(seq)}, ${hash}`;
  return squeezed(said) === squeezed(text) ? { seq, hash, lang } : null;
}

function nameIn({ sheet }: BroughtTable, column: number, row: number): string {
  const cell = cellName(column, row);
  return sheet === null ? cell : `${sheet}!${cell}`;
}
