/** [K13] On request: which Member States are behind each number of a paper, those without a position too. */
import type { IdeaRow } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import type { DelegationKey } from "#deliberation/ids";
import type { Cell } from "./csv.ts";
import { inOrder, listed, type Paper } from "./paper.ts";

export interface Behind {
  figure: string;
  /** In the order of the paper; as many as the number says. */
  names: string[];
}

/** @returns none where the paper has no figures, or the lists were not asked for. */
export function behindFigures(paper: Paper, { stand }: Pick<IdeaRow, "stand">): Behind[] {
  const { words, compilation } = paper;
  if (!paper.lists || !compilation.totalsShown) return [];
  const of = (figure: string, keys: readonly DelegationKey[]) => ({ figure, names: inOrder(paper, keys) });
  return [
    ...STANCES.map((stance) => of(words.stance[stance], stand.members[stance])),
    of(words.totals.notStated, stand.notStated),
    of(words.totals.notTakingPart, stand.notTakingPart),
  ];
}

/** @returns head and rows for papers of cells; null when nothing was asked for. */
export function behindRows(paper: Paper): { head: string[]; rows: Cell[][] } | null {
  const { words, compilation } = paper;
  const rows = compilation.ideas.flatMap((row) =>
    behindFigures(paper, row).map(({ figure, names }) => [
      ...[row.idea, figure, names.length],
      listed(paper, names),
    ]),
  );
  if (rows.length === 0) return null;
  return { head: [words.column.idea, words.behind.figure, words.behind.number, words.behind.names], rows };
}
