/** Who is of the Assembly, who belongs to a group and who speaks for it, as of a moment. Rules D3, D4, P7, N5 of SPEC.md. */
import type { DelegationKey, Instant } from "./ids.ts";
import type { DelegationState, State } from "./state.ts";

/** Something that holds from a moment until another, or until further notice. */
interface Dated {
  from: Instant;
  until: Instant | null;
}

export function holdsAt({ from, until }: Dated, at: Instant): boolean {
  return from <= at && (until === null || at < until);
}

/** A moment no earlier than the record's own: what it holds has happened. */
export function asOf({ head }: State, at: Instant): Instant {
  return head.at !== null && head.at > at ? head.at : at;
}

/** [N5] Who is of the Assembly, in the order admitted: by number, not as the object lies once read back from JSON. */
export function assemblyOf(state: State): DelegationState[] {
  return Object.values(state.delegations).sort((a, b) => a.seq - b.seq);
}

export function memberStates(state: State): DelegationState[] {
  return assemblyOf(state).filter(({ kind }) => kind === "member");
}

/** The delegations that belong to a group at a moment, in the order they joined. */
export function membersOf(state: State, group: DelegationKey, at: Instant): DelegationKey[] {
  const now = (state.memberships[group] ?? []).filter((one) => holdsAt(one, at));
  return now.map(({ delegation }) => delegation);
}

export function belongsTo(state: State, delegation: DelegationKey, group: DelegationKey, at: Instant) {
  return membersOf(state, group, at).includes(delegation);
}

/** The groups a delegation belongs to at a moment. */
export function groupsOf(state: State, delegation: DelegationKey, at: Instant): DelegationKey[] {
  const groups = Object.keys(state.memberships) as DelegationKey[];
  return groups.filter((group) => belongsTo(state, delegation, group, at));
}

/** [P7] The delegations that may speak for a group at a moment: registered to, and members of it. */
export function speakersOf(state: State, group: DelegationKey, at: Instant): DelegationKey[] {
  const registered = (state.speaking[group] ?? []).filter((one) => holdsAt(one, at));
  const members = membersOf(state, group, at);
  return registered.map(({ delegation }) => delegation).filter((one) => members.includes(one));
}

/** [P7] The groups a delegation may speak for at a moment. */
export function groupsSpokenFor(state: State, delegation: DelegationKey, at: Instant): DelegationKey[] {
  const groups = Object.keys(state.speaking) as DelegationKey[];
  return groups.filter((group) => speakersOf(state, group, at).includes(delegation));
}

/** [D7] Whether a group's registered rule binds its members at a moment. */
export function bindsMembers(state: State, group: DelegationKey, at: Instant): boolean {
  const rule = state.bound[group];
  return rule !== undefined && holdsAt(rule, at);
}
