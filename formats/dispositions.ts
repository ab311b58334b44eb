/** What became of words, as a paper says it in one line. */
import type { DispositionRow } from "#deliberation/compile";
import type { PaperBlock } from "./blocks.ts";
import type { Paper } from "./paper.ts";

export function dispositionLine({ words }: Paper, row: DispositionRow | null): string | null {
  if (row === null) return null;
  const { outcome, where, reason, version, toEarlierVersion, reply } = row;
  const said = words.dispositions;
  const facts = [
    where === null ? said.outcome[outcome] : said.at(said.outcome[outcome], where),
    reason,
    version > 1 ? said.version(version) : null,
    toEarlierVersion ? said.earlier : null,
    reply && (reply.words === null ? said[reply.says] : `${said[reply.says]}: ${reply.words}`),
  ];
  return facts.filter((fact) => fact !== null).join(" · ");
}

/** Of words that stand together in one row: what was said of each, once. */
export function dispositionLines(paper: Paper, rows: readonly (DispositionRow | null)[]): string {
  const lines = rows.map((row) => dispositionLine(paper, row)).filter((line) => line !== null);
  return [...new Set(lines)].join("\n");
}

/** What became of the words above. */
export function disposed(paper: Paper, rows: readonly (DispositionRow | null)[]): PaperBlock[] {
  const { words, lang } = paper;
  const said = dispositionLines(paper, rows);
  const lines = said === "" ? [] : said.split("\n");
  return lines.map((line) => ({ kind: "plain", text: `${words.dispositions.head}: ${line}`, lang }));
}
