/** Ideas down, delegations across: a letter where one stands, a mark where it aligned or suggested wording. */
import { STANCES } from "#deliberation/entry";
import type { Cell } from "../csv.ts";
import { nameOf, type Paper } from "../paper.ts";

const ALIGNED = "⤷";
const WORDING = "✎";

/** Member States first; observers and groups stand apart behind them and enter no figure. */
export function matrixRows(paper: Paper): { head: Cell[]; rows: Cell[][] } {
  const { compilation, words } = paper;
  const { totalsShown, delegations } = compilation;
  const kinds = ["member", "observer", "group"] as const;
  const columns = kinds.flatMap((kind) => delegations.filter((one) => one.kind === kind));
  const figures = totalsShown
    ? [...STANCES.map((stance) => words.stance[stance]), words.totals.notStated, words.totals.heard]
    : [];
  const head = [
    ...[words.column.idea, words.column["quoted text"], ...figures],
    ...columns.map(({ key, kind }) =>
      kind === "member" ? nameOf(paper, key) : `${nameOf(paper, key)} (${words.delegationKind[kind]})`,
    ),
  ];
  const rows = compilation.ideas.map((idea) => {
    const standing = new Map(
      idea.positions.flatMap((one) =>
        one.status === "stands" ? [[one.delegation as string, one] as const] : [],
      ),
    );
    const aligned = new Set(
      idea.declarations.flatMap(({ kind, status, by }) =>
        kind === "alignment.declared" && status === "stands" ? [by.delegation as string | null] : [],
      ),
    );
    const { members, notStated, heard } = idea.stand;
    return [
      ...[idea.idea, idea.quote],
      ...(totalsShown ? [...STANCES.map((stance) => members[stance].length), notStated.length, heard] : []),
      ...columns.map(({ key }) => {
        const position = standing.get(key);
        const letter = words.letter[position?.stance ?? "none"];
        return `${letter}${position?.wording == null ? "" : WORDING}${aligned.has(key) ? ALIGNED : ""}`;
      }),
    ];
  });
  return { head, rows };
}
