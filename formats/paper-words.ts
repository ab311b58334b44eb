/** Words that papers carry, in the language of the paper. */
import type { Part } from "#deliberation/choice";
import type { DeclarationRow, Status } from "#deliberation/compile";
import type { Capacity, CommentKind, Outcome, Stance } from "#deliberation/entry";
import type { SilenceStatus } from "#deliberation/silence";
import type { DelegationKind } from "#deliberation/state";
import { ar } from "./words/ar.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { ru } from "./words/ru.ts";
import { zh } from "./words/zh.ts";

export const PAPER_LANGS = ["ar", "zh", "en", "fr", "ru", "es"] as const;
export type PaperLang = (typeof PAPER_LANGS)[number];

/** The row minimum of every paper of positions and comments, in this order. */
export const COLUMNS = [
  "paragraph",
  "idea",
  "quoted text",
  "delegation",
  "delegation kind",
  "capacity",
  "on behalf of",
  "kind",
  "position",
  "was",
  "statement",
  "proposed wording",
  "language",
  "text version",
  "session",
  "round",
  "time (UTC)",
  "status",
  "corrected",
  "late",
  "disposition",
  "entry number",
  "reply to",
] as const;
export type Column = (typeof COLUMNS)[number];

export interface PaperWords {
  /** What the paper is. */
  title: string;
  considers: (symbol: string) => string;
  contents: string;
  /** Headings inside the paper. */
  part: Record<
    | "positions"
    | "wordings"
    | "statements"
    | "statementPassages"
    | "wholeStatements"
    | "comments"
    | "declarations"
    | "wholeReport"
    | "withdrawnIdeas"
    | "legend"
    | "matrix",
    string
  >;
  /** A sheet's name has at most 31 characters. */
  sheetOfDeclarations: string;
  idea: (id: string) => string;
  paragraph: (number: string) => string;
  noPosition: string;
  /** What goes before the name of the position's author that others aligned with. */
  alignedWith: (name: string, rev: number) => string;
  associatedWith: (name: string, rev: number) => string;
  dissociatedFrom: (name: string, rev: number) => string;
  /** Of a statement: whose, at which of its revisions. */
  alignedWithStatement: (name: string, rev: number) => string;
  dissociatedFromStatement: (name: string, rev: number) => string;
  exceptPassages: (list: string) => string;
  onPassage: (place: string) => string;
  throughGroup: (group: string) => string;
  rev: (number: number) => string;
  entry: (number: number) => string;
  inReplyTo: (number: number) => string;
  was: (stance: string) => string;
  onBehalfOf: (name: string) => string;
  /** How many members a group had then. */
  members: (count: number) => string;
  /** Names the list of a group's members at a time. */
  membersOf: (group: string, time: string) => string;
  /** What the letters in the matrix mean stands in the legend. */
  letter: Record<Stance | "none" | "not-taking-part", string>;
  mark: Record<"aligned" | "wording" | "through" | "late", string>;
  /** What was chosen of the record, in words. */
  chosen: {
    section: (heading: string) => string;
    ideas: (list: string) => string;
    delegation: (name: string) => string;
    round: (number: string) => string;
    standing: string;
    /** Names the kinds that are left out. */
    without: (list: string) => string;
    part: Record<Part, string>;
    lists: string;
  };
  /** Which Member States are behind each number. */
  behind: { title: string; figure: string; number: string; names: string };
  notADocument: string;
  withoutPrejudice: string;
  demonstration: string;
  provisional: string;
  countingRule: string;
  column: Record<Column, string>;
  position: string;
  /** A text of a delegation, and how it came about: `2026-11-20` is a day. */
  statement: {
    kind: string;
    delivered: (day: string) => string;
    written: (day: string) => string;
    received: string;
    status: Record<"unconfirmed" | "annulled", string>;
    original: (name: string, hash: string) => string;
  };
  silence: {
    title: string;
    heading: (number: number) => string;
    status: Record<SilenceStatus, string>;
    on: (ideas: string, until: string) => string;
    broken: (ideas: string) => string;
    annulled: (time: string) => string;
    said: Record<"silence.objected" | "silence.explained", string>;
    received: Record<"note" | "room", (time: string) => string>;
  };
  corrected: string;
  /** [Q6] Of rounds without attribution: in place of a name, what was decided, and a figure that is not told. */
  unattributed: { mark: string; decided: (round: string) => string; fewer: (than: number) => string };
  /** [G6] Of words that came after their round had closed and were admitted. */
  late: string;
  /** What became of words. */
  dispositions: {
    head: string;
    /** The sheet of its own, and what its columns are called beyond those of every paper of rows. */
    sheet: string;
    column: Record<
      "where" | "reason" | "version" | "given" | "entry" | "earlier" | "author" | "answer",
      string
    >;
    outcome: Record<Outcome, string>;
    at: (outcome: string, where: string) => string;
    version: (number: number) => string;
    earlier: string;
    agrees: string;
    contests: string;
  };
  stance: Record<Stance, string>;
  comment: Record<CommentKind | "right-of-reply" | "summary", string>;
  declaration: Record<DeclarationRow["kind"], string>;
  delegationKind: Record<DelegationKind, string>;
  /** How names and standing of delegations changed; days are written `2026-11-20`. */
  standing: {
    head: string;
    named: (name: string, then: string, until: string) => string;
    /** Beside the name a delegation has now: the one it had when it spoke. */
    formerName: (name: string) => string;
    is: (name: string, kind: string, since: string, citation: string) => string;
    continued: (name: string, by: string, since: string, citation: string) => string;
    succeeded: (name: string, by: string, since: string, citation: string) => string;
  };
  capacity: Record<Capacity, string>;
  status: Record<Status | "idea-withdrawn", string>;
  totals: { head: string; notStated: string; notTakingPart: string; heard: string; of: string };
  /** What a delegation says of its taking part in the exercise as a whole. */
  participation: { title: string; out: string; again: string };
  legend: Record<
    | "report"
    | "text"
    | "asOf"
    | "rounds"
    | "entry"
    | "checkpoint"
    | "filter"
    | "wholeReport"
    | "countingRule",
    string
  >;
  textVersion: (version: number, lang: string) => string;
  /** "Session 63, round 2" with its end. */
  round: (session: number, number: string, until: string) => string;
}

export const PAPER_WORDS: Record<PaperLang, PaperWords> = { ar, zh, en, fr, ru, es };
