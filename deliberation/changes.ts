/** What entries are to one delegation: of which sort of news, and how many of each. */
import type { SeenEntry } from "./entry.ts";
import type { DelegationKey } from "./ids.ts";
import { saidBy } from "./late.ts";
import type { State } from "./state.ts";
import { answersTo } from "./turn.ts";
import { isOwnUnattributed } from "./unattributed.ts";

export const CHANGES = [
  "replies",
  "positions",
  "declared",
  "dispositions",
  "comments",
  "statements",
  "withdrawn",
  "ideas",
  "rounds",
  "text",
] as const;
export type Change = (typeof CHANGES)[number];

/**
 * [H7] What sort of news an entry is; null when it is none: sealed, one's own, or housekeeping of the record.
 * @param delegation null for whoever sits in none.
 */
export function changeOf(state: State, entry: SeenEntry, delegation: DelegationKey | null): Change | null {
  if (entry.body === undefined) return null;
  if (delegation !== null && entry.body.by.delegation === delegation) return null;
  // [Q2] One's own words that name nobody: their provenance comes to no other delegation.
  if (delegation !== null && entry.provenance?.author === delegation) return null;
  // [G6] That its late words were admitted is news for their author, too.
  const body = saidBy(entry.body);
  if (body === null) return null;
  switch (body.kind) {
    case "position.stated":
    case "unattributed.stated":
      return "positions";
    case "summary.issued":
      return "comments";
    case "unattributed.commented": {
      const answers = delegation !== null && answersTo(state, body.replyTo, delegation);
      return answers || isOwnUnattributed(state, body.replyTo, delegation) ? "replies" : "comments";
    }
    case "comment.made":
      return delegation !== null && answersTo(state, body.replyTo, delegation) ? "replies" : "comments";
    case "reply.exercised":
      return delegation !== null && answersTo(state, body.entry, delegation) ? "replies" : "comments";
    case "alignment.declared":
    case "dissociation.declared":
    case "wording.associated":
    case "silence.objected":
    case "silence.explained":
    case "silence.entered":
    case "participation.declared":
      return "declared";
    case "statement.made":
    case "statement.received":
    case "statement.confirmed":
      return "statements";
    case "statement.withdrawn":
    case "entry.annulled":
    case "declaration.withdrawn":
    case "position.withdrawn":
    case "comment.withdrawn":
    case "entry.corrected":
    case "unattributed.withdrawn":
      return "withdrawn";
    case "disposition.given":
    case "disposition.answered":
      return "dispositions";
    case "idea.identified":
    case "idea.withdrawn":
      return "ideas";
    case "round.opened":
    case "round.closed":
    case "round.extended":
    case "round.reopened":
    case "round.planned":
    case "plan.withdrawn":
    case "silence.started":
    case "silence.moved":
    case "silence.concluded":
    case "silence.announced":
    case "silence.cancelled":
      return "rounds";
    case "text.published":
      return "text";
    default:
      return null;
  }
}

export function changesIn(
  state: State,
  entries: readonly SeenEntry[],
  delegation: DelegationKey | null,
): Record<Change, number> {
  const counts = Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<Change, number>;
  for (const entry of entries) {
    const change = changeOf(state, entry, delegation);
    if (change !== null) counts[change] += 1;
  }
  return counts;
}
