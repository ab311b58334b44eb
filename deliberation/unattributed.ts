/**
 * Words of rounds without attribution: what the record keeps of them, what would give their author away, and the
 * figures that may be told. Rules Q of SPEC.md.
 */
import { allHeld, heldAt, withHeld } from "./by-seq.ts";
import { Body, type BodyOf, type Header, STANCES, type Stance } from "./entry.ts";
import type { DelegationKey, RoundId, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { openRound, placeOf, type State, type UnattributedWords } from "./state.ts";
import type { Submission } from "./submission.ts";

export type Unattributed = BodyOf<
  "unattributed.stated" | "unattributed.commented" | "unattributed.withdrawn"
>;

export function isUnattributed(body: Body): body is Unattributed {
  return (
    body.kind === "unattributed.stated" ||
    body.kind === "unattributed.commented" ||
    body.kind === "unattributed.withdrawn"
  );
}

/** Whether the opening of a round said that words in it bear nobody's name. */
export function isWithoutAttribution(state: State, round: string): boolean {
  return state.rounds[round]?.modalities.attribution === "unattributed";
}

/** The round without attribution that is open, if one is. */
export function openUnattributed(state: State, at: Parameters<typeof openRound>[1]): RoundId | null {
  const open = openRound(state, at);
  return open !== null && open.modalities.attribution === "unattributed" ? open.id : null;
}

/** Every body alike: a delegation's own words, and nothing more of whose. */
const NOBODY = { delegation: null, capacity: "national" } as const;

/**
 * [Q1] What a submission leaves in the record where its author is not to be named; null where it is.
 * @param replaces the author's position on the idea in this round that it takes the place of.
 */
export function unattributedBody(
  state: State,
  submission: Submission,
  replaces: Seq | undefined,
): Unattributed | null {
  const head = { v: 1, id: submission.id, by: NOBODY };
  switch (submission.kind) {
    case "position.stated": {
      const { idea, stance, words, wording, textVersion, round } = submission.content;
      if (!isWithoutAttribution(state, round)) return null;
      const said = { idea, stance, words, wording, textVersion, round, replaces };
      return bodyOf({ ...head, kind: "unattributed.stated", ...said });
    }
    case "comment.made": {
      const { target, commentKind, words, textVersion, round, replyTo } = submission.content;
      if (!isWithoutAttribution(state, round)) return null;
      const said = { target, commentKind, words, textVersion, round, replyTo };
      return bodyOf({ ...head, kind: "unattributed.commented", ...said });
    }
    case "position.withdrawn":
    case "comment.withdrawn": {
      const { entry, reason } = submission;
      if (heldAt(state.unattributed, entry) === undefined) return null;
      return bodyOf({ ...head, kind: "unattributed.withdrawn", entry, reason });
    }
    default:
      return null;
  }
}

function bodyOf(fields: object): Unattributed {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Body.parse(Object.fromEntries(said)) as Unattributed;
}

/** [Q2] The author's standing position on the same idea, in the same round. */
export function replacedBy(
  state: State,
  submission: Submission,
  actor: "clock" | { as: string; delegation?: DelegationKey },
): Seq | undefined {
  if (submission.kind !== "position.stated" || actor === "clock" || actor.delegation === undefined)
    return undefined;
  const { idea, round } = submission.content;
  return ownPositionIn(state, idea, round, actor.delegation)?.seq;
}

/** What a delegation knows to be its own position on an idea in a round without attribution; null when none stands. */
export function ownPositionIn(
  state: State,
  idea: string,
  round: string,
  delegation: DelegationKey,
): UnattributedWords | null {
  const own = unattributedOn(state, idea).filter(
    (one) => one.round === round && one.author === delegation && one.stance !== null,
  );
  return own.find(stands) ?? null;
}

/** [Q3] What would name its author in a round without attribution, or of words said in one. */
export function namingRefusal(
  state: State,
  asked: Submission,
  delegation: DelegationKey | undefined,
): Refusal | null {
  return wouldName(state, asked, delegation) ? refuse("without-attribution") : null;
}

function wouldName(state: State, asked: Submission, delegation: DelegationKey | undefined): boolean {
  switch (asked.kind) {
    case "position.stated": {
      const { round, onBehalfOf, statement, late } = asked.content;
      if (!isWithoutAttribution(state, round)) return false;
      // Their author is told to those who may admit them.
      if (late) return true;
      // Observers and groups are listed apart and few: their positions would be theirs at a glance.
      const isMember = state.delegations[delegation ?? ""]?.kind === "member";
      return onBehalfOf !== undefined || statement !== undefined || !isMember;
    }
    case "comment.made": {
      const { round, replyTo, late } = asked.content;
      if (isWithoutAttribution(state, round)) return late === true;
      return replyTo !== undefined && isOpenly(state, replyTo);
    }
    case "statement.made":
      return isWithoutAttribution(state, asked.content.round);
    case "statement.received":
      return isWithoutAttribution(state, asked.round);
    case "reply.exercised":
      return isWithoutAttribution(state, asked.content.round) || isOpenly(state, asked.content.entry);
    case "alignment.declared":
    case "wording.associated":
    case "entry.corrected":
    case "disposition.answered":
      return isOpenly(state, asked.content.entry);
    case "dissociation.declared":
      return asked.content.entry !== undefined && isOpenly(state, asked.content.entry);
    default:
      return false;
  }
}

/** Sealed ones are refused as any entry that one may not read. */
function isOpenly(state: State, entry: Seq): boolean {
  return heldAt(state.unattributed, entry)?.audience === "everyone";
}

/** Whether this reader knows an entry to be its own delegation's words without attribution. */
export function isOwnUnattributed(
  state: State,
  entry: Seq | undefined,
  delegation: DelegationKey | null,
): boolean {
  return (
    entry !== undefined && delegation !== null && heldAt(state.unattributed, entry)?.author === delegation
  );
}

/** [Q2] What its author may withdraw: a position that was not stated anew, or a comment. */
export function ownUnattributed(
  state: State,
  { kind, entry }: { kind: "position.withdrawn" | "comment.withdrawn"; entry: Seq },
  delegation: DelegationKey | undefined,
): UnattributedWords | null {
  const one = heldAt(state.unattributed, entry);
  if (one === undefined || delegation === undefined || one.author !== delegation) return null;
  const isPosition = one.stance !== null;
  return isPosition === (kind === "position.withdrawn") && one.replaced === null ? one : null;
}

/** @param author as the reader's provenance tells; null where it may not be read. */
export function unattributedAfter(
  state: State,
  body: Unattributed,
  { seq, at, audience, bodyHash }: Header,
  author: DelegationKey | null,
): State {
  if (body.kind === "unattributed.withdrawn") {
    const withdrawn = { seq, at, reason: body.reason ?? null };
    return changed(state, body.entry, { withdrawn });
  }
  const isPosition = body.kind === "unattributed.stated";
  const target = isPosition ? { on: "idea" as const, idea: body.idea } : body.target;
  const said: UnattributedWords = {
    ...{ seq, at, audience, round: body.round, textVersion: body.textVersion, order: bodyHash, target },
    stance: isPosition ? body.stance : null,
    commentKind: isPosition ? null : body.commentKind,
    words: body.words ?? null,
    wording: isPosition ? (body.wording ?? null) : null,
    replyTo: isPosition ? null : (body.replyTo ?? null),
    ...{ replaced: null, withdrawn: null, author },
  };
  const place = placeOf(target);
  const after = {
    ...state,
    unattributed: withHeld(state.unattributed, seq, said),
    unattributedOn: { ...state.unattributedOn, [place]: [...(state.unattributedOn[place] ?? []), seq] },
  };
  return isPosition && body.replaces !== undefined ? changed(after, body.replaces, { replaced: seq }) : after;
}

/** What is named may lie sealed to this reader: then there is nothing to change. */
function changed(state: State, entry: Seq, fields: Partial<UnattributedWords>): State {
  const one = heldAt(state.unattributed, entry);
  if (one === undefined) return state;
  return { ...state, unattributed: withHeld(state.unattributed, entry, { ...one, ...fields }) };
}

export function stands({ replaced, withdrawn }: UnattributedWords): boolean {
  return replaced === null && withdrawn === null;
}

/** [Q6] What was said on a place without attribution, by the hashes of the bodies: no author, no time enters them. */
export function unattributedOn(state: State, place: string): UnattributedWords[] {
  return byHash((state.unattributedOn[place] ?? []).flatMap((seq) => heldAt(state.unattributed, seq) ?? []));
}

/** [Q6] All of them. */
export function allUnattributed(state: State): UnattributedWords[] {
  return byHash(allHeld(state.unattributed));
}

function byHash(all: readonly UnattributedWords[]): UnattributedWords[] {
  return all.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

/** Below it a figure is not told. */
export const FEWEST_TOLD = 3;

/** Of one round without attribution, on one idea. */
export interface Figures {
  round: RoundId;
  /** How many Member States by stance; null: fewer than three. */
  of: Record<Stance, number | null>;
}

/**
 * [Q5] By round, of those in which a position was stated on the idea. Who has not stated one is not told, nor how many:
 * with the size of the membership a figure that is left out could be reckoned from it.
 */
export function figuresOn(state: State, idea: string): Figures[] {
  const positions = unattributedOn(state, idea).filter(({ stance }) => stance !== null);
  const rounds = [...new Set(positions.map(({ round }) => round))].sort((a, b) => Number(a) - Number(b));
  return rounds.map((round) => {
    const standing = positions.filter((one) => one.round === round && stands(one));
    const of = Object.fromEntries(
      STANCES.map((stance) => {
        const count = standing.filter((one) => one.stance === stance).length;
        return [stance, count < FEWEST_TOLD ? null : count];
      }),
    ) as Figures["of"];
    return { round, of };
  });
}
