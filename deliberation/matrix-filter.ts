/** Which ideas a matrix shows: every filter narrows, and an idea is shown when all let it pass. */
import type { Stance } from "./entry.ts";
import { folded } from "./folded-text.ts";
import type { DelegationKey, IdeaId, Instant, RoundId } from "./ids.ts";
import { doesTakePart } from "./participation.ts";
import { type Revision, type State, standing } from "./state.ts";

export interface MatrixFilter {
  pillar?: number;
  /** Somebody supports, with or without suggested wording, and somebody does not support. */
  contested?: boolean;
  /** Somebody does not support. */
  opposed?: boolean;
  /** Nobody has stated a position. */
  silent?: boolean;
  /** Somebody supports with suggested wording. */
  wording?: boolean;
  /** This delegation or group takes part and has no standing position of its own. */
  unstated?: DelegationKey;
  /** A position was stated, revised or withdrawn since this round ended. */
  since?: RoundId;
  /** In the idea's number or words. */
  text?: string;
}

/** @param at the moment at which a round is over or not. */
export function passes(
  state: State,
  idea: IdeaId,
  filter: MatrixFilter,
  pillars: Readonly<Record<string, number>>,
  at: Instant,
): boolean {
  const { pillar, contested, opposed, silent, wording, unstated, since, text } = filter;
  const { paragraph, quote } = state.ideas[idea] ?? { paragraph: "", quote: "" };
  const positions = state.positions[idea] ?? {};
  const stances = new Set<Stance>();
  for (const revisions of Object.values(positions)) {
    const stance = standing(revisions)?.stance;
    if (stance !== undefined) stances.add(stance);
  }
  const supported = stances.has("support") || stances.has("support-with-wording");
  if (pillar !== undefined && pillars[paragraph] !== pillar) return false;
  if (contested && !(supported && stances.has("does-not-support"))) return false;
  if (opposed && !stances.has("does-not-support")) return false;
  if (silent && stances.size > 0) return false;
  if (wording && !stances.has("support-with-wording")) return false;
  if (unstated !== undefined && !isUnstated(state, idea, unstated)) return false;
  if (since !== undefined && !isChangedSince(state, positions, since, at)) return false;
  return text === undefined || isFoundIn(`${idea} ${quote}`, text);
}

/** [P9] One that does not take part has nothing left to state. */
function isUnstated(state: State, idea: IdeaId, delegation: DelegationKey): boolean {
  return standing(state.positions[idea]?.[delegation]) === null && doesTakePart(state, delegation);
}

/** [X7] Nothing has changed since a round that is not over. */
function isChangedSince(
  state: State,
  positions: Record<string, Revision[]>,
  round: RoundId,
  at: Instant,
): boolean {
  const found = state.rounds[round];
  const end = found?.closedAt ?? found?.closesAt;
  if (end === undefined || end > at) return false;
  return Object.values(positions).some((revisions) => changedSince(revisions, end));
}

/** Whether a position was stated, revised or withdrawn after a moment. */
export function changedSince(revisions: readonly Revision[] | undefined, since: Instant): boolean {
  const last = revisions?.at(-1);
  return last !== undefined && (last.withdrawn?.at ?? last.at) > since;
}

function isFoundIn(text: string, words: string): boolean {
  const within = folded(text);
  return folded(words)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
