/** What opening, extending, closing and reopening a round require of the record as it stands. Rules O of SPEC.md. */
import type { Instant } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Actor } from "./seat.ts";
import { lastOpened, openRound, type State } from "./state.ts";
import type { Submission } from "./submission.ts";

type Kind =
  | "round.opened"
  | "round.extended"
  | "round.closed"
  | "round.reopened"
  | "round.planned"
  | "plan.withdrawn";

/** The first rule that what is asked of a round breaks, or null. */
export function round(
  state: State,
  asked: Extract<Submission, { kind: Kind }>,
  actor: Actor,
  at: Instant,
): Refusal | null {
  const named = state.rounds[asked.round];
  switch (asked.kind) {
    case "round.opened":
      if (named !== undefined || openRound(state, at) !== null) return refuse("already-done");
      return liesAhead(asked.closesAt, at);
    case "round.extended":
      if (named === undefined || openRound(state, at)?.id !== named.id) return refuse("round-not-open");
      return asked.closesAt > named.closesAt ? null : refuse("deadline-not-later");
    case "round.closed":
      if (named === undefined || named.closedAt !== null) return refuse("round-not-open");
      return actor === "clock" && at < named.closesAt ? refuse("not-permitted") : null;
    case "round.reopened":
      if (named === undefined || named.closedAt === null) return refuse("round-not-closed");
      if (lastOpened(state)?.id !== named.id) return refuse("later-round-opened");
      return liesAhead(asked.closesAt, at);
    case "round.planned":
      if (named !== undefined) return refuse("already-done");
      if (asked.closesAt <= asked.opensAt) return refuse("malformed", "closesAt lies before opensAt");
      return liesAhead(asked.opensAt, at, "opensAt");
    case "plan.withdrawn":
      return asked.round in state.plans ? null : refuse("round-not-planned");
    default:
      return asked satisfies never;
  }
}

function liesAhead(asked: Instant, at: Instant, field = "closesAt"): Refusal | null {
  return asked > at ? null : refuse("malformed", `${field} lies in the past`);
}
