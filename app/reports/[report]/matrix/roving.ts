/** Where the arrow keys lead in a grid. Row 0 is the head, column 0 the ideas; left and right are as the eye sees them. */

export interface Place {
  row: number;
  column: number;
}

interface Grid {
  /** Rows and columns there are, heads among them. */
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down pass. */
  page: number;
  direction: "ltr" | "rtl";
}

/** @returns null for a key that leads nowhere. */
export function placeAfter(
  { row, column }: Place,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns, page, direction }: Grid,
): Place | null {
  const onward = direction === "ltr" ? 1 : -1;
  const at = (toRow: number, toColumn: number): Place => ({
    row: Math.min(Math.max(toRow, 0), rows - 1),
    column: Math.min(Math.max(toColumn, 0), columns - 1),
  });
  switch (key) {
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowUp":
      return at(row - 1, column);
    case "ArrowRight":
      return at(row, column + onward);
    case "ArrowLeft":
      return at(row, column - onward);
    case "Home":
      return at(ctrlKey ? 0 : row, 0);
    case "End":
      return at(ctrlKey ? rows - 1 : row, columns - 1);
    case "PageDown":
      return at(row + page, column);
    case "PageUp":
      return at(row - page, column);
    default:
      return null;
  }
}
