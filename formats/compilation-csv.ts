/** The compilation as CSV: one row per position and comment, then totals where they are shown, then a legend. */
import { canonicalJson } from "#deliberation/canonical";
import type { Checkpoint } from "#deliberation/checkpoint";
import type { CommentRow, Compilation, DeclarationRow, IdeaRow, PositionRow } from "#deliberation/compile";
import { STANCES } from "#deliberation/entry";
import { type Cell, csv } from "./csv.ts";
import { noticesOf } from "./notices.ts";
import { COLUMNS, type Column, PAPER_WORDS, type PaperLang, type PaperWords } from "./paper-words.ts";

/** What a paper is written from: the compilation, and words in the language of the paper. */
interface Paper {
  compilation: Compilation;
  words: PaperWords;
  lang: PaperLang;
}

type Row = Record<Column, Cell>;
type IdeaSaid = Omit<IdeaRow, "stand">;

/** @returns the file's text; the same compilation gives the same bytes. */
export function compilationCsv(
  compilation: Compilation,
  { lang = "en", checkpoint }: { lang?: PaperLang; checkpoint?: Checkpoint } = {},
): string {
  const paper = { compilation, words: PAPER_WORDS[lang], lang };
  const head = COLUMNS.map((column) => paper.words.column[column]);
  const rows = items(paper).map((row) => COLUMNS.map((column) => row[column]));
  return csv([head, ...rows, [], ...totals(paper), ...legend(paper), ...signed(paper, checkpoint)]);
}

function items(paper: Paper): Row[] {
  const { ideas, withdrawnIdeas, comments, declarations } = paper.compilation;
  const { status } = paper.words;
  const onIdea = (idea: IdeaSaid) => [
    ...idea.positions.map((one) => positionRow(paper, one, idea)),
    ...idea.comments.map((one) => commentRow(paper, one, idea)),
    ...idea.declarations.map((one) => declarationRow(paper, one, idea)),
  ];
  // A position that stands on an idea that does not is marked, else it would read as if it counted.
  const marked = (row: Row) =>
    row.status === status.stands ? { ...row, status: status["idea-withdrawn"] } : row;
  return [
    ...ideas.flatMap(onIdea),
    ...withdrawnIdeas.flatMap(onIdea).map(marked),
    ...comments.map((one) => commentRow(paper, one, null)),
    ...declarations.map((one) => declarationRow(paper, one, one)),
  ];
}

function positionRow(paper: Paper, row: PositionRow, idea: IdeaSaid): Row {
  const { words } = paper;
  return {
    ...whenAndHow(paper, row),
    paragraph: idea.paragraph,
    idea: idea.idea,
    "quoted text": idea.quote,
    delegation: nameOf(paper, row.delegation),
    "delegation kind": words.delegationKind[row.kind],
    capacity: words.capacity[row.by.capacity],
    "on behalf of": row.onBehalfOf && nameOf(paper, row.onBehalfOf),
    kind: words.position,
    position: words.stance[row.stance],
    was: row.was && words.stance[row.was],
    "proposed wording": row.wording,
    "reply to": null,
  };
}

function commentRow(paper: Paper, row: CommentRow, idea: IdeaSaid | null): Row {
  const { words, compilation } = paper;
  const { target, by } = row;
  const author = compilation.delegations.find(({ key }) => key === by.delegation);
  return {
    ...whenAndHow(paper, row),
    paragraph: idea?.paragraph ?? ("paragraph" in target ? target.paragraph : null),
    idea: idea?.idea ?? null,
    "quoted text": idea?.quote ?? (target.on === "words" ? target.exact : null),
    delegation: by.delegation && nameOf(paper, by.delegation),
    "delegation kind": author === undefined ? null : words.delegationKind[author.kind],
    capacity: words.capacity[by.capacity],
    "on behalf of": null,
    kind: words.comment[row.rightOfReply ? "right-of-reply" : row.commentKind],
    position: null,
    was: null,
    "proposed wording": null,
    "reply to": row.replyTo,
  };
}

/** An alignment names whose position at which revision it is with; "reply to" is that position's entry. */
function declarationRow(
  paper: Paper,
  row: DeclarationRow,
  on: { paragraph: string; idea?: string; quote?: string },
): Row {
  const { words, compilation } = paper;
  const { by } = row;
  const author = compilation.delegations.find(({ key }) => key === by.delegation);
  const whom = row.with && `${nameOf(paper, row.with.author)} (rev. ${row.with.rev})`;
  return {
    paragraph: on.paragraph,
    idea: on.idea ?? null,
    "quoted text": on.quote ?? null,
    delegation: by.delegation && nameOf(paper, by.delegation),
    "delegation kind": author === undefined ? null : words.delegationKind[author.kind],
    capacity: words.capacity[by.capacity],
    "on behalf of": null,
    kind: words.declaration[row.kind],
    position: whom,
    was: null,
    statement: row.words,
    "proposed wording": null,
    language: row.lang,
    "text version": null,
    session: null,
    round: null,
    "time (UTC)": row.at,
    status: words.status[row.status],
    corrected: null,
    disposition: null,
    "entry number": row.seq,
    "reply to": row.with?.entry ?? null,
  };
}

/** What positions and comments are told by alike. */
function whenAndHow({ words, compilation }: Paper, row: PositionRow | CommentRow) {
  const round = compilation.rounds.find(({ id }) => id === row.round);
  return {
    statement: row.words,
    language: row.lang,
    "text version": row.textVersion,
    session: round?.session ?? null,
    round: row.round,
    "time (UTC)": row.at,
    status: words.status[row.status],
    corrected: row.corrected ? words.corrected : null,
    disposition: null,
    "entry number": row.seq,
  };
}

/** Figures only where the modalities show them. */
function totals({ compilation, words }: Paper): Cell[][] {
  if (!compilation.totalsShown) return [];
  const { head, notStated, heard, of } = words.totals;
  const rows = compilation.ideas.map(({ idea, stand }) => [
    ...[idea, ...STANCES.map((stance) => stand.members[stance].length)],
    ...[stand.notStated.length, stand.heard, stand.of],
  ]);
  return [[head, ...STANCES.map((stance) => words.stance[stance]), notStated, heard, of], ...rows, []];
}

function legend({ compilation, words }: Paper): Cell[][] {
  const { symbol, title, textVersion, lang, textHash, asOf } = compilation;
  return [
    ...noticesOf(compilation, words).map((notice) => [notice]),
    [words.legend.report, symbol, title],
    [words.legend.text, words.textVersion(textVersion, lang), textHash],
    [words.legend.asOf, asOf.at],
    [words.legend.entry, asOf.seq, asOf.hash],
    [words.legend.filter, words.legend.wholeReport],
    [words.legend.countingRule, words.countingRule],
  ];
}

/** The whole checkpoint in one cell: what a reader copies out to hold the record against it. */
function signed({ words }: Paper, checkpoint: Checkpoint | undefined): Cell[][] {
  return checkpoint === undefined ? [] : [[words.legend.checkpoint, canonicalJson(checkpoint)]];
}

function nameOf({ compilation, lang }: Paper, key: string): string {
  const names = compilation.delegations.find((one) => one.key === key)?.names;
  return names?.[lang] ?? names?.en ?? key;
}
