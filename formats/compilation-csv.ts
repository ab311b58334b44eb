/** The compilation as CSV: one row per position and comment, then totals where they are shown, then a legend. */
import { STANCES } from "#deliberation/entry";
import { behindRows } from "./behind-figures.ts";
import { type Cell, csv } from "./csv.ts";
import { factsOf } from "./facts.ts";
import { itemsOf } from "./items.ts";
import { noticesOf } from "./notices.ts";
import type { Paper } from "./paper.ts";
import { COLUMNS } from "./paper-words.ts";

/** @returns the file's text; the same paper gives the same bytes. */
export function compilationCsv(paper: Paper): string {
  const head = COLUMNS.map((column) => paper.words.column[column]);
  const rows = itemsOf(paper).map((row) => COLUMNS.map((column) => row[column]));
  const behind = behindRows(paper);
  const lists = behind === null ? [] : [[paper.words.behind.title], behind.head, ...behind.rows, []];
  return csv([head, ...rows, [], ...totals(paper), ...lists, ...legend(paper)]);
}

/** Figures only where the modalities show them. */
function totals({ compilation, words }: Paper): Cell[][] {
  if (!compilation.totalsShown) return [];
  const { head, notStated, notTakingPart, heard, of } = words.totals;
  const rows = compilation.ideas.map(({ idea, stand }) => [
    ...[idea, ...STANCES.map((stance) => stand.members[stance].length)],
    ...[stand.notStated.length, stand.notTakingPart.length, stand.heard, stand.of],
  ]);
  const names = [...STANCES.map((stance) => words.stance[stance]), notStated, notTakingPart, heard, of];
  return [[head, ...names], ...rows, []];
}

function legend(paper: Paper): Cell[][] {
  return [...noticesOf(paper.compilation, paper.words).map((notice) => [notice]), ...factsOf(paper)];
}
