/** Words that come after the round had closed: sealed to the facilitators until they are admitted. Rules G of SPEC.md. */
import { isAsWide } from "./audience.ts";
import { allHeld, heldAt, withHeld } from "./by-seq.ts";
import type { Body, BodyOf, Header, LateBody, Salt } from "./entry.ts";
import type { DelegationKey, Instant, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Actor } from "./seat.ts";
import {
  type Late,
  type LateWords,
  lastOpened,
  openRound,
  type RoundState,
  type State,
  standing,
} from "./state.ts";

/** [G1] The round that late words are said to: the one that ended last, while none is open. */
export function lateRound(state: State, at: Instant): RoundState | null {
  return openRound(state, at) === null ? lastOpened(state) : null;
}

/** [Q3] The same, where late words can be offered: after a round without attribution they would name their author. */
export function roundForLate(state: State, at: Instant): RoundState | null {
  const round = lateRound(state, at);
  return round?.modalities.attribution === "unattributed" ? null : round;
}

export function isLate(body: Body): body is LateBody {
  return "late" in body && body.late === true;
}

/** [G2] [G6] What an entry says to all who hear it: late words nothing yet, their admission the words it carries. */
export function saidBy(body: Body): Body | null {
  if (isLate(body)) return null;
  return body.kind === "late.admitted" ? body.said : body;
}

/** In whose name late words are said. */
export function authorOfLate({ by, ...said }: LateBody): DelegationKey | null {
  return "onBehalfOf" in said ? (said.onBehalfOf ?? by.delegation) : by.delegation;
}

/** Whether the position that an author has on an idea was received after the deadline. */
export function lateStanding(state: State, idea: string, author: string): Late | undefined {
  return standing(state.positions[idea]?.[author])?.late;
}

/** Those that are neither admitted nor withdrawn, oldest first. */
export function waitingLate(state: State): LateWords[] {
  return allHeld(state.late)
    .filter(({ withdrawn, admitted }) => withdrawn === null && admitted === null)
    .sort((a, b) => a.seq - b.seq);
}

/** Those of them that a delegation said itself. */
export function waitingLateOf(state: State, delegation: DelegationKey): LateWords[] {
  return waitingLate(state).filter(({ body }) => body.by.delegation === delegation);
}

/** [G4] What a facilitator does not read is refused as if it were not there. */
export function admitting(state: State, entry: Seq, actor: Actor): Refusal | null {
  const late = heldAt(state.late, entry);
  const reads = actor !== "clock" && actor.as === "administrator" ? "secretariat" : "facilitators";
  if (late === undefined || !isAsWide(late.audience, reads)) return refuse("unknown-entry");
  if (late.withdrawn !== null) return refuse("already-withdrawn");
  if (late.admitted !== null) return refuse("already-done");
  if (late.body.kind !== "position.stated") return null;
  if (state.ideas[late.body.idea]?.withdrawn !== null) return refuse("unknown-idea");
  return isOvertaken(state, late) ? refuse("late-overtaken") : null;
}

/** Whether the author stated another position on the idea after these words: admitted now, they would undo it. */
export function isOvertaken(state: State, { seq, body }: LateWords): boolean {
  const author = authorOfLate(body);
  if (body.kind !== "position.stated" || author === null) return false;
  const revisions = state.positions[body.idea]?.[author] ?? [];
  return revisions.some((one) => (one.late?.entry ?? one.seq) > seq);
}

/** [G7] By which kind of entry late words are withdrawn. */
export const LATE_WITHDRAWAL = {
  "position.stated": "position.withdrawn",
  "comment.made": "comment.withdrawn",
  "statement.made": "statement.withdrawn",
} as const;

/** [G7] Late words of this delegation that such an entry would withdraw: by their sealed entry while they wait. */
export function ownLate(
  state: State,
  entry: Seq,
  own: DelegationKey | undefined,
  kind: (typeof LATE_WITHDRAWAL)[keyof typeof LATE_WITHDRAWAL],
): LateWords | null {
  const late = heldAt(state.late, entry);
  if (late === undefined || late.body.by.delegation !== own || late.admitted !== null) return null;
  return LATE_WITHDRAWAL[late.body.kind] === kind ? late : null;
}

/** [G5] What an admission carries of the sealed entry. */
export function disclosed(
  state: State,
  entry: Seq,
): Pick<BodyOf<"late.admitted">, "receivedAt" | "said" | "salt"> {
  const late = heldAt(state.late, entry);
  if (late === undefined) throw new Error(`Entry ${entry} holds no late words.`);
  return { receivedAt: late.at, said: late.body, salt: late.salt };
}

/** [G2] */
export function lateReceived(state: State, body: LateBody, { seq, at, audience }: Header, salt: Salt): State {
  const late: LateWords = { seq, at, audience, body, salt, withdrawn: null, admitted: null };
  return { ...state, late: withHeld(state.late, seq, late) };
}

/** Of a reader to whom the words were sealed, there is nothing to mark. */
export function lateAfter(
  state: State,
  entry: Seq,
  change: Partial<Pick<LateWords, "withdrawn" | "admitted">>,
): State {
  const late = heldAt(state.late, entry);
  return late === undefined ? state : { ...state, late: withHeld(state.late, entry, { ...late, ...change }) };
}
