/** Widths of the columns beside the text, in CSS pixels, as this device has them. */

export const KEPT_COLUMNS = "columns";
export const SIDES = ["outline", "panel"] as const;
export type Side = (typeof SIDES)[number];

export interface Columns {
  outline?: number;
  panel?: number;
  folded: Side[];
}

export const NARROWEST = { outline: 200, panel: 320 } as const;
export const WIDEST = { outline: 420, panel: 640 } as const;

export const AS_THE_LOOK_HAS_IT: Columns = { folded: [] };

export function readColumns(): Columns {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_COLUMNS) ?? "{}") as Record<string, unknown>;
    const folded = [kept.folded].flat();
    const columns: Columns = { folded: SIDES.filter((side) => folded.includes(side)) };
    for (const side of SIDES) {
      const width = kept[side];
      if (typeof width === "number") columns[side] = within(side, width);
    }
    return columns;
  } catch {
    return AS_THE_LOOK_HAS_IT;
  }
}

export function within(side: Side, width: number): number {
  return Math.round(Math.min(WIDEST[side], Math.max(NARROWEST[side], width)));
}
