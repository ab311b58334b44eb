/** What a review shows of a draft, which is what its buttons clear and send: the same for one draft and for several. */
import { audienceOf } from "#deliberation/audience";
import { heldAt } from "#deliberation/by-seq";
import { contentHash } from "#deliberation/canonical";
import type { PlainDrafts } from "#deliberation/draft";
import { type DraftReading, submittedAs } from "#deliberation/draft";
import type { Audience } from "#deliberation/entry";
import type { DraftId, Hash, Instant } from "#deliberation/ids";
import { placeOfEntry, placeOf as placeOfTarget, type State } from "#deliberation/state";
import type { Content, Submission } from "#deliberation/submission";
import { isWithoutAttribution } from "#deliberation/unattributed";

export interface ClearanceGiven {
  hash: Hash;
  at: Instant;
  /** The person's name. */
  by: string;
  content: Content;
}

export interface Shown {
  content: Content;
  hash: Hash;
  isCleared: boolean;
  /** Whether other words were typed since those that are shown were cleared. */
  typedSince: boolean;
}

interface Rights {
  clears: boolean;
  submits: boolean;
}

/** Null when there is nothing to review. */
export function shownOf(
  reading: DraftReading,
  clearance: ClearanceGiven | null,
  { clears, submits }: Rights,
): Shown | null {
  const current = "content" in reading ? reading : null;
  // Who submits and does not clear sends what was cleared, not what was typed since.
  const asCleared = submits && !clears && clearance !== null;
  const content = asCleared ? clearance.content : (current?.content ?? null);
  if (content === null) return null;
  const hash = contentHash(content);
  const typedSince = asCleared && current !== null && current.hash !== clearance.hash;
  return { content, hash, isCleared: clearance?.hash === hash, typedSince };
}

/** As the judge will have it: no wider than the round and than what it is about. */
export function audienceOfContent(state: State, content: Content): Audience {
  return audienceOf(state, { kind: content.kind, content } as Submission);
}

/** The entry a draft was submitted as, when it says nothing else now; what was withdrawn may be said again. */
export function standsAs(
  plain: PlainDrafts,
  draft: DraftId,
  reading: DraftReading,
  state: State,
): number | null {
  const submitted = submittedAs(plain, draft);
  if (submitted === null || !("said" in reading) || reading.said !== submitted.hash) return null;
  // [Q4] Said by name it is not said without, nor the other way; and without, each round is apart.
  const unnamed = heldAt(state.unattributed, submitted.seq);
  const { content } = reading;
  if (content.kind === "position.stated" || content.kind === "comment.made") {
    const asked = isWithoutAttribution(state, content.round) ? content.round : undefined;
    if (unnamed?.round !== asked) return null;
  }
  const late = heldAt(state.late, submitted.seq);
  if (late === undefined) return isWithdrawn(state, submitted.seq) ? null : submitted.seq;
  // [G7] Withdrawn, or in a round that is open now, the same words may be said again.
  const saysLate = "late" in reading.content && reading.content.late === true;
  if (late.admitted !== null) return isWithdrawn(state, late.admitted.seq) ? null : late.admitted.seq;
  return late.withdrawn === null && saysLate ? submitted.seq : null;
}

/** The place whose words tell whether this was said and withdrawn; a correction needs none. */
export function placeOfContent(state: State, content: Content): string | null {
  if (content.kind === "position.stated") return content.idea;
  // Of a statement: a place it is read with, so that its words are there.
  if ("target" in content && content.target.on === "statement")
    return placeOfEntry(state, content.target.entry);
  if ("target" in content) return placeOfTarget(content.target);
  return "entry" in content && content.kind !== "entry.corrected" ? placeOfEntry(state, content.entry) : null;
}

function isWithdrawn(state: State, seq: number): boolean {
  const place = heldAt(state.positionAt, seq);
  const revisions = place && state.positions[place.idea]?.[place.author];
  const said =
    heldAt(state.comments, seq) ??
    heldAt(state.statements, seq) ??
    heldAt(state.unattributed, seq) ??
    revisions?.find((one) => one.seq === seq);
  return (said?.withdrawn ?? null) !== null;
}
