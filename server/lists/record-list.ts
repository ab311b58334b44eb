/** What the rows of a list ask of the record: only what it does not say already. Rules D40 to D45 of SPEC.md. */
import { admit } from "#deliberation/admit";
import { hashOf } from "#deliberation/canonical";
import type { Names } from "#deliberation/entry";
import { fold } from "#deliberation/fold";
import { type Day, type DelegationKey, type Instant, SubmissionId } from "#deliberation/ids";
import { asOf, belongsTo } from "#deliberation/membership";
import { isRefusal, refuse } from "#deliberation/refusal";
import type { Seat } from "#deliberation/seat";
import type { State } from "#deliberation/state";
import { Submission } from "#deliberation/submission";
import type { FaultCode, RowFault } from "#formats/lists/faults";
import type { RowOf } from "#formats/lists/rows";

/** What a row would do or did. */
export type Deed =
  | "admit"
  | "rename"
  | "standing"
  | "form"
  | "join"
  | "leave"
  | "seat"
  | "until"
  | "invite"
  | "nothing";

export interface RecordAct {
  does: Deed;
  /** A submission without its id. */
  asked: object;
}

export type RecordList = "delegations" | "groups" | "memberships";
type Planned = { acts: RecordAct[] } | { faults: RowFault[] };

const wrong = (column: string | null, fault: FaultCode): Planned => ({ faults: [{ column, fault }] });

const PLANS: { [K in RecordList]: (state: State, said: RowOf[K], at: Instant) => Planned } = {
  delegations: (state, { key: delegation, kind, names, standing, since, citation }) => {
    const known = state.delegations[delegation];
    if (known?.kind === "group") return wrong("key", "already-done");
    const now = known?.kind ?? kind;
    if (known !== undefined && standing === null && kind !== now) return wrong("kind", "kind-differs");
    const acts: RecordAct[] = [];
    if (known === undefined)
      acts.push({
        does: "admit",
        asked: { kind: "delegation.admitted", delegation, delegationKind: kind, names },
      });
    else acts.push(...renaming(state, delegation, names));
    if (standing !== null && standing !== now) {
      const asked = { kind: "delegation.standing.changed", delegation, standing, since, citation };
      acts.push({ does: "standing", asked });
    }
    return { acts };
  },
  groups: (state, { key: group, names }) => {
    const known = state.delegations[group];
    if (known === undefined)
      return { acts: [{ does: "form", asked: { kind: "group.formed", group, names } }] };
    return known.kind === "group" ? { acts: renaming(state, group, names) } : wrong("key", "already-done");
  },
  // [D44]
  memberships: (state, { group, delegation, from, until }, at) => {
    if (state.delegations[group]?.kind !== "group") return wrong("group", "unknown-delegation");
    if (state.delegations[delegation] === undefined) return wrong("delegation", "unknown-delegation");
    if (from !== null && begins(from) > at) return wrong("from", "not-begun");
    const is = belongsTo(state, delegation, group, asOf(state, at));
    const isTo = until === null || endOf(until) > at;
    if (is === isTo) return { acts: [] };
    const change = isTo ? "joined" : "left";
    const asked = { kind: "group.membership.changed", group, delegation, change };
    return { acts: [{ does: isTo ? "join" : "leave", asked }] };
  },
};

function renaming(state: State, delegation: DelegationKey, names: Names): RecordAct[] {
  const known = state.delegations[delegation];
  if (known === undefined || hashOf(known.names) === hashOf(names)) return [];
  return [{ does: "rename", asked: { kind: "delegation.renamed", delegation, names } }];
}

const DAY_MS = 24 * 3_600_000;

export function begins(day: Day): Instant {
  return `${day}T00:00:00.000Z` as Instant;
}

/** The last day is included. */
export function endOf(day: Day): Instant {
  return new Date(Date.parse(day) + DAY_MS).toISOString() as Instant;
}

/** Nothing that is judged here is kept. */
const NO_SALTS = { body: "0".repeat(32), provenance: "0".repeat(32) };
const NO_ID = SubmissionId.parse("00000000-0000-7000-8000-000000000000");

/**
 * [D41] What a row asks, judged on the record as it would stand.
 * @returns the state after it; a row that is wrong leaves it as it was.
 */
export function judged<K extends RecordList>(
  list: K,
  state: State,
  said: RowOf[K],
  seat: Seat,
  at: Instant,
): { state: State; planned: Planned } {
  const planned = PLANS[list](state, said, at);
  if ("faults" in planned) return { state, planned };
  let after = state;
  for (const { asked } of planned.acts) {
    const submission = Submission.safeParse({ id: NO_ID, ...asked });
    const entry = submission.success
      ? admit(after, submission.data, seat, at, NO_SALTS)
      : refuse("malformed");
    if (isRefusal(entry)) return { state, planned: wrong(null, entry.refused) };
    after = fold(after, entry);
  }
  return { state: after, planned };
}
