/**
 * Figures about positions. Member States are counted; observers and groups are listed apart and never added.
 * "Not yet stated" is the absence of a position: it is listed, and never counted as anything else; so is that a
 * delegation does not take part.
 */
import { STANCES, type Stance } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { asOf, assemblyOf, bindsMembers, membersOf } from "./membership.ts";
import { doesTakePart } from "./participation.ts";
import {
  type Declaration,
  type DelegationState,
  declaredOn,
  type IdeaState,
  positionAt,
  type State,
  standing,
} from "./state.ts";

export type ByStance = Record<Stance, DelegationKey[]>;

export interface Stand {
  /** Member States in their own name, in the order they were admitted. */
  members: ByStance;
  observers: ByStance;
  groups: ByStance;
  /** [N7] Who has no standing any more, by the position it left; added to nothing. */
  former: ByStance;
  /** Member States without an own position, aligned with one that stands or stood, by its stance; added to nothing. */
  aligned: ByStance;
  /** Member States that take part and have no standing position. */
  notStated: DelegationKey[];
  /** [P9] Member States that do not take part and have no standing position: apart, and in no stance. */
  notTakingPart: DelegationKey[];
  /** Member States with a standing position, of all Member States. */
  heard: number;
  of: number;
  /** [N5] The moment whose memberships these are; null before the first entry. */
  asOf: Instant | null;
  /** Members, as of that moment, of each group whose position stands. */
  membersOf: Record<string, DelegationKey[]>;
  /** [N6] Member States that have a group's position through its registered rule, by group; apart, added to nothing. */
  through: { group: DelegationKey; stance: Stance; members: DelegationKey[] }[];
}

/** @param at the moment whose memberships hold, never before the record's head; the head's by default. */
export function standOn(state: State, idea: IdeaId, at: Instant | null = state.head.at): Stand {
  const moment = at === null ? null : asOf(state, at);
  const stand: Stand = {
    members: noneYet(),
    observers: noneYet(),
    groups: noneYet(),
    former: noneYet(),
    aligned: noneYet(),
    notStated: [],
    notTakingPart: [],
    heard: 0,
    of: 0,
    asOf: moment,
    membersOf: {},
    through: [],
  };
  for (const delegation of assemblyOf(state)) place(stand, state, idea, delegation);
  for (const group of Object.values(stand.groups).flat()) {
    stand.membersOf[group] = moment === null ? [] : membersOf(state, group, moment);
  }
  const declared = declaredOn(state, idea);
  if (moment !== null) stand.through = throughGroups(state, stand, declared, moment);
  for (const { kind, by, with: named } of declared) {
    const target =
      kind !== "alignment.declared" || named === null ? undefined : positionAt(state, named.entry);
    const list = target && target.withdrawn === null ? stand.aligned[target.stance] : null;
    // [N4] Not yet stated: a Member State without a position of its own.
    if (list && by.delegation && stand.notStated.includes(by.delegation)) list.push(by.delegation);
  }
  return stand;
}

/** [N6] A member's own act, whatever it is, goes before its group's rule. */
function throughGroups(
  state: State,
  stand: Stand,
  declared: readonly Declaration[],
  at: Instant,
): Stand["through"] {
  return STANCES.flatMap((stance) =>
    stand.groups[stance]
      .filter((group) => bindsMembers(state, group, at))
      .map((group) => {
        const acted = declared.filter(
          ({ kind, with: named }) =>
            kind === "alignment.declared" ||
            (kind === "dissociation.declared" && (named === null || named.author === group)),
        );
        const members = (stand.membersOf[group] ?? []).filter(
          (key) => stand.notStated.includes(key) && !acted.some(({ by }) => by.delegation === key),
        );
        return { group, stance, members };
      }),
  );
}

const LISTS = { member: "members", observer: "observers", group: "groups", former: "former" } as const;

function place(stand: Stand, state: State, idea: IdeaId, delegation: DelegationState): void {
  const position = standing(state.positions[idea]?.[delegation.key]);
  const member = delegation.kind === "member";
  if (member) stand.of += 1;
  if (position === null) {
    if (member)
      (doesTakePart(state, delegation.key) ? stand.notStated : stand.notTakingPart).push(delegation.key);
    return;
  }
  if (member) stand.heard += 1;
  stand[LISTS[delegation.kind]][position.stance].push(delegation.key);
}

function noneYet(): ByStance {
  return Object.fromEntries(STANCES.map((stance) => [stance, [] as DelegationKey[]])) as unknown as ByStance;
}

/** Ideas that wait for a delegation's position, in the order of the text: none for one that does not take part. */
export function ideasWithoutPosition(state: State, delegation: DelegationKey): IdeaId[] {
  // [D8]
  if (state.delegations[delegation]?.kind === "former" || !doesTakePart(state, delegation)) return [];
  return standingIdeas(state).filter((idea) => standing(state.positions[idea]?.[delegation]) === null);
}

/** Ideas that were not withdrawn, in the order of the text: by paragraph, then by number. */
export function standingIdeas(state: State): IdeaId[] {
  const order = new Map((state.text?.paragraphs ?? []).map((key, index) => [key, index]));
  // A later version of the text may lack an idea's paragraph: then last, and by entry, never as the object lies.
  const placeOf = ({ paragraph }: IdeaState) => order.get(paragraph) ?? order.size;
  return Object.values(state.ideas)
    .filter((idea) => idea.withdrawn === null)
    .sort((a, b) => placeOf(a) - placeOf(b) || numberOf(a.id) - numberOf(b.id) || a.seq - b.seq)
    .map((idea) => idea.id);
}

function numberOf(idea: IdeaId): number {
  return Number(idea.slice(idea.lastIndexOf("-") + 1));
}

/** Totals appear only where the modalities of every round so far show them: they are never loosened. */
export function totalsShown(state: State): boolean {
  const rounds = Object.values(state.rounds);
  return rounds.length > 0 && rounds.every((round) => round.modalities.totals);
}
