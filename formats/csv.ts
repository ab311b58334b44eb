/** Comma-separated values (RFC 4180), as a spreadsheet opens them without harm. */

/** Lets a spreadsheet read UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
/** A cell that begins so would be run as a formula; East Asian spreadsheets take the full-width signs as well. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

export type Cell = string | number | null;

/** @returns the whole file; lines end in CRLF, cells that would be formulas leave as strings. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = asText(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** As the cell leaves: with an apostrophe before what would be a formula. */
export function asText(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}
