/** What a silence procedure requires of the record as it stands. Rules Z of SPEC.md. */
import type { Capacity } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { groupsSpokenFor } from "./membership.ts";
import { type Refusal, refuse } from "./refusal.ts";
import {
  hasSaid,
  isRunning,
  isShort,
  movedDeadline,
  objectorsFixed,
  outcomeOf,
  type silenceOfEntered,
} from "./silence.ts";
import type { SilenceState, State } from "./state.ts";
import type { Submission } from "./submission.ts";

type Asked<K extends Submission["kind"]> = Extract<Submission, { kind: K }>;
type Words = Asked<"silence.objected" | "silence.explained">;
type Kind =
  | Words["kind"]
  | "silence.started"
  | "silence.entered"
  | "silence.moved"
  | "silence.concluded"
  | "silence.announced"
  | "silence.cancelled";

/**
 * The first rule that what is asked of a silence procedure breaks, or null.
 * @param delegation undefined for whoever acts for none.
 */
export function silence(
  state: State,
  asked: Asked<Kind>,
  delegation: DelegationKey | undefined,
  at: Instant,
): Refusal | null {
  if (asked.kind === "silence.started") return starting(state, asked, at);
  const named = state.silences["content" in asked ? asked.content.entry : asked.entry];
  if (named === undefined) return refuse("unknown-entry");
  switch (asked.kind) {
    case "silence.objected":
    case "silence.explained":
      return words(state, named, asked, delegation, at);
    case "silence.entered":
      return entered(state, named, asked, at);
    case "silence.moved":
      // [Z10]
      if (named.concluded !== null || named.cancelled !== null) return refuse("silence-over");
      if (asked.down.until > at || asked.down.from >= asked.down.until)
        return refuse("malformed", "down lies not behind");
      return asked.closesAt === movedDeadline(named, asked.down) ? null : refuse("not-permitted");
    case "silence.concluded":
      // [Z4]
      if (named.concluded !== null) return refuse("already-done");
      if (named.cancelled !== null) return refuse("silence-over");
      if (at < named.closesAt) return refuse("not-permitted");
      return asked.outcome === outcomeOf(named) ? null : refuse("malformed", "not what was said");
    case "silence.announced":
      // [Z11]
      if (named.announced !== null) return refuse("already-done");
      if (outcomeOf(named) === "broken") return refuse("silence-broken");
      return named.concluded === null ? refuse("silence-running") : null;
    case "silence.cancelled":
      // [Z12]
      return isRunning(named, at) ? null : refuse("silence-over");
    default:
      return asked satisfies never;
  }
}

/** [Z1] [Z7] */
function starting(state: State, asked: Asked<"silence.started">, at: Instant): Refusal | null {
  if (asked.ideas.some((idea) => state.ideas[idea]?.withdrawn !== null)) return refuse("unknown-idea");
  if (new Set(asked.ideas).size < asked.ideas.length) return refuse("malformed", "an idea is named twice");
  const fixed = objectorsFixed(state);
  if (fixed !== null && asked.objectors !== undefined && asked.objectors !== fixed)
    return refuse("objectors-fixed");
  if (asked.closesAt <= at) return refuse("malformed", "closesAt lies in the past");
  return isShort(asked.closesAt, at) && asked.reason === undefined ? refuse("silence-reason") : null;
}

/** [Z2] [Z3] [Z7] */
function words(
  state: State,
  named: SilenceState,
  { kind, content }: Words,
  delegation: DelegationKey | undefined,
  at: Instant,
): Refusal | null {
  const { onBehalfOf } = content;
  if (delegation === undefined) return refuse("members-only");
  if (onBehalfOf !== undefined && !groupsSpokenFor(state, delegation, at).includes(onBehalfOf))
    return refuse("no-speaking-right");
  const author = onBehalfOf ?? delegation;
  if (!mayObject(state, named, author)) return refuse("members-only");
  if (!isRunning(named, at)) return refuse("silence-over");
  if (hasSaid(named, author, kind)) return refuse("already-done");
  return onlyItsIdeas(named, kind === "silence.objected" ? content : {});
}

/** [Z8] */
function entered(
  state: State,
  named: SilenceState,
  asked: Asked<"silence.entered">,
  at: Instant,
): Refusal | null {
  const { delegation, receivedAt } = asked;
  if (!(delegation in state.delegations)) return refuse("unknown-delegation");
  if (!mayObject(state, named, delegation)) return refuse("members-only");
  if (named.announced !== null || named.cancelled !== null) return refuse("silence-over");
  if (receivedAt < named.startedAt || receivedAt >= named.closesAt || receivedAt > at)
    return refuse("not-received-in-time");
  if (hasSaid(named, delegation, "silence.objected")) return refuse("already-done");
  return onlyItsIdeas(named, asked);
}

/** [Z14] In the capacity that entered it. */
export function annullingObjection(
  entered: ReturnType<typeof silenceOfEntered>,
  capacity: Capacity,
): Refusal | null {
  if (entered === undefined || entered.words.by.capacity !== capacity) return refuse("not-own-error");
  const { silence, words } = entered;
  if (words.annulled !== null) return refuse("already-withdrawn");
  return silence.announced === null && silence.cancelled === null ? null : refuse("silence-over");
}

/** [Z7] A Member State; a group only where the launch lets groups object, and one of its members is such a State. */
export function mayObject(state: State, named: SilenceState, author: DelegationKey): boolean {
  const isMember = (key: DelegationKey) => state.delegations[key]?.kind === "member";
  if (state.delegations[author]?.kind !== "group") return isMember(author);
  if (named.objectors !== "members-and-groups") return false;
  return (state.memberships[author] ?? []).some((one) => one.until === null && isMember(one.delegation));
}

function onlyItsIdeas(named: SilenceState, { ideas = [] }: { ideas?: IdeaId[] | undefined }): Refusal | null {
  if (new Set(ideas).size < ideas.length) return refuse("malformed", "an idea is named twice");
  return ideas.every((idea) => named.ideas.includes(idea)) ? null : refuse("unknown-idea");
}
