/** Comma-separated values (RFC 4180), as a spreadsheet opens them without harm. */

/** Lets a spreadsheet read UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
/** A cell that begins so would be run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

export type Cell = string | number | null;

/** @returns the whole file; lines end in CRLF, cells that would be formulas leave as strings. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
