/**
 * The one judge: what is asked of the record becomes an entry or is refused. Pure: time, salts and the
 * clearance the store holds come in as arguments.
 */

import { bodyFor } from "./body.ts";
import { hashOf, saltedHash } from "./canonical.ts";
import type { Audience, Entry, Provenance } from "./entry.ts";
import type { Instant, Seq } from "./ids.ts";
import { may } from "./may.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { refusalOf } from "./rules-of-kinds.ts";
import type { Actor } from "./seat.ts";
import type { State } from "./state.ts";
import type { Clearance, Submission } from "./submission.ts";

/** Two independent random values of 16 bytes, hexadecimal. */
export interface Salts {
  body: string;
  provenance: string;
}

/**
 * @param state the fold of *all* entries with all bodies: the judge sees sealed words too.
 * @param at the server's time; an entry is never dated before the one it follows.
 * @param clearance what the store holds for the draft the submission names, if anything.
 */
export function admit(
  state: State,
  submission: Submission,
  actor: Actor,
  at: Instant,
  salts: Salts,
  clearance: Clearance | null = null,
): Entry | Refusal {
  const refusal = notAllowed(submission, actor) ?? refusalOf(state, submission, actor, at, clearance);
  if (refusal !== null) return refusal;
  const body = bodyFor(submission, actor);
  const provenance = provenanceOf(actor, clearance);
  return {
    header: {
      v: 1,
      seq: (state.head.seq + 1) as Seq,
      at: state.head.at !== null && state.head.at > at ? state.head.at : at,
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
  const sameBody = hashOf(bodyFor(submission, actor)) === hashOf(existing.body);
  const sameAudience = audienceOf(state, submission) === existing.header.audience;
  return sameBody && sameAudience ? existing : refuse("id-taken");
}

function notAllowed(submission: Submission, actor: Actor): Refusal | null {
  if (actor === "clock") return submission.kind === "round.closed" ? null : refuse("not-permitted");
  switch (submission.kind) {
    case "position.stated":
    case "position.withdrawn":
    case "comment.made":
    case "comment.withdrawn":
    case "entry.corrected":
      return actor.as === "delegation" && may(actor, "submit", { delegation: actor.delegation })
        ? null
        : refuse("not-permitted");
    case "round.opened":
    case "round.closed":
      return may(actor, "round.run") ? null : refuse("not-permitted");
    default:
      return may(actor, "secretariat.enter") ? null : refuse("not-permitted");
  }
}

function provenanceOf(actor: Actor, clearance: Clearance | null): Provenance {
  const submitted = actor === "clock" ? null : actor.person;
  return { v: 1, drafted: clearance?.drafted ?? [], cleared: clearance?.person ?? null, submitted };
}

const WIDTH: Record<Audience, number> = { everyone: 2, facilitators: 1, secretariat: 0 };

function narrower(a: Audience, b: Audience): Audience {
  return WIDTH[a] < WIDTH[b] ? a : b;
}

/** [S3] Words are heard no wider than the round allows; what is said of an entry, no wider than the entry. */
function audienceOf(state: State, submission: Submission): Audience {
  switch (submission.kind) {
    case "position.stated":
      return state.rounds[submission.content.round]?.modalities.audience ?? "everyone";
    case "comment.made": {
      const { round, replyTo, audience } = submission.content;
      const ofRound = narrower(audience, state.rounds[round]?.modalities.audience ?? "everyone");
      return replyTo === undefined ? ofRound : narrower(ofRound, audienceOfEntry(state, replyTo));
    }
    case "entry.corrected":
      return audienceOfEntry(state, submission.content.entry);
    case "position.withdrawn":
    case "comment.withdrawn":
      return audienceOfEntry(state, submission.entry);
    default:
      return "everyone";
  }
}

function audienceOfEntry(state: State, seq: Seq): Audience {
  const comment = state.comments[seq];
  if (comment !== undefined) return comment.audience;
  const place = state.positionAt[seq];
  const revision = place && state.positions[place.idea]?.[place.author]?.find((one) => one.seq === seq);
  return (revision && state.rounds[revision.round]?.modalities.audience) ?? "everyone";
}
