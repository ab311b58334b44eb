/**
 * The one judge: what is asked of the record becomes an entry or is refused. Pure: time, salts and the
 * clearance the store holds come in as arguments.
 */

import { audienceOf } from "./audience.ts";
import { bodyFor } from "./body.ts";
import { heldAt } from "./by-seq.ts";
import { hashOf, saltedHash } from "./canonical.ts";
import type { Body, Entry, Provenance } from "./entry.ts";
import type { Instant, Seq } from "./ids.ts";
import { may } from "./may.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { refusalOf, type TextOf } from "./rules-of-kinds.ts";
import type { Actor } from "./seat.ts";
import type { State } from "./state.ts";
import type { Clearance, Submission } from "./submission.ts";
import { isUnattributed, replacedBy, unattributedBody } from "./unattributed.ts";

/** Two independent random values of 16 bytes, hexadecimal. */
export interface Salts {
  body: string;
  provenance: string;
}

/**
 * @param state the fold of *all* entries with all bodies: the judge sees sealed words too.
 * @param at the server's time; an entry is never dated before the one it follows.
 * @param clearance what the store holds for the draft the submission names, if anything.
 * @param textOf reads the text under consideration; selected words are held against it.
 */
export function admit(
  state: State,
  submission: Submission,
  actor: Actor,
  at: Instant,
  salts: Salts,
  clearance: Clearance | null = null,
  textOf: TextOf = () => null,
): Entry | Refusal {
  // One moment judges and dates: with a clock that was set back, words would else slip in behind a deadline.
  const now = state.head.at !== null && state.head.at > at ? state.head.at : at;
  const refusal =
    notAllowed(submission, actor) ?? refusalOf(state, submission, actor, now, clearance, textOf);
  if (refusal !== null) return refusal;
  const body =
    unattributedBody(state, submission, replacedBy(state, submission, actor)) ??
    bodyFor(state, submission, actor);
  const provenance = { ...provenanceOf(actor, clearance), ...(isUnattributed(body) ? authorOf(actor) : {}) };
  return {
    header: {
      v: 1,
      seq: (state.head.seq + 1) as Seq,
      at: now,
      audience: audienceOf(state, submission),
      prev: state.head.hash,
      bodyHash: saltedHash(salts.body, body),
      provenanceHash: saltedHash(salts.provenance, provenance),
    },
    body,
    bodySalt: salts.body,
    provenance,
    provenanceSalt: salts.provenance,
  };
}

/**
 * [R8] The same id and body answer with the entry they became; another body, or another's id, is refused alike,
 * so that nobody learns by trying whose id it is.
 */
export function answerRepeat(
  state: State,
  existing: Entry,
  submission: Submission,
  actor: Actor,
): Entry | Refusal {
  const refusal = notAllowed(submission, actor);
  if (refusal !== null) return refusal;
  // What names no late words cannot have become an entry.
  if (submission.kind === "late.admitted" && heldAt(state.late, submission.entry) === undefined)
    return refuse("id-taken");
  const sameBody = hashOf(bodyAgain(state, existing, submission, actor)) === hashOf(existing.body);
  const sameAudience = audienceOf(state, submission) === existing.header.audience;
  return sameBody && sameAudience ? existing : refuse("id-taken");
}

/** [Q2] What the submission would have become then; of words that name nobody, if they are this delegation's. */
function bodyAgain(state: State, { body, provenance }: Entry, submission: Submission, actor: Actor): Body {
  const isOwn = isUnattributed(body) && provenance?.author === authorOf(actor).author;
  const then = body.kind === "unattributed.stated" ? body.replaces : undefined;
  return (isOwn ? unattributedBody(state, submission, then) : null) ?? bodyFor(state, submission, actor);
}

/** What the clock decides, and of these but the closing of a round nobody else. */
const CLOCK_ASKS: ReadonlySet<Submission["kind"]> = new Set([
  "round.closed",
  "silence.concluded",
  "silence.moved",
]);

function notAllowed(submission: Submission, actor: Actor): Refusal | null {
  if (actor === "clock") return CLOCK_ASKS.has(submission.kind) ? null : refuse("not-permitted");
  switch (submission.kind) {
    case "position.stated":
    case "position.withdrawn":
    case "comment.made":
    case "comment.withdrawn":
    case "entry.corrected":
    case "alignment.declared":
    case "dissociation.declared":
    case "wording.associated":
    case "declaration.withdrawn":
    case "reply.exercised":
    case "silence.objected":
    case "silence.explained":
    case "statement.made":
    case "statement.withdrawn":
    case "statement.confirmed":
    case "disposition.answered":
    case "participation.declared":
      return actor.as === "delegation" && may(actor, "submit", { delegation: actor.delegation })
        ? null
        : refuse("not-permitted");
    case "round.opened":
    case "round.closed":
    case "round.extended":
    case "round.reopened":
    case "round.planned":
    case "plan.withdrawn":
    case "silence.started":
    case "silence.entered":
    case "silence.announced":
    case "silence.cancelled":
    // What one may annul is what one entered in the same capacity: that is a rule of its kind.
    case "entry.annulled":
    case "late.admitted":
      return may(actor, "round.run") ? null : refuse("not-permitted");
    case "disposition.given":
      return may(actor, "podium.write") ? null : refuse("not-permitted");
    case "silence.concluded":
    case "silence.moved":
      return refuse("not-permitted");
    case "summary.issued":
      return may(actor, "summary.issue") ? null : refuse("not-permitted");
    default:
      return may(actor, "secretariat.enter") ? null : refuse("not-permitted");
  }
}

function authorOf(actor: Actor): Pick<Provenance, "author"> {
  return actor !== "clock" && actor.as === "delegation" ? { author: actor.delegation } : {};
}

function provenanceOf(actor: Actor, clearance: Clearance | null): Provenance {
  const submitted = actor === "clock" ? null : actor.person;
  return { v: 1, drafted: clearance?.drafted ?? [], cleared: clearance?.person ?? null, submitted };
}
