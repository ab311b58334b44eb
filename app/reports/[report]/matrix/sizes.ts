/** How wide and high things of the grid are, in rem: fixed, so that what is out of sight need not be measured. */
import type { Column } from "#deliberation/matrix";

export const ROW = 2.5;
export const IDEA = 19;

export function widthOf(column: Column, totals: boolean): number {
  if (column.kind === "own") return 3;
  if (!totals) return 9;
  return column.kind === "all" ? 15 : 14;
}
