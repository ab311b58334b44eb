/** Statements in a paper to be read: their passages where they speak to the text, and each in full at the end. */
import type { StatementRow } from "#deliberation/compile";
import type { PaperBlock } from "./blocks.ts";
import { nameOf, nameThen, type Paper } from "./paper.ts";

/** What statements say to one idea or paragraph. */
export function passageBlocks(paper: Paper, on: { idea: string } | { paragraph: string }): PaperBlock[] {
  const { words, compilation, lang } = paper;
  const said = compilation.statements.flatMap((statement) =>
    statement.passages
      .filter(({ target }) =>
        target.on === "idea"
          ? "idea" in on && target.idea === on.idea
          : "paragraph" in on && target.paragraph === on.paragraph,
      )
      .map((passage): PaperBlock => ({ ...itemOf(paper, statement), words: passage.words })),
  );
  return said.length === 0
    ? []
    : [{ kind: "heading", level: 3, text: words.part.statementPassages, lang }, ...said];
}

export function wholeStatements(paper: Paper): PaperBlock[] {
  const { words, compilation, lang } = paper;
  if (compilation.statements.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: words.part.wholeStatements, lang },
    ...compilation.statements.map((one): PaperBlock => ({ ...itemOf(paper, one), words: one.words })),
  ];
}

/** By whom and how; "entered by the Secretariat" also once it was confirmed. */
export function statementFacts({ words }: Paper, row: StatementRow): string[] {
  const { status, original } = row;
  return [
    words.statement[row.manner](row.date),
    ...(row.received ? [words.statement.received] : []),
    ...(row.late === undefined ? [] : [words.late]),
    ...(status === "stands" ? [] : [statementStatus(words, status)]),
    ...(original === null ? [] : [words.statement.original(original.name, original.sha256)]),
  ];
}

/** Without what stands in columns of its own. */
export function factsInItself(paper: Paper, { late: _late, ...row }: StatementRow): string[] {
  return statementFacts(paper, { ...row, received: false, status: "stands" });
}

export function statementStatus(words: Paper["words"], status: StatementRow["status"]): string {
  return status === "unconfirmed" || status === "annulled"
    ? words.statement.status[status]
    : words.status[status];
}

function itemOf(paper: Paper, row: StatementRow): Extract<PaperBlock, { kind: "item" }> {
  const { words } = paper;
  const facts = [
    words.statement.kind,
    ...statementFacts(paper, row),
    ...(row.by.capacity === "on-behalf-of-group" && row.by.delegation !== null
      ? [nameOf(paper, row.by.delegation)]
      : []),
    `${row.at.slice(0, 16).replace("T", " ")} UTC`,
    words.entry(row.seq),
  ];
  return {
    kind: "item",
    who: nameThen(paper, row.delegation, row.at),
    facts: facts.join(" · "),
    words: null,
    lang: row.lang,
  };
}
