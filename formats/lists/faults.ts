/** What may be wrong with a list or a row of it; a rule of the record that a row breaks keeps the code of its refusal. */
import { REFUSALS, type RefusalCode } from "#deliberation/refusal";

const SENTENCES = {
  "not-utf8": "The file is not UTF-8: save it as CSV UTF-8.",
  "not-a-list": "The file cannot be read as CSV: a quotation mark is not closed, or text follows one.",
  empty: "The file has no rows.",
  "too-many-rows": "A list has at most 2,000 rows.",
  "column-missing": "This column is missing.",
  "column-unknown": "This column is not known.",
  "column-twice": "This column is there twice.",
  "cell-missing": "This cell must not be empty.",
  "not-a-key": "A key is of lower-case Latin letters, digits and hyphens.",
  "not-a-kind": "Write member or observer.",
  "not-a-standing": "Write member, observer or former, or leave it empty.",
  "not-a-day": "Write a day as 2026-11-20.",
  "not-an-address": "This is not an e-mail address.",
  "not-a-function": "Write head, drafter, capital, reader, facilitator, reviewer or administrator.",
  "too-long": "This is too long.",
  "row-twice": "An earlier row of this list is of the same.",
  "kind-differs":
    "The record has another standing: say the new one under standing, since when and by which document.",
  "not-begun": "This has not begun: bring it once it has.",
  "until-first": "The end lies before the beginning.",
} as const;

export type OwnFault = keyof typeof SENTENCES;
export type FaultCode = OwnFault | RefusalCode;

export interface RowFault {
  /** Null where the whole row, or the whole file, is wrong. */
  column: string | null;
  fault: FaultCode;
}

/** In English, for the command line; screens say it in the reader's language. */
export function sentenceOf(fault: FaultCode): string {
  return fault in SENTENCES ? SENTENCES[fault as OwnFault] : REFUSALS[fault as RefusalCode][1];
}
