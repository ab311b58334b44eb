/** What became of the words that delegations put forward, and what their authors say of it. Rules J of SPEC.md. */
import { audienceOfEntry } from "./audience.ts";
import { type BySeq, heldAt, withHeld } from "./by-seq.ts";
import type { Audience, BodyOf } from "./entry.ts";
import type { Instant, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import {
  type CommentState,
  type Disposition,
  placeOf,
  placeOfEntry,
  type Revision,
  type State,
  standing,
  type UnattributedWords,
  wordsAt,
} from "./state.ts";
import type { Submission } from "./submission.ts";

type Asked<K extends Submission["kind"]> = Extract<Submission, { kind: K }>;

/** [J1] [J2] [J3] [J4] */
export function givingDisposition(
  state: State,
  { answers, heardBy }: Asked<"disposition.given">,
): Refusal | null {
  const named = answers.flatMap(({ to }) => to);
  const entries = new Set(named.map(({ entry }) => entry));
  if (entries.size < named.length) return refuse("malformed", "an entry is answered twice");
  for (const { to, outcome, where, reason } of answers) {
    if (outcome === "reflected" && where === undefined) return refuse("place-required");
    if (outcome === "not-reflected" && reason === undefined) return refuse("reason-required");
    for (const { entry, as } of to) {
      const refusal = answerable(state, entry, as);
      if (refusal !== null) return refusal;
    }
    const places = new Set(to.map(({ entry }) => placeOfEntry(state, entry)));
    if (places.size > 1) return refuse("malformed", "what is answered alike stands on one place");
  }
  return heardAlike(state, [...entries], heardBy);
}

function answerable(state: State, entry: Seq, as: Seq): Refusal | null {
  const words = answeredAt(state, entry);
  // What a facilitator does not read is refused as if it were not there.
  const audience = audienceOfEntry(state, entry);
  // [Q8] The answer to sealed words names who hears it.
  const isHeard =
    words !== undefined && "order" in words ? audience === "everyone" : audience !== "secretariat";
  if (words === undefined || !isHeard || !takesDisposition(words)) return refuse("unknown-entry");
  if (words.withdrawn !== null) return refuse("already-withdrawn");
  return hasMoved(state, entry, as) ? refuse("changed-since-read") : null;
}

/** [J4] All heard by everyone, or all the sealed words of the one delegation that hears the answer. */
function heardAlike(state: State, entries: Seq[], heardBy: string | undefined): Refusal | null {
  const [first, ...others] = entries.map((entry) => audienceOfEntry(state, entry));
  if (others.some((one) => one !== first)) return refuse("answers-mixed");
  if (first === "everyone")
    return heardBy === undefined ? null : refuse("malformed", "heardBy goes with sealed words only");
  const authors = entries.map((entry) => wordsAt(state, entry)?.by.delegation);
  return authors.every((author) => author === heardBy) ? null : refuse("answers-mixed");
}

/** [J6] @param own the words as the author's own, or null. */
export function answeringDisposition(
  state: State,
  { content }: Asked<"disposition.answered">,
  own: Revision | CommentState | null,
): Refusal | null {
  if (own === null) return refuse("unknown-entry");
  if (own.withdrawn !== null) return refuse("already-withdrawn");
  const latest = dispositionOf(state, content.entry);
  if (latest === null) return refuse("unknown-entry");
  if (latest.seq !== content.disposition) {
    const was = heldAt(state.dispositions, content.entry)?.some(({ seq }) => seq === content.disposition);
    return refuse(was ? "answer-overtaken" : "unknown-entry");
  }
  return content.says === "contests" && content.words === undefined ? refuse("reason-required") : null;
}

/** Comments, replies among them, and positions that suggest a wording; a right of reply asks for nothing. */
export function takesDisposition(words: Revision | CommentState | UnattributedWords): boolean {
  if ("order" in words) return words.stance === null || words.wording !== null;
  return "stance" in words ? words.wording !== null : !words.rightOfReply;
}

/** The entry that last settled the words of an entry: its own number, or that of the latest correction. */
export function settledBy(words: Revision | CommentState | UnattributedWords): Seq {
  return "order" in words ? words.seq : (words.corrections.at(-1)?.seq ?? words.seq);
}

/** Words that a disposition may answer: by name or without attribution. */
export function answeredAt(
  state: State,
  entry: number,
): Revision | CommentState | UnattributedWords | undefined {
  return wordsAt(state, entry) ?? heldAt(state.unattributed, entry);
}

/** [J2] Whether words are no longer what they were when entry `as` had settled them. */
export function hasMoved(state: State, entry: Seq, as: Seq): boolean {
  const words = answeredAt(state, entry);
  if (words === undefined || words.withdrawn !== null || settledBy(words) !== as) return true;
  if ("order" in words) return words.replaced !== null;
  if (!("stance" in words)) return false;
  const place = heldAt(state.positionAt, entry);
  return standing(state.positions[place?.idea ?? ""]?.[place?.author ?? ""])?.seq !== entry;
}

/** The version that counts. */
export function dispositionOf(state: State, entry: number): Disposition | null {
  return heldAt(state.dispositions, entry)?.at(-1) ?? null;
}

/** [J5] */
export function dispositionsAfter(
  state: State,
  { answers, by }: BodyOf<"disposition.given">,
  seq: Seq,
  at: Instant,
  audience: Audience,
): BySeq<Disposition[]> {
  let all = state.dispositions;
  for (const { to, outcome, where, reason, lang } of answers) {
    const alike = to.map(({ entry }) => entry);
    for (const { entry, as } of to) {
      if (isLeftOut(state, entry)) continue;
      const before = heldAt(all, entry) ?? [];
      const given: Disposition = {
        ...{ seq, at, by: by.capacity, audience, version: before.length + 1, outcome, lang, as, alike },
        where: where ?? null,
        reason: reason ?? null,
        reply: null,
      };
      all = withHeld(all, entry, [...before, given]);
    }
  }
  return all;
}

/** [J6] */
export function dispositionsAnswered(
  state: State,
  { entry, disposition, says, words, lang, by }: BodyOf<"disposition.answered">,
  seq: Seq,
  at: Instant,
): BySeq<Disposition[]> {
  const reply = { seq, at, by, says, words: words ?? null, lang };
  const before = heldAt(state.dispositions, entry);
  if (before === undefined) return state.dispositions;
  const after = before.map((one) => (one.seq === disposition ? { ...one, reply } : one));
  return withHeld(state.dispositions, entry, after);
}

/** Of a carried state: words of a place nobody opened, whose earlier dispositions are not here either. */
function isLeftOut({ opened, positionAt: at, comments, unattributed }: State, entry: Seq): boolean {
  if (opened === null) return false;
  const unnamed = heldAt(unattributed, entry);
  if (unnamed !== undefined) return !opened.includes(placeOf(unnamed.target));
  const idea = heldAt(at, entry)?.idea;
  return idea === undefined ? heldAt(comments, entry) === undefined : !opened.includes(idea);
}
