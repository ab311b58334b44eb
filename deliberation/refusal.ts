/** The closed list of refusals, shared by both ends: a code, an English sentence, an HTTP status. */
export const REFUSALS = {
  "not-signed-in": [401, "Sign in first."],
  "not-permitted": [403, "Your seat does not allow this."],
  "foreign-origin": [403, "The request did not come from this site."],
  "not-found": [404, "There is nothing here that you may read."],
  "unknown-report": [404, "There is no such report."],
  "unknown-idea": [422, "There is no such idea, or it was withdrawn."],
  "unknown-delegation": [422, "There is no such delegation."],
  "unknown-entry": [422, "There is no such entry, or it is not yours."],
  "unknown-target": [422, "What the comment is about does not exist in this text."],
  "unknown-text-version": [422, "This version of the text is not the one under consideration."],
  "not-json": [415, "Send JSON."],
  "not-a-file": [415, "Send the file itself, as application/octet-stream."],
  "too-large": [413, "The request is too large."],
  "file-too-large": [413, "The file is larger than 20 MiB."],
  malformed: [400, "The request is not of the expected form."],
  "no-open-round": [409, "No round is open for new words now."],
  "round-not-open": [409, "This round is not open."],
  "round-not-closed": [409, "This round is not closed."],
  "round-not-planned": [409, "This round is not planned."],
  "later-round-opened": [409, "A later round was opened since."],
  "not-late": [409, "Nothing is said late while a round is open, or before one was."],
  "late-overtaken": [409, "A newer position was stated since these late words."],
  "deadline-not-later": [409, "The new deadline must be later than the one that stands."],
  "already-done": [409, "The record already says so."],
  "already-withdrawn": [409, "This was already withdrawn."],
  "wording-required": [422, "Support with suggested wording needs the suggested wording."],
  "wording-not-expected": [422, "Suggested wording goes with support with suggested wording only."],
  "words-required": [422, "A reservation needs words."],
  "language-not-admitted": [422, "This round does not take words in this language."],
  "day-ahead": [422, "The day that the document names has not come."],
  "standing-ended": [403, "This delegation has no standing in the consideration any more."],
  "no-speaking-right": [403, "Your delegation is not registered to speak for this group."],
  "silence-over": [409, "This silence procedure is over."],
  "silence-reason": [422, "Less than 72 hours of silence needs a reason."],
  "date-ahead": [422, "A statement was delivered or written on a day that has come."],
  "unknown-passage": [422, "A passage does not stand in the text it is of, or stands there twice."],
  "statement-not-submitted": [409, "The statement that this position is taken from was not submitted yet."],
  "file-unreadable": [422, "This file could not be read: bring a Word file (.docx) or plain text."],
  "file-refused": [422, "This file is not read: it is not safe, or takes too much to read."],
  "pack-changed": [422, "The layout of this pack was changed; only its last column is to be filled."],
  "table-changed": [
    422,
    "This table is not as it was handed out; only the Secretariat’s observations are to be filled in.",
  ],
  "not-own-error": [403, "The Secretariat annuls entries of its own only, and none that was confirmed."],
  "members-only": [
    403,
    "Only Member States, and groups where that was fixed, object to a silence procedure or explain in it.",
  ],
  "objectors-fixed": [409, "Who may object was fixed when the round was opened."],
  "not-received-in-time": [422, "Only an objection received while the silence procedure ran is entered."],
  "silence-running": [409, "This silence procedure has not been concluded."],
  "silence-broken": [409, "Silence was broken: there is no agreement to announce."],
  "without-attribution": [
    409,
    "This would name its author in a round without attribution, or of words said in one: it is not taken.",
  ],
  "replies-used-up": [409, "Your delegation has exercised its right of reply twice in this round."],
  "changed-since-read": [409, "These words were changed since; read them again before you answer them."],
  "answer-overtaken": [409, "A newer disposition of these words was given since."],
  "place-required": [422, "What is reflected names where it is reflected."],
  "reason-required": [422, "What is not reflected needs a reason, and so does contesting."],
  "answers-mixed": [422, "What is answered together must be heard by the same readers."],
  "not-cleared": [409, "These words were not cleared."],
  "changed-since-clearance": [409, "The words differ from those that were cleared."],
  "internal-note": [422, "An internal note stays in the delegation: it is neither cleared nor submitted."],
  "id-taken": [409, "This id belongs to another submission."],
  "unknown-person": [422, "There is no such person."],
  "password-short": [422, "A password has at least eight characters."],
  "invitation-used": [410, "This invitation was used."],
  "invitation-expired": [410, "This invitation has expired."],
  "invitation-revoked": [410, "This invitation was taken back."],
  "other-account": [409, "This invitation is for another address than the one signed in."],
  "account-exists": [409, "This address has an account here: sign in with its password."],
  "too-many": [429, "Too many attempts. Wait a while."],
  "storage-full": [507, "The store is full. Nothing was recorded; your draft is kept."],
  "storage-unwritable": [
    507,
    "The store cannot be written to now. Nothing was recorded; your draft is kept.",
  ],
  internal: [500, "Something failed here. Nothing was recorded."],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  refused: RefusalCode;
  /** The field or rule concerned, in plain words. */
  detail?: string;
}

export function refuse(refused: RefusalCode, detail?: string): Refusal {
  return detail === undefined ? { refused } : { refused, detail };
}

export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}
