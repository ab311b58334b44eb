/** Words of rounds without attribution in papers: nobody's, at no time, in no language, by the hash of their bodies. */
import type { Compilation, IdeaRow, UnattributedRow } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import type { Lang } from "#deliberation/ids";
import { scriptOf } from "#deliberation/script";
import { FEWEST_TOLD, type Figures } from "#deliberation/unattributed";
import type { PaperBlock } from "./blocks.ts";
import { disposed, dispositionLine } from "./dispositions.ts";
import type { Row } from "./items.ts";
import type { Paper } from "./paper.ts";
import type { PaperWords } from "./paper-words.ts";

/** [Q6] Which rounds it was decided of: every paper says so before it says anything else. */
export function decisionsOf({ rounds }: Compilation, words: PaperWords): string[] {
  return rounds
    .filter(({ attribution }) => attribution === "unattributed")
    .map(({ id }) => words.unattributed.decided(id));
}

/** How words are set whose language nobody recorded: by their script, else as the paper itself. */
export function setAs({ lang }: Pick<Paper, "lang">, words: string): Lang {
  const script = scriptOf(words);
  if (script !== "und") return script;
  return lang === "ar" || lang === "zh" ? "en" : lang;
}

/** Round by round: figures of the whole membership, then the words. */
export function unattributedBlocks(
  paper: Paper,
  rows: readonly UnattributedRow[],
  figures: readonly Figures[] = [],
): PaperBlock[] {
  const { words, lang } = paper;
  const rounds = [...new Set([...figures, ...rows].map(({ round }) => round))];
  return rounds
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((round): PaperBlock[] => [
      { kind: "heading", level: 3, text: words.unattributed.decided(round), lang },
      ...figures.filter((one) => one.round === round).map((one) => figureLine(paper, one)),
      ...rows.filter((one) => one.round === round).flatMap((one) => blocksOf(paper, one)),
    ]);
}

/** [Q5] */
function figureLine({ words }: Paper, { of }: Figures): PaperBlock {
  const told = STANCES.map((stance) => `${words.stance[stance]}: ${figure(words, of[stance])}`);
  return { kind: "names", head: words.delegationKind.member, names: told.join("; ") };
}

export function figure(words: PaperWords, count: number | null): string {
  return count === null ? words.unattributed.fewer(FEWEST_TOLD) : String(count);
}

function blocksOf(paper: Paper, row: UnattributedRow): PaperBlock[] {
  const { words } = paper;
  const facts = [
    kindOf(words, row),
    row.stance === null ? null : words.stance[row.stance],
    row.target.on === "words" ? `“${row.target.exact}”` : null,
    row.replyTo === null ? null : words.inReplyTo(row.replyTo),
    words.entry(row.seq),
    row.status === "stands" ? null : words.status[row.status],
  ].filter((fact) => fact !== null);
  const said = (text: string | null, what: readonly string[]): PaperBlock => ({
    ...{ kind: "item", who: words.unattributed.mark, facts: what.join(" · ") },
    ...{ words: text, lang: text === null ? null : setAs(paper, text) },
  });
  return [
    ...(row.words !== null || row.wording === null ? [said(row.words, facts)] : []),
    ...(row.wording === null ? [] : [said(row.wording, [...facts, words.column["proposed wording"]])]),
    ...disposed(paper, [row.disposition]),
  ];
}

function kindOf(words: PaperWords, { commentKind }: UnattributedRow): string {
  return commentKind === null ? words.position : words.comment[commentKind];
}

/** In papers of rows: what would tell of an author is left empty. */
export function unattributedRow(
  paper: Paper,
  row: UnattributedRow,
  idea: Pick<IdeaRow, "idea" | "paragraph" | "quote"> | null,
): Row {
  const { words, compilation } = paper;
  const { target } = row;
  return {
    paragraph: idea?.paragraph ?? ("paragraph" in target ? target.paragraph : null),
    idea: idea?.idea ?? null,
    "quoted text": idea?.quote ?? (target.on === "words" ? target.exact : null),
    ...{ delegation: null, "delegation kind": null, capacity: words.unattributed.mark, "on behalf of": null },
    kind: kindOf(words, row),
    position: row.stance && words.stance[row.stance],
    was: null,
    statement: row.words,
    "proposed wording": row.wording,
    language: null,
    "text version": row.textVersion,
    session: compilation.rounds.find(({ id }) => id === row.round)?.session ?? null,
    round: row.round,
    "time (UTC)": null,
    status: words.status[row.status],
    corrected: null,
    late: null,
    disposition: dispositionLine(paper, row.disposition),
    "entry number": row.seq,
    "reply to": row.replyTo,
  };
}
