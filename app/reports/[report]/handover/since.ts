/** The day a handover counts from: the one asked for, or that of the last round's opening. Days begin at 00:00 UTC. */
import type { Instant } from "#deliberation/ids";
import type { State } from "#deliberation/state";

export function dayAsked(asked: unknown, state: State): { day: string; since: Instant } {
  const day = typeof asked === "string" && isDay(asked) ? asked : usual(state);
  return { day, since: `${day}T00:00:00.000Z` as Instant };
}

function usual(state: State): string {
  const opened = Object.values(state.rounds).map(({ openedAt }) => openedAt);
  return (opened.sort().at(-1) ?? state.head.at ?? "1970-01-01").slice(0, 10);
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
