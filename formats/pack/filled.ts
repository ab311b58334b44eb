/** Reads a pack that comes back: only its last column; everything else must stand where it stood. */
import { IdeaId } from "#deliberation/ids";
import { PACK_WORDS } from "./words.ts";

export interface Filled {
  idea: IdeaId;
  words: string;
}

/** A cell that is not as it left: rows and columns of the table, from 1. */
export interface Changed {
  row: number;
  column: number;
}

const HEADS = Object.values(PACK_WORDS).map(({ columns }) => columns);
const COLUMNS = 5;

/** [B5] @param tables of the file, cell by cell. @param isIdea whether the report holds such an idea. */
export function filledIn(
  tables: readonly (readonly (readonly string[])[])[],
  isIdea: (idea: IdeaId) => boolean,
): Filled[] | Changed {
  const [table = []] = tables;
  const [head = [], ...rows] = table;
  // The head that fits best tells which of its cells does not.
  const faults = HEADS.map((columns) => columns.findIndex((column, index) => head[index] !== column));
  if (head.length > COLUMNS) return { row: 1, column: COLUMNS + 1 };
  if (!faults.includes(-1)) return { row: 1, column: Math.max(...faults) + 1 };
  const filled: Filled[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of rows.entries()) {
    const row = index + 2;
    if (cells.length === 1 && cells[0]?.startsWith("¶")) continue;
    if (cells.length !== COLUMNS) return { row, column: Math.min(cells.length + 1, COLUMNS + 1) };
    const idea = IdeaId.safeParse(cells[0]?.split("\n")[0]?.trim());
    if (!idea.success || !isIdea(idea.data) || seen.has(idea.data)) return { row, column: 1 };
    seen.add(idea.data);
    const words = cells[COLUMNS - 1]?.trim() ?? "";
    if (words !== "") filled.push({ idea: idea.data, words });
  }
  return filled;
}
