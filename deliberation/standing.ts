/**
 * Standing of delegations, as it changes: Member State, observer, or none any more; and who came after whom.
 * Rules D8, D9 of SPEC.md.
 */
import type { BodyOf, Names } from "./entry.ts";
import type { Day, DelegationKey, Instant, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { DelegationState, StandingStep, State } from "./state.ts";
import type { Submission } from "./submission.ts";

type Asked<K extends Submission["kind"]> = Extract<Submission, { kind: K }>;

const DAY_MS = 24 * 3_600_000;

/** Whether it is a Member State or an observer now: no group, and none that has no standing any more. */
export function takesPart(one: DelegationState | undefined): one is DelegationState {
  return one?.kind === "member" || one?.kind === "observer";
}

/** The step by which a delegation has no standing any more; undefined while it has. */
export function endOf(one: DelegationState | undefined): StandingStep | undefined {
  return one?.kind === "former" ? one.standings?.at(-1) : undefined;
}

/** [D6] [D8] The names it had at a moment. */
export function namesAt(
  { names, formerly = [] }: Pick<DelegationState, "names" | "formerly">,
  at: Instant,
): Names {
  return formerly.find(({ until }) => at < until)?.names ?? names;
}

/** [D9] Whom a delegation came after. */
export function predecessorsOf(state: State, delegation: DelegationKey): DelegationState[] {
  return Object.values(state.delegations)
    .filter(({ succeeded = [] }) => succeeded.some(({ by }) => by === delegation))
    .sort((a, b) => a.seq - b.seq);
}

/** [D8] */
export function standingRefusal(
  state: State,
  { delegation, standing, since }: Asked<"delegation.standing.changed">,
  at: Instant,
): Refusal | null {
  const one = state.delegations[delegation];
  if (one === undefined || one.kind === "group") return refuse("unknown-delegation");
  if (liesAhead(since, at)) return refuse("day-ahead");
  return one.kind === standing ? refuse("already-done") : null;
}

/** [D9] */
export function successionRefusal(
  state: State,
  { delegation, successor, since }: Asked<"delegation.succeeded">,
  at: Instant,
): Refusal | null {
  const one = state.delegations[delegation];
  if (one === undefined || one.kind === "group" || successor === delegation)
    return refuse("unknown-delegation");
  if (!takesPart(state.delegations[successor])) return refuse("unknown-delegation");
  if (liesAhead(since, at)) return refuse("day-ahead");
  return one.succeeded?.some(({ by }) => by === successor) ? refuse("already-done") : null;
}

/** The day has begun somewhere: east of Greenwich it is half a day ahead. */
function liesAhead(day: Day, at: Instant): boolean {
  return Date.parse(day) > Date.parse(at) + DAY_MS / 2;
}

interface Change {
  delegation: DelegationKey;
  standing: "member" | "observer" | "former";
  since: Day;
  citation: string;
}

/** [D8] From this entry on. With its standing it loses its place in groups; what it said is not touched. */
export function standingChanged(
  state: State,
  { delegation, standing, since, citation }: Change,
  seq: Seq,
  at: Instant,
): State {
  const before = state.delegations[delegation];
  if (before === undefined || before.kind === "group") return state;
  const step = { kind: standing, was: before.kind, at, since, citation, seq };
  const standings = [...(before.standings ?? []), step];
  const after = { ...before, kind: standing, standings };
  return {
    ...state,
    delegations: { ...state.delegations, [delegation]: after },
    memberships: standing === "former" ? leftAll(state.memberships, delegation, at) : state.memberships,
  };
}

/** [D9] Whoever is succeeded has no standing any more. */
export function delegationSucceeded(
  state: State,
  body: BodyOf<"delegation.succeeded">,
  seq: Seq,
  at: Instant,
): State {
  const { delegation, successor, manner, since, citation } = body;
  const ended =
    state.delegations[delegation]?.kind === "former"
      ? state
      : standingChanged(state, { delegation, standing: "former", since, citation }, seq, at);
  const one = ended.delegations[delegation];
  if (one === undefined) return ended;
  const succeeded = [...(one.succeeded ?? []), { by: successor, manner, since, citation, at, seq }];
  return { ...ended, delegations: { ...ended.delegations, [delegation]: { ...one, succeeded } } };
}

function leftAll(
  memberships: State["memberships"],
  delegation: DelegationKey,
  at: Instant,
): State["memberships"] {
  return Object.fromEntries(
    Object.entries(memberships).map(([group, all]) => [
      group,
      all.map((one) => (one.delegation === delegation && one.until === null ? { ...one, until: at } : one)),
    ]),
  );
}
