/** Whose room a draft lies in, and who may go there at a moment: a delegation's own persons, or those of a group's members. */
import type { DelegationKey, DraftId, Instant } from "./ids.ts";
import { asOf, membersOf, speakersOf } from "./membership.ts";
import type { State } from "./state.ts";

/** A draft room as `may` is asked about it. Of a group's room without `group` nothing is allowed to anybody. */
export interface DraftRoomNow {
  delegation: DelegationKey;
  /** Of a group's room: who belongs to the group and who of them speaks for it at that moment. */
  group?: { members: readonly DelegationKey[]; speakers: readonly DelegationKey[] };
}

/** What is stated in a group's name is drafted in the group's room, everything else in the delegation's own. */
export function roomOf(draft: DraftId, own: DelegationKey): DelegationKey {
  const [kind, , group] = draft.split(".");
  return kind === "position" && group !== undefined ? (group as DelegationKey) : own;
}

export function roomNow(state: State, room: DelegationKey, at: Instant): DraftRoomNow {
  if (state.delegations[room]?.kind !== "group") return { delegation: room };
  const moment = asOf(state, at);
  return {
    delegation: room,
    group: { members: membersOf(state, room, moment), speakers: speakersOf(state, room, moment) },
  };
}
