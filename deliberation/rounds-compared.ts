/** An idea round by round: where delegations stood at the end of each, and who moved since the one before. */
import type { ByStance } from "./count.ts";
import { STANCES, type Stance } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant, RoundId } from "./ids.ts";
import type { Token } from "./matrix-cell.ts";
import { assemblyOf, memberStates } from "./membership.ts";
import { doesTakePart, participationOf } from "./participation.ts";
import type { Late, Revision, State } from "./state.ts";

export interface AtRound {
  /** Null for what came after the last round. */
  round: RoundId | null;
  /** Null while it is not over: then it is as of now. */
  endedAt: Instant | null;
  members: ByStance;
  notStated: DelegationKey[];
  /** Those who stand there by words received after the deadline. [G6] */
  late: Record<string, Late>;
  /** [P9] As of the end of the round as well. */
  notTakingPart: DelegationKey[];
  /** Since the round before; Member States and others apart, for the others enter no figure. */
  moved: { members: Move[]; others: Move[] };
}

export interface Move {
  delegation: DelegationKey;
  from: Stance;
  to: Token;
}

/**
 * [Y1] One for each round that was opened, in that order; then one more where somebody moved, spoke, or said whether it
 * takes part, after the last.
 * @param at the moment by which a round is over.
 */
export function roundsCompared(state: State, idea: IdeaId, at: Instant): AtRound[] {
  const rounds = Object.values(state.rounds).sort((a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt));
  const found: AtRound[] = [];
  let before: Map<DelegationKey, Revision> | null = null;
  const add = (round: RoundId | null, endedAt: Instant | null) => {
    const now = standAt(state, idea, endedAt);
    const moved = movesFrom(state, before, now, endedAt);
    found.push({ round, endedAt, ...listed(state, now, endedAt), moved });
    before = now;
  };
  for (const { id, closesAt, closedAt } of rounds) {
    const end = closedAt ?? closesAt;
    add(id, end <= at ? end : null);
  }
  const last = found.at(-1);
  if (last?.endedAt != null && changedAfter(state, idea, last.endedAt)) add(null, null);
  return found;
}

/** @param moment null for now. */
function standAt(state: State, idea: IdeaId, moment: Instant | null): Map<DelegationKey, Revision> {
  const stand = new Map<DelegationKey, Revision>();
  for (const [author, revisions] of Object.entries(state.positions[idea] ?? {})) {
    const last = revisions.findLast(({ at }) => moment === null || at <= moment);
    const isWithdrawn = last?.withdrawn != null && (moment === null || last.withdrawn.at <= moment);
    if (last !== undefined && !isWithdrawn) stand.set(author as DelegationKey, last);
  }
  return stand;
}

function changedAfter(state: State, idea: IdeaId, moment: Instant): boolean {
  const isLater = ({ at, withdrawn }: Revision) =>
    at > moment || (withdrawn !== null && withdrawn.at > moment);
  const spoke = Object.values(state.positions[idea] ?? {}).some((revisions) => revisions.some(isLater));
  const cameOrWent = memberStates(state).some(({ key }) =>
    participationOf(state, key).some(({ at }) => at > moment),
  );
  return spoke || cameOrWent;
}

function listed(
  state: State,
  stand: Map<DelegationKey, Revision>,
  moment: Instant | null,
): Pick<AtRound, "members" | "notStated" | "notTakingPart" | "late"> {
  const members = Object.fromEntries(STANCES.map((stance) => [stance, [] as DelegationKey[]])) as ByStance;
  const [notStated, notTakingPart]: DelegationKey[][] = [[], []];
  for (const { key, kind } of assemblyOf(state)) {
    if (kind !== "member") continue;
    const stance = stand.get(key)?.stance;
    if (stance !== undefined) members[stance].push(key);
    else (doesTakePart(state, key, moment) ? notStated : notTakingPart)?.push(key);
  }
  const late = [...stand].flatMap(([key, one]) => (one.late === undefined ? [] : [[key, one.late] as const]));
  return {
    members,
    notStated: notStated ?? [],
    notTakingPart: notTakingPart ?? [],
    late: Object.fromEntries(late),
  };
}

/** [Y2] Who stood somewhere and stands elsewhere, or nowhere any more. */
function movesFrom(
  state: State,
  before: Map<DelegationKey, Revision> | null,
  now: Map<DelegationKey, Revision>,
  moment: Instant | null,
): AtRound["moved"] {
  const moved: AtRound["moved"] = { members: [], others: [] };
  for (const { key, kind } of assemblyOf(state)) {
    const absent = doesTakePart(state, key, moment) ? "not-stated" : "not-taking-part";
    const [from, to] = [before?.get(key)?.stance, now.get(key)?.stance ?? absent] as const;
    if (from === undefined || from === to) continue;
    (kind === "member" ? moved.members : moved.others).push({ delegation: key, from, to });
  }
  return moved;
}
