/** Ideas down, delegations across: a letter where one stands, marks where it aligned or associated: cells as on screen. */
import { STANCES } from "#deliberation/entry";
import { byKind, hasStanding, MARKS, ownCell } from "#deliberation/matrix-cell";
import type { Cell } from "../csv.ts";
import { nameOf, type Paper } from "../paper.ts";
import { silenceLines } from "../silences.ts";

/**
 * Member States first; observers and groups stand apart behind them and enter no figure.
 * @returns in `noted` the heads of columns that tell something of an idea in words: where silence stands on it, when
 * there was any. [K11]
 */
export function matrixRows(paper: Paper): { head: Cell[]; rows: Cell[][]; noted: string[] } {
  const { compilation, words } = paper;
  const { totalsShown, delegations } = compilation;
  const columns = byKind(delegations.filter(hasStanding));
  const figures = totalsShown
    ? [
        ...STANCES.map((stance) => words.stance[stance]),
        ...[words.totals.notStated, words.totals.notTakingPart, words.totals.heard],
      ]
    : [];
  const noted = compilation.silences.length === 0 ? [] : [words.silence.title];
  const head = [
    ...[words.column.idea, words.column["quoted text"], ...noted, ...figures],
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
    const declared = idea.declarations.filter(({ status }) => status === "stands");
    const { members, notStated, notTakingPart, heard, through } = idea.stand;
    const onIdea = { declared, apart: compilation.notTakingPart, through };
    return [
      ...[idea.idea, idea.quote],
      ...noted.map(() => silenceLines(paper, idea.idea).join("\n")),
      ...(totalsShown
        ? [
            ...STANCES.map((stance) => members[stance].length),
            ...[notStated.length, notTakingPart.length, heard],
          ]
        : []),
      ...columns.map(({ key }) => {
        const { token, marks } = ownCell(key, standing.get(key) ?? null, onIdea);
        const letter = words.letter[token === "not-stated" ? "none" : token];
        return `${letter}${marks.map((mark) => MARKS[mark]).join("")}`;
      }),
    ];
  });
  return { head, rows, noted };
}
