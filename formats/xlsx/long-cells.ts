/** A cell holds 32,767 characters, a text up to twice as many: the rest goes on in rows below. */
import type { Cell } from "../csv.ts";

const MOST = 32_000;

/** @returns the row, and below it the rest of what is too long; nothing is cut off. */
export function continued(row: Cell[]): Cell[][] {
  const rest = row.map((cell) => (typeof cell === "string" && cell.length > MOST ? cell.slice(MOST) : null));
  if (rest.every((cell) => cell === null)) return [row];
  const first = row.map((cell) => (typeof cell === "string" ? cell.slice(0, MOST) : cell));
  return [first, ...continued(rest)];
}
