/** In which order a matrix shows its ideas: as the text has them, or by what a facilitator looks for first. Rule X9. */
import { standOn, totalsShown } from "./count.ts";
import { queueOf } from "./disposition-queue.ts";
import type { IdeaId } from "./ids.ts";
import type { State } from "./state.ts";

export const ROW_ORDERS = ["text", "divergence", "untreated", "missing"] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** Idea → how many words on it nobody answered; known to whoever gives dispositions. */
export type Untreated = Readonly<Record<string, number>>;

/** Of the queue, what is on ideas. @param state as the facilitators read the record, with all its words. */
export function untreatedOn(state: State): Untreated {
  const counts: Record<string, number> = {};
  for (const { place, treatment } of queueOf(state)) {
    if (treatment === "untreated" && place in state.ideas) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** [X9] The orders this record may be shown in: divergence is told by figures, and goes with them. */
export function rowOrders(state: State, untreated?: Untreated): readonly RowOrder[] {
  return ROW_ORDERS.filter((order) =>
    order === "divergence" ? totalsShown(state) : order !== "untreated" || untreated !== undefined,
  );
}

/** [X9] @param ideas in the order of the text, which decides where nothing else does. */
export function inOrder(
  state: State,
  ideas: readonly IdeaId[],
  order: RowOrder,
  untreated?: Untreated,
): IdeaId[] {
  if (order === "text" || !rowOrders(state, untreated).includes(order)) return [...ideas];
  const weigh = { divergence, missing, untreated: (_: State, idea: IdeaId) => untreated?.[idea] ?? 0 }[order];
  const weights = new Map(ideas.map((idea) => [idea, weigh(state, idea)]));
  return [...ideas].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

/** Member States on the smaller side, twice, and those with a reservation: where most stands against most. */
function divergence(state: State, idea: IdeaId): number {
  const { members } = standOn(state, idea);
  const supporting = members.support.length + members["support-with-wording"].length;
  return 2 * Math.min(supporting, members["does-not-support"].length) + members.reservation.length;
}

function missing(state: State, idea: IdeaId): number {
  return standOn(state, idea).notStated.length;
}
