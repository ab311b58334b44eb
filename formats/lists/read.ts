/** Reads a list: its rows by the names of their columns, or what is wrong with the file. */
import { CsvError, parse } from "csv-parse/sync";
import { COLUMNS, type ListKind } from "./columns.ts";
import type { RowFault } from "./faults.ts";

export interface ListRow {
  /** As a spreadsheet numbers it: the head is row 1. */
  row: number;
  /** Column → cell, trimmed; columns the file lacks are empty. */
  cells: Record<string, string>;
}

export type ReadList = { rows: ListRow[] } | { faults: RowFault[] };

const MOST_ROWS = 2_000;
/** What a writer of safe CSV puts an apostrophe before (see csv.ts). */
const SAVED_FORMULA = /^'(?=[=+\-@＝＋－＠])/;

/** [D40] */
export function readList(kind: ListKind, bytes: Uint8Array): ReadList {
  const text = textOf(bytes);
  if (text === null) return wrong("not-utf8");
  const records = recordsOf(text);
  if (records === null) return wrong("not-a-list");
  const [head = [], ...rest] = records;
  const names = head.map((name) => name.trim().toLowerCase());
  const faults = faultsOfHead(kind, names);
  if (faults.length > 0) return { faults };
  const rows = rest
    .map((record, index) => ({ row: index + 2, cells: cellsOf(names, record) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
  if (rows.length === 0) return wrong("empty");
  return rows.length > MOST_ROWS ? wrong("too-many-rows") : { rows };
}

function wrong(fault: RowFault["fault"]): ReadList {
  return { faults: [{ column: null, fault }] };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    // A decoder does not take bytes that threads share.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes));
    return text.includes("\u0000") ? null : text;
  } catch {
    return null;
  }
}

function recordsOf(text: string): string[][] | null {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The names of columns hold neither: what parts the first line parts them all. */
function delimiterOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  return head.split(";").length > head.split(",").length ? ";" : ",";
}

function faultsOfHead(kind: ListKind, names: readonly string[]): RowFault[] {
  const known = COLUMNS[kind];
  return [
    ...known
      .filter(({ name, required }) => required && !names.includes(name))
      .map(({ name }): RowFault => ({ column: name, fault: "column-missing" })),
    ...names
      .filter((name) => name !== "" && !known.some((one) => one.name === name))
      .map((name): RowFault => ({ column: name.slice(0, 60), fault: "column-unknown" })),
    ...names
      .filter((name, index) => name !== "" && names.indexOf(name) < index)
      .map((name): RowFault => ({ column: name.slice(0, 60), fault: "column-twice" })),
  ];
}

function cellsOf(names: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name, index) => [name, (record[index] ?? "").trim().replace(SAVED_FORMULA, "")]),
  );
}
