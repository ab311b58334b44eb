/** What was said, one row an item, with the least that every paper of rows holds. */
import type {
  CommentRow,
  DeclarationRow,
  IdeaRow,
  ParticipationRow,
  PositionRow,
  SilenceRow,
  StatementRow,
} from "#deliberation/compile";
import { type IdeaId, paragraphOfIdea } from "#deliberation/ids";
import type { Late } from "#deliberation/state";
import type { Cell } from "./csv.ts";
import { dispositionLine } from "./dispositions.ts";
import { nameOf, type Paper } from "./paper.ts";
import type { Column } from "./paper-words.ts";
import { silenceSaid, silenceSaidStatus } from "./silences.ts";
import { factsInItself, statementDeclared, statementStatus } from "./statements.ts";
import { unattributedRow } from "./unattributed.ts";

export type Row = Record<Column, Cell>;
type IdeaSaid = Omit<IdeaRow, "stand">;

/** On ideas in the order of the text, then on withdrawn ones, then on everything else. */
export function itemsOf(paper: Paper): Row[] {
  const { ideas, withdrawnIdeas, comments, declarations, unattributed } = paper.compilation;
  const { statements, silences, participation } = paper.compilation;
  const { status } = paper.words;
  const onIdea = (idea: IdeaSaid) => [
    ...idea.positions.map((one) => positionRow(paper, one, idea)),
    ...idea.comments.map((one) => commentRow(paper, one, idea)),
    ...idea.declarations.map((one) => declarationRow(paper, one, idea)),
    ...idea.unattributed.map((one) => unattributedRow(paper, one, idea)),
  ];
  // A position that stands on an idea that does not is marked, else it would read as if it counted.
  const marked = (row: Row) =>
    row.status === status.stands ? { ...row, status: status["idea-withdrawn"] } : row;
  return [
    ...ideas.flatMap(onIdea),
    ...withdrawnIdeas.flatMap(onIdea).map(marked),
    ...comments.map((one) => commentRow(paper, one, null)),
    ...declarations.map((one) => declarationRow(paper, one, one)),
    ...unattributed.map((one) => unattributedRow(paper, one, null)),
    ...statements.flatMap((one) => [
      statementRow(paper, one),
      ...one.declarations.map((row) => declarationRow(paper, row, { paragraph: null })),
    ]),
    ...participation.map((one) => participationRow(paper, one)),
    ...silences.flatMap((one) => silenceRows(paper, one)),
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
  on: { paragraph: string | null; idea?: string; quote?: string },
): Row {
  const { words, compilation } = paper;
  const { by } = row;
  const author = compilation.delegations.find(({ key }) => key === by.delegation);
  const whom =
    row.statement === undefined
      ? row.with && `${nameOf(paper, row.with.author)} (rev. ${row.with.rev})`
      : statementDeclared(paper, row);
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
    late: null,
    disposition: null,
    "entry number": row.seq,
    "reply to": row.with?.entry ?? row.statement?.entry ?? null,
  };
}

/** One row a statement, however many passages it speaks to. */
function statementRow(paper: Paper, row: StatementRow): Row {
  const { words, compilation } = paper;
  const { passages, by, delegation } = row;
  const author = compilation.delegations.find(({ key }) => key === delegation);
  const forGroup = by.capacity === "on-behalf-of-group";
  const listed = (all: readonly string[]) => (all.length === 0 ? null : [...new Set(all)].join(", "));
  return {
    ...whenAndHow(paper, { ...row, status: "stands", corrected: row.corrected > 0 }),
    paragraph: listed(passages.map(({ paragraph }) => paragraph)),
    idea: listed(passages.flatMap(({ target }) => (target.on === "idea" ? [target.idea] : []))),
    "quoted text": null,
    delegation: nameOf(paper, delegation),
    "delegation kind": author === undefined ? null : words.delegationKind[author.kind],
    capacity: row.received ? words.statement.received : words.capacity[by.capacity],
    "on behalf of": forGroup ? nameOf(paper, delegation) : null,
    kind: [words.statement.kind, ...factsInItself(paper, row)].join(" · "),
    position: null,
    was: null,
    "proposed wording": null,
    status: statementStatus(words, row.status),
    "reply to": null,
  };
}

/** On no passage: it is of the delegation as a whole. */
function participationRow(paper: Paper, { by, ...row }: ParticipationRow): Row {
  const { words, compilation } = paper;
  const author = compilation.delegations.find(({ key }) => key === by.delegation);
  const nothing = { position: null, was: null, "proposed wording": null, corrected: null, disposition: null };
  return {
    ...{ paragraph: null, idea: null, "quoted text": null, ...nothing },
    delegation: by.delegation && nameOf(paper, by.delegation),
    "delegation kind": author === undefined ? null : words.delegationKind[author.kind],
    capacity: words.capacity[by.capacity],
    "on behalf of": null,
    kind: row.takesPart ? words.participation.again : words.participation.out,
    statement: row.words,
    language: row.lang,
    ...{ "text version": null, session: null, round: null },
    "time (UTC)": row.at,
    status: words.status[row.status],
    late: null,
    "entry number": row.seq,
    "reply to": null,
  };
}

/** The wording under silence with its outcome, then each objection and explanation of position. */
function silenceRows(paper: Paper, silence: SilenceRow): Row[] {
  const { words, compilation } = paper;
  const { heading, status } = words.silence;
  const nothing = {
    "text version": null,
    session: null,
    round: null,
    corrected: null,
    late: null,
    disposition: null,
  };
  const place = (ideas: readonly IdeaId[]) => ({
    paragraph: [...new Set(ideas.map(paragraphOfIdea))].join(", "),
    idea: ideas.join(", "),
    "quoted text": null,
    was: null,
  });
  return [
    {
      ...place(silence.ideas),
      ...nothing,
      ...{ delegation: null, "delegation kind": null, "on behalf of": null, position: null, statement: null },
      capacity: words.capacity[silence.by],
      kind: heading(silence.number),
      "proposed wording": silence.wording,
      language: silence.lang,
      "time (UTC)": silence.startedAt,
      status: status[silence.status],
      "entry number": silence.seq,
      "reply to": null,
    },
    ...silence.said.map((one): Row => {
      const author = compilation.delegations.find(({ key }) => key === one.delegation);
      return {
        ...place(one.ideas ?? silence.ideas),
        ...nothing,
        delegation: nameOf(paper, one.delegation),
        "delegation kind": author === undefined ? null : words.delegationKind[author.kind],
        capacity: words.capacity[one.by.capacity],
        "on behalf of": one.by.capacity === "on-behalf-of-group" ? nameOf(paper, one.delegation) : null,
        kind: silenceSaid(paper, one),
        position: null,
        statement: one.words,
        "proposed wording": null,
        language: one.lang,
        "time (UTC)": one.at,
        status: silenceSaidStatus(paper, one),
        "entry number": one.seq,
        "reply to": silence.seq,
      };
    }),
  ];
}

/** What positions and comments are told by alike. */
function whenAndHow(
  paper: Paper,
  row: Pick<
    CommentRow,
    "words" | "lang" | "textVersion" | "round" | "at" | "status" | "corrected" | "seq"
  > & {
    disposition?: CommentRow["disposition"];
    late?: Late;
  },
) {
  const { words, compilation } = paper;
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
    late: row.late === undefined ? null : words.late,
    disposition: dispositionLine(paper, row.disposition ?? null),
    "entry number": row.seq,
  };
}
