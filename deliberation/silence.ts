/** The silence procedure: a wording stands at its deadline unless a delegation objects. Rules Z of SPEC.md. */
import type { BodyOf, Stance } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type SilenceState, type State, standing } from "./state.ts";
import type { Submission } from "./submission.ts";

/** What decision 74/544 of the General Assembly gave at least. */
export const USUAL_HOURS = 72;

type Asked<K extends Submission["kind"]> = Extract<Submission, { kind: K }>;

/** [Z1] */
export function startingSilence(state: State, asked: Asked<"silence.started">, at: Instant): Refusal | null {
  if (asked.ideas.some((idea) => state.ideas[idea]?.withdrawn !== null)) return refuse("unknown-idea");
  if (new Set(asked.ideas).size < asked.ideas.length) return refuse("malformed", "an idea is named twice");
  if (asked.closesAt <= at) return refuse("malformed", "closesAt lies in the past");
  return isShort(asked.closesAt, at) && asked.reason === undefined ? refuse("silence-reason") : null;
}

/** Whether a deadline gives less than the usual time. */
export function isShort(closesAt: Instant, at: Instant): boolean {
  return Date.parse(closesAt) - Date.parse(at) < USUAL_HOURS * 3_600_000;
}

/** [Z2] [Z3] @param delegation undefined for whoever acts for none. */
export function wordsInSilence(
  state: State,
  { kind, content }: Asked<"silence.objected" | "silence.explained">,
  delegation: DelegationKey | undefined,
  at: Instant,
): Refusal | null {
  const silence = state.silences[content.entry];
  if (silence === undefined) return refuse("unknown-entry");
  if (delegation === undefined || state.delegations[delegation]?.kind !== "member")
    return refuse("members-only");
  if (!isRunning(silence, at)) return refuse("silence-over");
  const said = silence.said.some((one) => one.delegation === delegation && one.kind === kind);
  return said ? refuse("already-done") : null;
}

/** [Z4] */
export function concluding(state: State, asked: Asked<"silence.concluded">, at: Instant): Refusal | null {
  const silence = state.silences[asked.entry];
  if (silence === undefined) return refuse("unknown-entry");
  if (silence.concluded !== null) return refuse("already-done");
  if (at < silence.closesAt) return refuse("not-permitted");
  return asked.outcome === outcomeOf(silence) ? null : refuse("malformed", "not what was said");
}

/** By the server's time, even if no conclusion was written yet. */
export function isRunning({ concluded, closesAt }: SilenceState, at: Instant): boolean {
  return concluded === null && at < closesAt;
}

export function outcomeOf({ said }: SilenceState): "no-objection" | "broken" {
  return said.some(({ kind }) => kind === "silence.objected") ? "broken" : "no-objection";
}

const AGAINST: readonly Stance[] = ["reservation", "does-not-support"];

/** [Z6] Whose reservation or opposition stands on which of these ideas. */
export function onRecordAgainst(
  state: State,
  ideas: readonly IdeaId[],
): { author: DelegationKey; ideas: IdeaId[] }[] {
  const found = new Map<DelegationKey, IdeaId[]>();
  for (const idea of ideas) {
    for (const [author, revisions] of Object.entries(state.positions[idea] ?? {})) {
      const stance = standing(revisions)?.stance;
      if (stance === undefined || !AGAINST.includes(stance)) continue;
      found.set(author as DelegationKey, [...(found.get(author as DelegationKey) ?? []), idea]);
    }
  }
  return [...found].map(([author, on]) => ({ author, ideas: on }));
}

type Told = BodyOf<"silence.started" | "silence.objected" | "silence.explained" | "silence.concluded">;

/** [Z5] What an entry changes: silence procedures and nothing else. */
export function silenceAfter(
  before: State["silences"],
  body: Told,
  seq: Seq,
  at: Instant,
): State["silences"] {
  if (body.kind === "silence.started") {
    const { wording, ideas, lang, closesAt, reason, by } = body;
    const number = Object.keys(before).length + 1;
    const started = { seq, number, startedAt: at, closesAt, by: by.capacity, ideas, wording, lang };
    return { ...before, [seq]: { ...started, reason: reason ?? null, said: [], concluded: null } };
  }
  const silence = before[body.entry];
  if (silence === undefined) return before;
  if (body.kind === "silence.concluded")
    return { ...before, [silence.seq]: { ...silence, concluded: { seq, at, outcome: body.outcome } } };
  const { kind, words, lang, by } = body;
  if (by.delegation === null) return before;
  const said = [...silence.said, { seq, at, kind, delegation: by.delegation, words, lang }];
  return { ...before, [silence.seq]: { ...silence, said } };
}
