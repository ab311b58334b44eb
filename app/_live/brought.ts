/**
 * The state a page brings, taken out of its one string. The server renders the same string for everybody who sees the
 * same: what it took out of the last few is kept, for with a whole Assembly it takes as long as all else on the page.
 */
import { unpacked } from "#deliberation/packed";
import type { State } from "#deliberation/state";

const MOST = 4;
const taken = new Map<string, State>();

/** @param state as `packed` makes it. The same string gives the same object, which nobody changes. */
export function broughtBy(state: string): State {
  const known = taken.get(state) ?? unpacked(state);
  // Used last, dropped last.
  taken.delete(state);
  taken.set(state, known);
  if (taken.size > MOST) taken.delete(taken.keys().next().value ?? "");
  return known;
}
