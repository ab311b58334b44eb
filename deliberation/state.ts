/**
 * What the record amounts to as of an entry. Plain JSON, so that a page can carry it to a browser
 * which then folds on from there.
 */
import { type BySeq, heldAt } from "./by-seq.ts";
import type {
  Audience,
  By,
  Capacity,
  CommentKind,
  LateBody,
  Modalities,
  Names,
  Objectors,
  Original,
  Outcome,
  Passage,
  Salt,
  Stance,
  StatementTarget,
  Target,
} from "./entry.ts";
import {
  type Day,
  type DelegationKey,
  GENESIS,
  type Hash,
  type IdeaId,
  type Instant,
  type Lang,
  type ParagraphKey,
  type RoundId,
  type Seq,
} from "./ids.ts";

export interface Head {
  seq: Seq;
  hash: Hash;
  at: Instant | null;
}

export interface DelegationState {
  key: DelegationKey;
  kind: DelegationKind;
  names: Names;
  /** Entry that admitted it. */
  seq: Seq;
  /** Names it had before, oldest first; missing when there were none. */
  formerly?: { names: Names; until: Instant }[];
  /** [D8] How its standing changed, oldest first; missing when it did not. */
  standings?: StandingStep[];
  /** [D9] Who came after it, in the order recorded; missing when nobody did. */
  succeeded?: Succession[];
}

/** As of the record: `former` has no standing any more. */
export type DelegationKind = "member" | "observer" | "group" | "former";

export interface StandingStep {
  kind: Exclude<DelegationKind, "group">;
  was: Exclude<DelegationKind, "group">;
  /** When it was recorded: from then on it holds. */
  at: Instant;
  /** The day the document names. */
  since: Day;
  citation: string;
  seq: Seq;
}

export interface Succession {
  by: DelegationKey;
  manner: "continued" | "succeeded";
  since: Day;
  citation: string;
  at: Instant;
  seq: Seq;
}

export interface Membership {
  delegation: DelegationKey;
  from: Instant;
  until: Instant | null;
}

export interface IdeaState {
  id: IdeaId;
  paragraph: ParagraphKey;
  item: string | null;
  quote: string;
  provisional: boolean;
  seq: Seq;
  withdrawn: { seq: Seq; at: Instant; reason: string } | null;
}

export interface RoundState {
  id: RoundId;
  session: number;
  openedAt: Instant;
  closesAt: Instant;
  closedAt: Instant | null;
  modalities: Modalities;
  /** What was decided about it, oldest first: plans, its opening, and what came after. */
  course: RoundStep[];
}

/** A round that is announced and not opened yet. */
export interface RoundPlan {
  id: RoundId;
  session: number;
  opensAt: Instant;
  closesAt: Instant;
  /** Its plans, the one that stands last. */
  course: RoundStep[];
}

export interface RoundStep {
  kind: "planned" | "opened" | "extended" | "closed" | "reopened";
  seq: Seq;
  at: Instant;
  by: Capacity;
  /** The deadline as it stood from then on. */
  closesAt: Instant;
  reason: { words: string; lang: Lang } | null;
}

/** Of words that came after the round had closed and were admitted: the entry they were sealed in, and its time. */
export interface Late {
  entry: Seq;
  at: Instant;
}

/** Late words as those read them to whom they are sealed. */
export interface LateWords {
  seq: Seq;
  at: Instant;
  audience: Audience;
  body: LateBody;
  salt: Salt;
  withdrawn: { seq: Seq; at: Instant; reason: string | null } | null;
  admitted: { seq: Seq; at: Instant } | null;
}

export interface Correction {
  seq: Seq;
  at: Instant;
  words: string;
  lang: Lang;
  reason: string;
}

/** One revision of a delegation's position on an idea; the last one counts unless withdrawn. */
export interface Revision {
  seq: Seq;
  /** 1, 2, … within this delegation and idea. */
  rev: number;
  at: Instant;
  stance: Stance;
  words: string | null;
  wording: string | null;
  lang: Lang;
  textVersion: number;
  round: RoundId;
  onBehalfOf: DelegationKey | null;
  /** The entry of the statement it was taken from. */
  statement: Seq | null;
  by: By;
  /** Missing unless it was received after the deadline. */
  late?: Late;
  withdrawn: { seq: Seq; at: Instant; reason: string | null } | null;
  corrections: Correction[];
}

export interface CommentState {
  seq: Seq;
  at: Instant;
  audience: Audience;
  by: By;
  target: Target;
  commentKind: CommentKind;
  words: string;
  lang: Lang;
  textVersion: number;
  round: RoundId;
  replyTo: Seq | null;
  /** Said in exercise of the right of reply, to the entry it replies to. */
  rightOfReply: boolean;
  /** As of a revision. */
  late?: Late;
  /** A withdrawn comment keeps its place and its replies; its words stay in history only. */
  withdrawn: { seq: Seq; at: Instant; reason: string | null } | null;
  corrections: Correction[];
}

/**
 * [Q1] [Q4] A position or comment of a round without attribution: apart from all that bears a name, and nobody's to
 * everybody but its own delegation.
 */
export interface UnattributedWords {
  seq: Seq;
  at: Instant;
  audience: Audience;
  round: RoundId;
  textVersion: number;
  /** What it is listed by: the hash of its salted body, into which nothing of its author enters. */
  order: Hash;
  target: Target;
  /** Of a position; null for a comment. */
  stance: Stance | null;
  /** Of a comment; null for a position. */
  commentKind: CommentKind | null;
  words: string | null;
  wording: string | null;
  replyTo: Seq | null;
  /** The entry in which its author stated its position anew, in the same round. */
  replaced: Seq | null;
  withdrawn: { seq: Seq; at: Instant; reason: string | null } | null;
  /** Known to its own delegation and to the judge; null to everybody else. */
  author: DelegationKey | null;
}

/** What a delegation declared of another's position or of a passage; it is none of its own. */
export interface Declaration {
  seq: Seq;
  at: Instant;
  audience: Audience;
  by: By;
  kind: "alignment.declared" | "dissociation.declared" | "wording.associated";
  /** The idea or paragraph it is read with, or the statement (see `placeOf`). */
  place: string;
  /** The position it names, at its revision; null for a statement, and for a dissociation from a passage. */
  with: { entry: Seq; author: DelegationKey; rev: number } | null;
  /** The statement it names, as entry `as` had settled it. */
  statement?: { entry: Seq; as: Seq; except: number[]; passage: number | null };
  words: string | null;
  lang: Lang | null;
  withdrawn: { seq: Seq; at: Instant; reason: string | null } | null;
}

/** What a delegation said of its taking part in the exercise, and by what it takes part again. */
export interface Participation {
  seq: Seq;
  at: Instant;
  audience: Audience;
  by: By;
  takesPart: boolean;
  /** Said as such; or shown by a position it stated or an alignment it declared since. */
  through: "declaration" | "position" | "alignment";
  words: string | null;
  lang: Lang | null;
}

/** One text of a delegation or group; it states no position by itself. */
export interface StatementState {
  seq: Seq;
  at: Instant;
  audience: Audience;
  by: By;
  /** In whose name: the delegation, or a group. */
  author: DelegationKey;
  manner: "delivered" | "written";
  date: Day;
  words: string;
  lang: Lang;
  textVersion: number;
  round: RoundId;
  original: Original | null;
  /** As last corrected, as are words and language. */
  passages: Passage[];
  corrections: Correction[];
  /** Entered by the secretariat on the delegation's behalf: then when the delegation confirmed it, if it did. */
  received: { confirmed: { seq: Seq; at: Instant } | null } | null;
  /** As of a revision. */
  late?: Late;
  withdrawn: { seq: Seq; at: Instant; reason: string | null } | null;
  /** By the secretariat, which had entered it in error. */
  annulled: { seq: Seq; at: Instant; reason: string; lang: Lang } | null;
}

/** What a Member State or a group said of a silence procedure while it ran. */
export interface SilenceWords {
  seq: Seq;
  at: Instant;
  kind: "silence.objected" | "silence.explained";
  /** Whose words they are: the delegation's, or the group's in whose name it spoke. */
  delegation: DelegationKey;
  by: By;
  words: string;
  lang: Lang;
  /** The ideas an objection is to; null for all of them, and for an explanation. */
  ideas: IdeaId[] | null;
  /** Of an objection that was received elsewhere and entered: when, and how. */
  received: { at: Instant; means: "note" | "room" } | null;
  /** [Z14] Of an objection that was entered in error: when and why it was annulled. */
  annulled: { seq: Seq; at: Instant; reason: string; lang: Lang } | null;
}

/** What became of the words of one entry, as of one version of the answer. */
export interface Disposition {
  /** The entry it was given in. */
  seq: Seq;
  at: Instant;
  by: Capacity;
  audience: Audience;
  /** 1, 2, … of these words. */
  version: number;
  outcome: Outcome;
  where: string | null;
  reason: string | null;
  lang: Lang;
  /** The entry that had last settled the words when they were answered. */
  as: Seq;
  /** All words answered alike, these among them. */
  alike: Seq[];
  /** What the author said of this version; the latest. */
  reply: DispositionReply | null;
}

export interface DispositionReply {
  seq: Seq;
  at: Instant;
  by: By;
  says: "agrees" | "contests";
  words: string | null;
  lang: Lang;
}

/** A wording that stands at its deadline unless a delegation objects. */
export interface SilenceState {
  /** The entry that started it. */
  seq: Seq;
  /** 1, 2, … in the order they were started. */
  number: number;
  startedAt: Instant;
  closesAt: Instant;
  by: Capacity;
  ideas: IdeaId[];
  wording: string;
  lang: Lang;
  /** Why less than the usual time was given. */
  reason: string | null;
  objectors: Objectors;
  /** What becomes of the ideas nobody objected to when others were objected to. */
  others: "continue" | "stop";
  said: SilenceWords[];
  /** Deadlines that moved because the service could not be reached, oldest first. */
  moved: { seq: Seq; at: Instant; from: Instant; down: { from: Instant; until: Instant } }[];
  concluded: { seq: Seq; at: Instant; outcome: SilenceOutcome } | null;
  announced: { seq: Seq; at: Instant; by: Capacity } | null;
  cancelled: { seq: Seq; at: Instant; by: Capacity; reason: string; lang: Lang } | null;
}

/** What a facilitator wrote of what was said; one version of it. */
export interface SummaryState {
  seq: Seq;
  at: Instant;
  by: By;
  target: Extract<Target, { on: "report" | "idea" }>;
  /** 1, 2, … on this place, in this language. */
  version: number;
  words: string;
  lang: Lang;
  textVersion: number;
  round: RoundId;
}
export type SilenceOutcome = "no-objection" | "in-part" | "broken";

/** Who speaks for a group, and in which days. */
export interface Speaking {
  delegation: DelegationKey;
  from: Instant;
  until: Instant | null;
  seq: Seq;
}

export interface State {
  v: 1;
  head: Head;
  item: { session: number; agendaItem: number; title: Names; demonstration: boolean } | null;
  text: {
    symbol: string;
    version: number;
    lang: Lang;
    title: string;
    hash: Hash;
    paragraphs: ParagraphKey[];
  } | null;
  delegations: Record<string, DelegationState>;
  /** Group key → dated members. */
  memberships: Record<string, Membership[]>;
  ideas: Record<string, IdeaState>;
  rounds: Record<string, RoundState>;
  /** Rounds that are planned and not opened. */
  plans: Record<string, RoundPlan>;
  /** Idea id → author (delegation or group key) → revisions, oldest first. */
  positions: Record<string, Record<string, Revision[]>>;
  comments: BySeq<CommentState>;
  /** Place (see `placeOf`) → the comments on it, replies among them, in the order of their numbers. */
  threads: Record<string, Seq[]>;
  /** Place → how many comments were made on it. */
  counts: Record<string, number>;
  /** Entry number → what was declared in it. */
  declarations: BySeq<Declaration>;
  /** Place → the declarations read with it, in the order of their numbers. */
  declared: Record<string, Seq[]>;
  /** Words of rounds without attribution. */
  unattributed: BySeq<UnattributedWords>;
  /** Place → the words of rounds without attribution on it, in the order of their numbers. */
  unattributedOn: Record<string, Seq[]>;
  statements: BySeq<StatementState>;
  /** Place → the statements read with it, in the order of their numbers. */
  linked: Record<string, Seq[]>;
  /** Group → the delegations registered to speak for it, the latest registration of each. */
  speaking: Record<string, Speaking[]>;
  /** Group → from when until when its registered rule binds its members, as last registered. */
  bound: Record<string, { from: Instant; until: Instant | null; seq: Seq }>;
  /** Delegation → what it said of taking part, oldest first; who never said anything takes part. */
  participation: Record<string, Participation[]>;
  /** Silence procedures by the entry that started them. */
  silences: Record<string, SilenceState>;
  /** Place (see `placeOf`) → summaries on it, in the order they were issued. */
  summaries: Record<string, SummaryState[]>;
  /** Entry number of the words → what became of them, the latest version last. */
  dispositions: BySeq<Disposition[]>;
  /** Late words, by the entry they are sealed in: of whoever does not read them there are none. */
  late: BySeq<LateWords>;
  /** Places whose words are all here; null when all are. See carried.ts. */
  opened: string[] | null;
  /** Which idea and author a position entry belongs to, so that withdrawals and corrections find it. */
  positionAt: BySeq<{ idea: IdeaId; author: DelegationKey }>;
}

export function emptyState(): State {
  return {
    v: 1,
    head: { seq: 0 as Seq, hash: GENESIS, at: null },
    item: null,
    text: null,
    delegations: {},
    memberships: {},
    ideas: {},
    rounds: {},
    plans: {},
    positions: {},
    comments: {},
    threads: {},
    declarations: {},
    declared: {},
    unattributed: {},
    unattributedOn: {},
    statements: {},
    linked: {},
    speaking: {},
    bound: {},
    participation: {},
    silences: {},
    summaries: {},
    dispositions: {},
    late: {},
    counts: {},
    opened: null,
    positionAt: {},
  };
}

/** Where words are read: an idea's number, a paragraph's key (selected words are read with theirs), or "" for the report. */
export function placeOf(target: Target | StatementTarget): string {
  if (target.on === "report") return "";
  if (target.on === "statement") return placeOfStatement(target.entry);
  return target.on === "idea" ? target.idea : target.paragraph;
}

/** Where what is declared of a statement is kept: it is read with the statement, on every place of that. */
export function placeOfStatement(entry: number): string {
  return `${OF_STATEMENT}${entry}`;
}

export function isPlaceOfStatement(place: string): boolean {
  return place.startsWith(OF_STATEMENT);
}

const OF_STATEMENT = "statement:";

/** The comments on one place, in the order they were made. */
export function commentsOn(state: State, place: string): CommentState[] {
  return (state.threads[place] ?? []).flatMap((seq) => heldAt(state.comments, seq) ?? []);
}

/** The latest revision, unless it was withdrawn: then nothing stands, and the older one does not return. */
export function standing(revisions: readonly Revision[] | undefined): Revision | null {
  const last = revisions?.at(-1);
  return last === undefined || last.withdrawn !== null ? null : last;
}

/** The round that accepts new words at this moment, by the server's time even if no closing was written yet. */
export function openRound(state: State, at: Instant): RoundState | null {
  return Object.values(state.rounds).find((round) => round.closedAt === null && at < round.closesAt) ?? null;
}

/**
 * The round that goes on, else the one opened last. Not the one with the highest number: rounds may be opened in any
 * order of their numbers (O4), and it is by the round that words are kept from others.
 */
export function lastOpened(state: State): RoundState | null {
  const byOpening = Object.values(state.rounds).sort(
    (a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt),
  );
  return byOpening.findLast((round) => round.closedAt === null) ?? byOpening.at(-1) ?? null;
}

/** The revision that entry `seq` stated. */
export function positionAt(state: State, seq: number): Revision | undefined {
  const place = heldAt(state.positionAt, seq);
  return place && state.positions[place.idea]?.[place.author]?.find((one) => one.seq === seq);
}

/** The position or comment that entry `seq` made; undefined for any other entry. */
export function wordsAt(state: State, seq: number): Revision | CommentState | undefined {
  return heldAt(state.comments, seq) ?? positionAt(state, seq);
}

/**
 * What was declared on a place and stands: the latest of each kind, of one delegation. One aligns with one position at
 * a time; one associates with the wordings of several authors.
 */
export function declaredOn(state: State, place: string): Declaration[] {
  const latest = new Map<string, Declaration>();
  for (const seq of state.declared[place] ?? []) {
    const one = heldAt(state.declarations, seq);
    if (one === undefined) continue;
    const author =
      one.kind === "alignment.declared" ? "" : (one.with?.author ?? one.statement?.passage ?? "");
    latest.set(`${one.kind} ${one.by.delegation} ${author}`, one);
  }
  // [A5] As of a position: once the latest is withdrawn none stands, and the older one does not return.
  const standing = [...latest.values()].filter(({ withdrawn }) => withdrawn === null);
  return standing.filter((one) => !isOvertaken(one, standing)).sort((a, b) => a.seq - b.seq);
}

/** [A6] Of an alignment with somebody's position and a dissociation from it, the later stands. */
function isOvertaken(one: Declaration, all: readonly Declaration[]): boolean {
  if (one.statement !== undefined) return isOvertakenOnStatement(one, all);
  if (one.with === null || one.kind === "wording.associated") return false;
  return all.some(
    ({ seq, kind, by, with: named }) =>
      seq > one.seq &&
      kind !== one.kind &&
      kind !== "wording.associated" &&
      by.delegation === one.by.delegation &&
      named?.author === one.with?.author,
  );
}

/** [A9] Of an alignment with a statement and a dissociation from the whole of it, the later stands. */
function isOvertakenOnStatement(one: Declaration, all: readonly Declaration[]): boolean {
  const isWhole = ({ statement }: Declaration) => (statement?.passage ?? null) === null;
  return all.some(
    (other) =>
      other.seq > one.seq &&
      other.kind !== one.kind &&
      other.by.delegation === one.by.delegation &&
      isWhole(other) &&
      isWhole(one),
  );
}

/** What was declared of a statement and stands. */
export function declaredOfStatement(state: State, entry: number): Declaration[] {
  return declaredOn(state, placeOfStatement(entry));
}

/** [T3] The places a statement is read with: those of its passages, else the report as a whole. */
export function placesOfStatement({ passages }: Pick<StatementState, "passages">): string[] {
  const places = new Set(passages.map(({ target }) => placeOf(target)));
  return places.size === 0 ? [""] : [...places];
}

/** The statements read with a place, in the order of their numbers; withdrawn and annulled ones among them. */
export function statementsOn(state: State, place: string): StatementState[] {
  return (state.linked[place] ?? []).flatMap((seq) => heldAt(state.statements, seq) ?? []);
}

/** [T7] Whether a statement counts as the delegation's: it stands, and was confirmed if the secretariat entered it. */
export function isStanding({ withdrawn, annulled, received }: StatementState): boolean {
  return withdrawn === null && annulled === null && received?.confirmed !== null;
}

/** [T7] Entered for a delegation that has not said yet that it is its own. */
export function isUnconfirmed({ withdrawn, annulled, received }: StatementState): boolean {
  return received !== null && received.confirmed === null && withdrawn === null && annulled === null;
}

/** How long after a round's end a right of reply may still be exercised. */
const REPLY_HOURS = 24;

/** The round a right of reply belongs to at this moment: the open one, or one that ended a short while ago. */
export function roundForReply(state: State, at: Instant): RoundState | null {
  const open = openRound(state, at);
  if (open !== null) return open;
  const ended = Object.values(state.rounds).filter(
    ({ closedAt, closesAt }) => Date.parse(at) - Date.parse(closedAt ?? closesAt) < REPLY_HOURS * 3_600_000,
  );
  return ended.sort((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt)).at(-1) ?? null;
}

/** Whose statement it is: the delegation or group in whose name it was made, and the delegation that spoke. */
export function isStatementOf(state: State, seq: number, delegation: DelegationKey): boolean {
  const statement = heldAt(state.statements, seq);
  return (
    statement !== undefined &&
    !isUnconfirmed(statement) &&
    (statement.author === delegation || statement.by.delegation === delegation)
  );
}

/** The entry that last settled a statement's words. */
export function settledStatement({ seq, corrections }: Pick<StatementState, "seq" | "corrections">): Seq {
  return corrections.at(-1)?.seq ?? seq;
}

/** 1 as it was made, and one more with every correction; of entry `as`. */
export function revisionOfStatement(
  { seq, corrections }: Pick<StatementState, "seq" | "corrections">,
  as: number,
): number {
  return [seq, ...corrections.map((one) => one.seq)].indexOf(as as Seq) + 1;
}

/** The place a position or comment is read with, be it attributed or not; the first one of a statement; null for any other entry. */
export function placeOfEntry(state: State, seq: number): string | null {
  const comment = heldAt(state.comments, seq);
  if (comment !== undefined) return placeOf(comment.target);
  const unnamed = heldAt(state.unattributed, seq);
  if (unnamed !== undefined) return placeOf(unnamed.target);
  const statement = heldAt(state.statements, seq);
  return statement === undefined
    ? (heldAt(state.positionAt, seq)?.idea ?? null)
    : (placesOfStatement(statement)[0] ?? null);
}
