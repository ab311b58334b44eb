/** The positions side by side: a function of the record as of one entry, and of nothing else. */
import { allHeld, heldAt } from "./by-seq.ts";
import { type Stand, standingIdeas, standOn, totalsShown } from "./count.ts";
import { dispositionOf, hasMoved } from "./disposition.ts";
import type {
  By,
  CommentKind,
  Modalities,
  Names,
  Original,
  Outcome,
  Passage,
  Stance,
  Target,
} from "./entry.ts";
import type { Day, DelegationKey, Hash, IdeaId, Instant, Lang, ParagraphKey, RoundId, Seq } from "./ids.ts";
import { paragraphOfIdea } from "./ids.ts";
import { membersOf } from "./membership.ts";
import { delegationsApart } from "./participation.ts";
import { brokenIdeas, type SilenceStatus, statusOf } from "./silence.ts";
import {
  type CommentState,
  type Correction,
  type Declaration,
  type DelegationKind,
  type DelegationState,
  declaredOn,
  type Late,
  placeOf,
  placeOfStatement,
  type Revision,
  revisionOfStatement,
  type SilenceState,
  type State,
  type StatementState,
  type UnattributedWords,
} from "./state.ts";
import { summaryRows } from "./summary.ts";
import { allUnattributed, type Figures, figuresOn, unattributedOn } from "./unattributed.ts";

export type Status = "stands" | "superseded" | "withdrawn";
/** [T7] Of what the secretariat entered: `unconfirmed` until the delegation says that it is its own. */
export type StatementStatus = Exclude<Status, "superseded"> | "unconfirmed" | "annulled";

/** What became of the words of a row, as of the compilation. */
export interface DispositionRow {
  seq: Seq;
  at: Instant;
  version: number;
  outcome: Outcome;
  where: string | null;
  reason: string | null;
  lang: Lang;
  /** Given to words that were corrected, superseded or withdrawn since. */
  toEarlierVersion: boolean;
  reply: { seq: Seq; says: "agrees" | "contests"; words: string | null; lang: Lang } | null;
}

export interface PositionRow {
  delegation: DelegationKey;
  kind: DelegationKind;
  seq: Seq;
  rev: number;
  at: Instant;
  stance: Stance;
  /** Stance of the revision before this one, null for the first. */
  was: Stance | null;
  /** As last corrected. */
  words: string | null;
  lang: Lang;
  wording: string | null;
  textVersion: number;
  round: RoundId;
  by: By;
  onBehalfOf: DelegationKey | null;
  /** The entry of the statement it was taken from. */
  statement: Seq | null;
  status: Status;
  /** Missing unless it was received after the deadline. */
  late?: Late;
  corrected: boolean;
  disposition: DispositionRow | null;
}

export interface CommentRow {
  seq: Seq;
  at: Instant;
  by: By;
  target: Target;
  /** A facilitator's summary stands among the comments, by its own name. */
  commentKind: CommentKind | "summary";
  /** As last corrected; null once withdrawn. */
  words: string | null;
  lang: Lang;
  textVersion: number;
  round: RoundId;
  replyTo: Seq | null;
  rightOfReply: boolean;
  status: Status;
  /** As of a position. */
  late?: Late;
  corrected: boolean;
  disposition: DispositionRow | null;
}

export interface StatementNamed {
  entry: Seq;
  author: DelegationKey;
  rev: number;
  /** Of an alignment: the passages excepted. */
  except: string[];
  /** Of a dissociation from one passage. */
  passage: string | null;
}

export interface DeclarationRow {
  kind: Declaration["kind"];
  seq: Seq;
  at: Instant;
  by: By;
  /** The position it names: whose, at which revision, in which entry; null for a dissociation. */
  with: Declaration["with"];
  /** The statement it names: whose, at which revision, and its passages by what they speak to. */
  statement?: StatementNamed;
  words: string | null;
  lang: Lang | null;
  status: Status;
}

/** What a delegation said of taking part in the exercise; what it said last stands until it takes part again. */
export interface ParticipationRow {
  seq: Seq;
  at: Instant;
  by: By;
  takesPart: boolean;
  words: string | null;
  lang: Lang | null;
  status: Exclude<Status, "withdrawn">;
}

export interface StatementRow {
  seq: Seq;
  at: Instant;
  by: By;
  /** In whose name: the delegation, or a group. */
  delegation: DelegationKey;
  manner: StatementState["manner"];
  date: Day;
  /** Null once withdrawn or annulled. */
  words: string | null;
  lang: Lang;
  textVersion: number;
  round: RoundId;
  original: Original | null;
  /** In the order they were linked; `words` is null with the statement's. */
  passages: { target: Passage["target"]; paragraph: ParagraphKey; words: string | null }[];
  /** How often it was corrected. */
  corrected: number;
  /** Who aligned with it, or dissociated from it, in the order it was declared. */
  declarations: DeclarationRow[];
  /** Entered by the secretariat, be it confirmed or not. */
  received: boolean;
  status: StatementStatus;
  /** As of a position. */
  late?: Late;
}

/** Its names and standing as of the compilation, and what they were before. */
export type DelegationRow = Pick<
  DelegationState,
  "key" | "kind" | "names" | "formerly" | "standings" | "succeeded"
>;

/** [Q6] Words of a round without attribution: by nobody, at no time, in no language that is told. */
export interface UnattributedRow {
  seq: Seq;
  round: RoundId;
  textVersion: number;
  target: Target;
  /** Of a position; null for a comment. */
  stance: Stance | null;
  commentKind: CommentKind | null;
  /** Null once withdrawn. */
  words: string | null;
  wording: string | null;
  replyTo: Seq | null;
  status: Status;
  disposition: DispositionRow | null;
}

/** A silence procedure with what was said in it, and where it stood as of the entry. */
export type SilenceRow = SilenceState & { status: SilenceStatus; broken: IdeaId[] };

export interface IdeaRow {
  idea: IdeaId;
  paragraph: ParagraphKey;
  item: string | null;
  quote: string;
  provisional: boolean;
  stand: Stand;
  /** Every revision: by delegation in the order of names, newest first; older ones carry their status. */
  positions: PositionRow[];
  comments: CommentRow[];
  /** Alignments, associations and dissociations, in the order they were made. */
  declarations: DeclarationRow[];
  /** By the hash of their bodies. Positions that hold no words stand in the figures alone. */
  unattributed: UnattributedRow[];
  /** Of rounds without attribution; none where totals are not shown. */
  unattributedFigures: Figures[];
}

export type WithdrawnIdeaRow = Omit<IdeaRow, "stand"> & {
  withdrawn: { seq: Seq; at: Instant; reason: string };
};

export interface Compilation {
  v: 1;
  symbol: string;
  title: string;
  lang: Lang;
  textVersion: number;
  textHash: Hash;
  demonstration: boolean;
  asOf: { seq: Seq; hash: Hash; at: Instant | null };
  rounds: {
    id: RoundId;
    session: number;
    closesAt: Instant;
    closedAt: Instant | null;
    attribution: Modalities["attribution"];
  }[];
  totalsShown: boolean;
  /** Admitted by then. */
  delegations: DelegationRow[];
  /** [P9] Who did not take part then, observers among them; whatever is chosen of the rest. */
  notTakingPart: DelegationKey[];
  /** [N5] Who belonged to each group then. */
  groups: { key: DelegationKey; members: DelegationKey[] }[];
  ideas: IdeaRow[];
  /** Ideas the secretariat withdrew, with what was said on them. */
  withdrawnIdeas: WithdrawnIdeaRow[];
  /** Comments on the report, on paragraphs and on selected words. */
  comments: CommentRow[];
  /** Without attribution, on the report, on paragraphs and on selected words; by the hash of their bodies. */
  unattributed: UnattributedRow[];
  /** Dissociations from paragraphs. */
  declarations: (DeclarationRow & { paragraph: ParagraphKey })[];
  /** In the order they were entered. They state no position, and no figure holds them. */
  statements: StatementRow[];
  /** In the order it was said. It is no position on any idea. */
  participation: ParticipationRow[];
  /** In the order they were started. They change no position, and no figure holds them. */
  silences: SilenceRow[];
}

/** [K1] @param state the fold of what the paper's readers may see: the public view unless the paper says otherwise. */
export function compile(state: State): Compilation {
  const { item, text, head } = state;
  if (text === null) throw new Error("There is no text to compile positions on.");
  const delegations = Object.values(state.delegations).sort(
    (a, b) => byName(a.names, b.names) || a.seq - b.seq,
  );
  const comments = allHeld(state.comments);
  return {
    v: 1,
    ...{
      symbol: text.symbol,
      title: text.title,
      lang: text.lang,
      textVersion: text.version,
      textHash: text.hash,
    },
    demonstration: item?.demonstration ?? false,
    asOf: { seq: head.seq, hash: head.hash, at: head.at },
    rounds: Object.values(state.rounds).map(({ id, session, closesAt, closedAt, modalities }) => ({
      ...{ id, session, closesAt, closedAt },
      attribution: modalities.attribution,
    })),
    totalsShown: totalsShown(state),
    delegations: delegations.map(({ seq: _, ...row }) => row),
    notTakingPart: delegationsApart(state),
    groups: delegations
      .filter(({ kind }) => kind === "group")
      .map(({ key }) => ({ key, members: head.at === null ? [] : membersOf(state, key, head.at) })),
    ideas: standingIdeas(state).map((id) => ({
      ...saidOn(state, id, delegations, comments),
      stand: standOn(state, id),
    })),
    withdrawnIdeas: Object.values(state.ideas)
      .flatMap(({ id, seq, withdrawn }) => (withdrawn === null ? [] : [{ id, seq, withdrawn }]))
      .sort((a, b) => a.seq - b.seq)
      .map(({ id, withdrawn }) => ({ ...saidOn(state, id, delegations, comments), withdrawn })),
    comments: [
      ...comments.filter((one) => one.target.on !== "idea").map((one) => commentRow(state, one)),
      ...summaryRows(state, ""),
    ],
    unattributed: unattributedRows(
      state,
      allUnattributed(state).filter(({ target }) => target.on !== "idea"),
    ),
    declarations: (text.paragraphs ?? []).flatMap((paragraph) =>
      declarationRows(state, paragraph).map((row) => ({ ...row, paragraph })),
    ),
    statements: allHeld(state.statements)
      .sort((a, b) => a.seq - b.seq)
      .map((one) => statementRow(state, one)),
    participation: participationRows(state),
    silences: Object.values(state.silences)
      .sort((a, b) => a.seq - b.seq)
      .map((one) => ({
        ...one,
        status: statusOf(one, head.at ?? one.startedAt),
        broken: brokenIdeas(one),
      })),
  };
}

function declarationRows(state: State, place: string): DeclarationRow[] {
  const standing = new Set(declaredOn(state, place).map(({ seq }) => seq));
  return (state.declared[place] ?? []).flatMap((number) => {
    const one = heldAt(state.declarations, number);
    if (one === undefined) return [];
    const { kind, seq, at, by, with: named, words, lang, withdrawn } = one;
    const statement = one.statement && statementNamed(state, one.statement);
    const status = withdrawn !== null ? "withdrawn" : standing.has(seq) ? "stands" : "superseded";
    // As of a comment: what was withdrawn is no longer said.
    const said = { words: withdrawn === null ? words : null, lang, status } as const;
    return [{ kind, seq, at, by, with: named, ...(statement && { statement }), ...said }];
  });
}

function statementNamed(
  state: State,
  { entry, as, except, passage }: NonNullable<Declaration["statement"]>,
): StatementNamed | undefined {
  const named = heldAt(state.statements, entry);
  if (named === undefined) return undefined;
  const speaksTo = (index: number) => {
    const target = named.passages[index]?.target;
    return target === undefined ? "" : placeOf(target);
  };
  return {
    ...{ entry, author: named.author, rev: revisionOfStatement(named, as) },
    except: except.map(speaksTo),
    passage: passage === null ? null : speaksTo(passage),
  };
}

function participationRows(state: State): ParticipationRow[] {
  return Object.values(state.participation)
    .flatMap((said) =>
      said
        .filter(({ through }) => through === "declaration")
        .map(({ seq, at, by, takesPart, words, lang }): ParticipationRow => {
          const status = seq === said.at(-1)?.seq ? "stands" : "superseded";
          return { seq, at, by, takesPart, words, lang, status };
        }),
    )
    .sort((a, b) => a.seq - b.seq);
}

function saidOn(
  state: State,
  id: IdeaId,
  delegations: State["delegations"][string][],
  comments: CommentState[],
): Omit<IdeaRow, "stand"> {
  const idea = state.ideas[id];
  if (idea === undefined) throw new Error(`There is no idea ${id}.`);
  return {
    ...{
      idea: id,
      paragraph: idea.paragraph,
      item: idea.item,
      quote: idea.quote,
      provisional: idea.provisional,
    },
    positions: delegations.flatMap(({ key, kind }) => {
      const revisions = state.positions[id]?.[key] ?? [];
      return revisions
        .map((one, index) => ({
          ...positionRow(one, revisions, index, key, kind),
          disposition: dispositionRow(state, one.seq),
        }))
        .reverse();
    }),
    comments: [
      ...comments
        .filter((one) => one.target.on === "idea" && one.target.idea === id)
        .map((one) => commentRow(state, one)),
      ...summaryRows(state, id),
    ],
    declarations: declarationRows(state, id),
    unattributed: unattributedRows(state, unattributedOn(state, id)),
    unattributedFigures: totalsShown(state) ? figuresOn(state, id) : [],
  };
}

/** A stance without words is told in a figure alone: as a row of its own it could be counted. */
function unattributedRows(state: State, all: readonly UnattributedWords[]): UnattributedRow[] {
  return all
    .filter(({ words, wording }) => words !== null || wording !== null)
    .map(({ seq, round, textVersion, target, stance, commentKind, words, wording, replyTo, ...one }) => {
      const { withdrawn, replaced } = one;
      const isTold = withdrawn === null;
      return {
        ...{ seq, round, textVersion, target, stance, commentKind, replyTo },
        ...{ words: isTold ? words : null, wording: isTold ? wording : null },
        status: withdrawn !== null ? "withdrawn" : replaced !== null ? "superseded" : "stands",
        disposition: dispositionRow(state, seq),
      };
    });
}

function positionRow(
  revision: Revision,
  revisions: readonly Revision[],
  index: number,
  delegation: DelegationKey,
  kind: PositionRow["kind"],
): Omit<PositionRow, "disposition"> {
  const { seq, rev, at, stance, wording, textVersion, round, by, onBehalfOf, statement, withdrawn } =
    revision;
  const last = index === revisions.length - 1;
  return {
    ...{ delegation, kind, seq, rev, at, stance, wording, textVersion, round, by, onBehalfOf, statement },
    ...asCorrected(revision.words, revision.lang, revision.corrections),
    was: revisions[index - 1]?.stance ?? null,
    status: withdrawn !== null ? "withdrawn" : last ? "stands" : "superseded",
    ...(revision.late && { late: revision.late }),
  };
}

function commentRow(state: State, comment: CommentState): CommentRow {
  const { seq, at, by, target, commentKind, textVersion, round, replyTo, rightOfReply, withdrawn } = comment;
  const corrected = asCorrected(comment.words, comment.lang, comment.corrections);
  return {
    ...{ seq, at, by, target, commentKind, textVersion, round, replyTo, rightOfReply },
    ...corrected,
    words: withdrawn === null ? corrected.words : null,
    status: withdrawn === null ? "stands" : "withdrawn",
    ...(comment.late && { late: comment.late }),
    disposition: dispositionRow(state, seq),
  };
}

function statementRow(state: State, statement: StatementState): StatementRow {
  const { seq, at, by, author, manner, date, lang, textVersion, round, original, passages } = statement;
  const { withdrawn, annulled, received } = statement;
  const words = withdrawn === null && annulled === null ? statement.words : null;
  return {
    ...{ seq, at, by, delegation: author, manner, date, words, lang, textVersion, round, original },
    passages: passages.map(({ start, end, target }) => ({
      target,
      paragraph: target.on === "idea" ? paragraphOfIdea(target.idea) : target.paragraph,
      words: words?.slice(start, end) ?? null,
    })),
    corrected: statement.corrections.length,
    declarations: declarationRows(state, placeOfStatement(seq)),
    received: received !== null,
    status:
      annulled !== null
        ? "annulled"
        : withdrawn !== null
          ? "withdrawn"
          : received?.confirmed === null
            ? "unconfirmed"
            : "stands",
    ...(statement.late && { late: statement.late }),
  };
}

function dispositionRow(state: State, entry: Seq): DispositionRow | null {
  const given = dispositionOf(state, entry);
  if (given === null) return null;
  const { seq, at, version, outcome, where, reason, lang, as, reply } = given;
  return {
    ...{ seq, at, version, outcome, where, reason, lang },
    toEarlierVersion: hasMoved(state, entry, as),
    reply: reply && { seq: reply.seq, says: reply.says, words: reply.words, lang: reply.lang },
  };
}

/** The words that stand after the corrections their author made; the first ones stay in the history. */
export function asCorrected<W extends string | null>(
  words: W,
  lang: Lang,
  corrections: readonly Correction[],
): { words: W | string; lang: Lang; corrected: boolean } {
  const last = corrections.at(-1);
  return last === undefined
    ? { words, lang, corrected: false }
    : { words: last.words, lang: last.lang, corrected: true };
}

/** By the English name, code unit by code unit: an order that no machine's locale changes. */
function byName(a: Names, b: Names): number {
  const [one, other] = [a.en ?? "", b.en ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}
