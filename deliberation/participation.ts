/** Whether a delegation takes part in the exercise at all: a stand of the delegation, and no position. Rules P8–P11 of SPEC.md. */
import type { Audience, BodyOf } from "./entry.ts";
import type { DelegationKey, Instant, Seq } from "./ids.ts";
import { assemblyOf } from "./membership.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Participation, State } from "./state.ts";

/** [P8] @param own the delegation that asks. */
export function participation(
  state: State,
  { takesPart, words }: { takesPart: boolean; words?: string | undefined },
  own: DelegationKey | undefined,
): Refusal | null {
  const kind = own === undefined ? undefined : state.delegations[own]?.kind;
  if (own === undefined || kind === undefined || kind === "group") return refuse("unknown-delegation");
  const last = participationOf(state, own).at(-1);
  if (takesPart) return doesTakePart(state, own) ? refuse("already-done") : null;
  // The same again in other words is something else.
  const same = last?.takesPart === false && last.words === (words ?? null);
  return same ? refuse("already-done") : null;
}

/** What a delegation said of taking part, oldest first. */
export function participationOf({ participation }: State, delegation: string): readonly Participation[] {
  return Object.hasOwn(participation, delegation) ? (participation[delegation] ?? []) : [];
}

/** [P10] @param moment as of which; null for now. */
export function doesTakePart(state: State, delegation: string, moment: Instant | null = null): boolean {
  const said = participationOf(state, delegation);
  return said.findLast(({ at }) => moment === null || at <= moment)?.takesPart ?? true;
}

/** What a delegation said last, where it does not take part; null for whoever does. */
export function notTakingPart(state: State, delegation: string): Participation | null {
  const last = participationOf(state, delegation).at(-1);
  return last?.takesPart === false ? last : null;
}

/** [P9] [D8] Who has standing and does not take part, observers among them. */
export function delegationsApart(state: State): DelegationKey[] {
  return assemblyOf(state)
    .filter(({ key, kind }) => kind !== "former" && !doesTakePart(state, key))
    .map(({ key }) => key);
}

export function participationAfter(
  state: State,
  { by, takesPart, words, lang }: BodyOf<"participation.declared">,
  seq: Seq,
  at: Instant,
  audience: Audience,
): State["participation"] {
  const said = { words: words ?? null, lang: words === undefined ? null : lang };
  return after(state, { seq, at, audience, by, takesPart, through: "declaration", ...said });
}

/** [P10] Who states a position in its own name, or aligns itself with one, takes part. */
export function takingPartBy(
  state: State,
  body: BodyOf<"position.stated" | "alignment.declared">,
  seq: Seq,
  at: Instant,
  audience: Audience,
): State {
  const { by, kind } = body;
  // [A7] Aligning with a statement states no position.
  if (body.kind === "alignment.declared" && body.as !== undefined) return state;
  const own = by.capacity === "on-behalf-of-group" ? null : by.delegation;
  if (own === null || doesTakePart(state, own)) return state;
  const through = kind === "position.stated" ? "position" : "alignment";
  const step = { seq, at, audience, by, takesPart: true, through, words: null, lang: null } as const;
  return { ...state, participation: after(state, step) };
}

/** [P10] Late words were said when they came: what the delegation said of taking part since then stands. */
export function lateTakingPartBy(
  state: State,
  body: BodyOf<"position.stated">,
  came: Seq,
  ...entry: [seq: Seq, at: Instant, audience: Audience]
): State {
  const last = participationOf(state, body.by.delegation ?? "").at(-1);
  return last !== undefined && last.seq > came ? state : takingPartBy(state, body, ...entry);
}

function after(state: State, step: Participation): State["participation"] {
  const delegation = step.by.delegation ?? "";
  return { ...state.participation, [delegation]: [...participationOf(state, delegation), step] };
}
