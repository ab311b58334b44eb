/** Statements in a paper to be read: their passages where they speak to the text, and each in full at the end. */
import type { DeclarationRow, StatementRow } from "#deliberation/compile";
import type { PaperBlock } from "./blocks.ts";
import { listed, nameOf, nameThen, type Paper } from "./paper.ts";

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
    ...compilation.statements.flatMap((one): PaperBlock[] => [
      { ...itemOf(paper, one), words: one.words },
      ...one.declarations.map((row) => declaredItem(paper, row)),
    ]),
  ];
}

/** Below the statement: who aligned with it, or dissociated from it. */
function declaredItem(paper: Paper, row: DeclarationRow): PaperBlock {
  const { words } = paper;
  const facts = [
    statementDeclared(paper, row),
    `${row.at.slice(0, 16).replace("T", " ")} UTC`,
    words.entry(row.seq),
    ...(row.status === "stands" ? [] : [words.status[row.status]]),
  ];
  const who = row.by.delegation === null ? "" : nameOf(paper, row.by.delegation);
  return { kind: "item", who, facts: facts.join(" · "), words: row.words, lang: row.lang };
}

/** Whose statement at which of its revisions, and which of its passages. */
export function statementDeclared(paper: Paper, { kind, statement }: DeclarationRow): string {
  const { words } = paper;
  if (statement === undefined) return words.declaration[kind];
  const { author, rev, except, passage } = statement;
  const named = kind === "alignment.declared" ? words.alignedWithStatement : words.dissociatedFromStatement;
  return listed(paper, [
    named(nameOf(paper, author), rev),
    ...(except.length === 0 ? [] : [words.exceptPassages(listed(paper, except))]),
    ...(passage === null ? [] : [words.onPassage(passage)]),
  ]);
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
    ...(row.corrected > 0 ? [words.corrected, words.rev(row.corrected + 1)] : []),
  ];
  return {
    kind: "item",
    who: nameThen(paper, row.delegation, row.at),
    facts: facts.join(" · "),
    words: null,
    lang: row.lang,
  };
}
