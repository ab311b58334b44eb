/** Answers that came back in a table: which are new, and which meet words that are no longer as they were. Rules J of SPEC.md. */

import { heldAt } from "./by-seq.ts";
import { asCorrected } from "./compile.ts";
import { answeredAt, takesDisposition } from "./disposition.ts";
import { type Queued, queueOf } from "./disposition-queue.ts";
import type { Outcome } from "./entry.ts";
import type { DelegationKey, Lang, Seq } from "./ids.ts";
import type { RefusalCode } from "./refusal.ts";
import { placeOfEntry, type State } from "./state.ts";

export const VERDICTS = [
  "new",
  "unchanged",
  /** What stood there was taken out: the record keeps it. */
  "emptied",
  "not-understood",
  /** The words were superseded, corrected or withdrawn since. */
  "words-moved",
  /** They were answered since, and otherwise. */
  "answered-since",
  /** A position without a wording, or silence: there is nothing that a disposition answers. */
  "takes-none",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface AnswerRead {
  outcome: Outcome;
  where: string | null;
  reason: string | null;
  lang: Lang;
}

export interface BroughtAnswer {
  entry: Seq;
  /** What stands in the cell. */
  said: string;
  answer: AnswerRead | null;
  isUnchanged: boolean;
}

export interface Judged {
  verdict: Verdict;
  as: Seq;
  place: string;
  author: DelegationKey | null;
  text: string;
  lang: Lang | "und";
  /** What it still needs before it can be published. */
  lacks: RefusalCode | null;
}

/** What was read of one entry in a table that came back. */
export interface FilledAnswer extends Judged {
  cell: string;
  entry: Seq;
  /** What stands in the cell. */
  said: string;
  answer: AnswerRead | null;
}

export interface FilledTable {
  /** The entry it was handed out as of. */
  asOf: Seq;
  /** Rows of the table, those without an answer among them. */
  rows: number;
  answers: FilledAnswer[];
}

/** [J12] @param state as the facilitators read the record. @param handedOut the entry the table was as of. */
export function judgeOf(state: State, handedOut: Seq): (answer: BroughtAnswer) => Judged {
  const queue = new Map(queueOf(state).map((one) => [one.entry, one]));
  return (brought) => {
    const queued = queue.get(brought.entry);
    const { entry, answer } = brought;
    const { as, place, author, text, lang } = queued ?? { ...wordsOf(state, entry), as: entry };
    const verdict = verdictOn(state, brought, queued, handedOut);
    return { verdict, ...{ as, place, author, text, lang }, lacks: answer === null ? null : lacksOf(answer) };
  };
}

/** Of words that no disposition answers, or no more: to know them again. */
function wordsOf(state: State, entry: Seq): Pick<Judged, "place" | "author" | "text" | "lang"> {
  const words = answeredAt(state, entry);
  if (words === undefined) return { place: "", author: null, text: "", lang: "en" };
  // [Q1] Of nobody, in no language.
  if ("order" in words) {
    const text = words.withdrawn !== null ? "" : (words.wording ?? words.words ?? "");
    return { place: placeOfEntry(state, entry) ?? "", author: null, text, lang: "und" };
  }
  const said = asCorrected(words.words, words.lang, words.corrections);
  const text =
    words.withdrawn !== null ? "" : (("stance" in words ? words.wording : null) ?? said.words ?? "");
  const author = heldAt(state.positionAt, entry)?.author ?? words.by.delegation;
  return { place: placeOfEntry(state, entry) ?? "", author, text, lang: said.lang };
}

function verdictOn(
  state: State,
  { entry, said, answer, isUnchanged }: BroughtAnswer,
  queued: Queued | undefined,
  handedOut: Seq,
): Verdict {
  if (isUnchanged) return "unchanged";
  if (said === "") return "emptied";
  const words = answeredAt(state, entry);
  if (words === undefined || !takesDisposition(words)) return "takes-none";
  if (queued === undefined || queued.as > handedOut) return "words-moved";
  if (answer === null) return "not-understood";
  const { disposition, moved } = queued;
  if (disposition === null || moved) return "new";
  const { outcome, where, reason } = disposition;
  if (outcome === answer.outcome && where === answer.where && reason === answer.reason) return "unchanged";
  return disposition.seq > handedOut ? "answered-since" : "new";
}

function lacksOf({ outcome, where, reason }: AnswerRead): RefusalCode | null {
  if (outcome === "reflected" && where === null) return "place-required";
  return outcome === "not-reflected" && reason === null ? "reason-required" : null;
}
