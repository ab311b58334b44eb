/** The silence procedure: a wording stands at its deadline unless a delegation objects. Rules Z of SPEC.md. */
import type { BodyOf, Objectors, Stance } from "./entry.ts";
import type { DelegationKey, IdeaId, Instant, Seq } from "./ids.ts";
import {
  lastOpened,
  type SilenceOutcome,
  type SilenceState,
  type SilenceWords,
  type State,
  standing,
} from "./state.ts";

/** What decision 74/544 of the General Assembly gave at least. */
export const USUAL_HOURS = 72;
const HOUR_MS = 3_600_000;
/** [Z10] In so many hours before a deadline the service is to be reached. */
const LAST_HOURS_MS = 2 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/** [Z14] Whoever reads of an objection so shortly before a deadline may leave it at that. */
const RELIED_ON_MS = DAY_MS;

/** Whether a deadline gives less than the usual time. */
export function isShort(closesAt: Instant, at: Instant): boolean {
  return Date.parse(closesAt) - Date.parse(at) < USUAL_HOURS * HOUR_MS;
}

/** [Z7] What the opening of the round that goes on, or went on last, fixed on this; null when it left it open. */
export function objectorsFixed(state: State): Objectors | null {
  return lastOpened(state)?.modalities.objectors ?? null;
}

/** By the server's time, even if no conclusion was written yet. */
export function isRunning({ concluded, cancelled, closesAt }: SilenceState, at: Instant): boolean {
  return concluded === null && cancelled === null && at < closesAt;
}

/** [Z9] The ideas on which silence was broken. */
export function brokenIdeas(silence: SilenceState): IdeaId[] {
  const { said, ideas, others } = silence;
  const objections = said.filter((one) => one.kind === "silence.objected" && breaks(silence, one));
  if (objections.length > 0 && others === "stop") return ideas;
  return ideas.filter((idea) => objections.some((one) => one.ideas?.includes(idea) ?? true));
}

/** [Z14] One that was annulled breaks nothing, unless it stood while others could have relied on it. */
function breaks({ closesAt }: SilenceState, { at, annulled }: SilenceWords): boolean {
  if (annulled === null) return true;
  return at < closesAt && Date.parse(annulled.at) > Date.parse(closesAt) - RELIED_ON_MS;
}

/** [Z14] Whether silence is broken by nothing but what was annulled: then the wording may be put under silence anew. */
export function isBrokenInError(silence: SilenceState): boolean {
  return brokenIdeas(silence).length > 0 && !silence.said.some(isObjection);
}

/** An objection that nobody took back. */
export function isObjection({ kind, annulled }: SilenceWords): boolean {
  return kind === "silence.objected" && annulled === null;
}

/** Whether such words of an author stand. */
export function hasSaid({ said }: SilenceState, author: DelegationKey, kind: SilenceWords["kind"]): boolean {
  return said.some((one) => one.delegation === author && one.kind === kind && one.annulled === null);
}

/** [Z14] The procedure in which an entry is an objection that was received elsewhere; undefined for any other entry. */
export function silenceOfEntered(
  { silences }: State,
  seq: Seq,
): { silence: SilenceState; words: SilenceWords } | undefined {
  for (const silence of Object.values(silences)) {
    const words = silence.said.find((one) => one.seq === seq && one.received !== null);
    if (words !== undefined) return { silence, words };
  }
  return undefined;
}

export function standingInSilence(silence: SilenceState): IdeaId[] {
  const broken = brokenIdeas(silence);
  return silence.ideas.filter((idea) => !broken.includes(idea));
}

export function outcomeOf(silence: SilenceState): SilenceOutcome {
  const broken = brokenIdeas(silence).length;
  if (broken === 0) return "no-objection";
  return broken === silence.ideas.length ? "broken" : "in-part";
}

export type SilenceStatus = "running" | "ended" | "agreed" | "cancelled" | SilenceOutcome;

/** Where it stands at a moment; `ended` until the clock has said how. */
export function statusOf(silence: SilenceState, at: Instant): SilenceStatus {
  if (silence.cancelled !== null) return "cancelled";
  if (silence.announced !== null) return "agreed";
  const outcome = outcomeOf(silence);
  if (outcome === "broken") return outcome;
  if (isRunning(silence, at)) return "running";
  return silence.concluded === null ? "ended" : outcome;
}

/** [Z10] The deadline in place of one in whose last hours the service could not be reached; null when it stays. */
export function movedDeadline(
  { closesAt }: SilenceState,
  down: { from: Instant; until: Instant },
): Instant | null {
  const [deadline, until] = [Date.parse(closesAt), Date.parse(down.until)];
  if (Date.parse(down.from) >= deadline || until <= deadline - LAST_HOURS_MS) return null;
  let moved = deadline + DAY_MS;
  while (moved - LAST_HOURS_MS < until) moved += DAY_MS;
  return new Date(moved).toISOString() as Instant;
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
      if (state.delegations[author]?.kind === "former") continue;
      if (stance === undefined || !AGAINST.includes(stance)) continue;
      found.set(author as DelegationKey, [...(found.get(author as DelegationKey) ?? []), idea]);
    }
  }
  return [...found].map(([author, on]) => ({ author, ideas: on }));
}

type Told = BodyOf<
  | "silence.started"
  | "silence.objected"
  | "silence.explained"
  | "silence.entered"
  | "silence.moved"
  | "silence.concluded"
  | "silence.announced"
  | "silence.cancelled"
>;

/** [Z5] What an entry changes: silence procedures and nothing else. */
export function silenceAfter(state: State, body: Told, seq: Seq, at: Instant): State["silences"] {
  const before = state.silences;
  if (body.kind === "silence.started") return { ...before, [seq]: started(state, body, seq, at) };
  const silence = before[body.entry];
  if (silence === undefined) return before;
  return { ...before, [silence.seq]: { ...silence, ...changed(silence, body, seq, at) } };
}

/** [Z14] */
export function objectionAnnulled(
  before: State["silences"],
  { silence, words }: { silence: SilenceState; words: SilenceWords },
  { reason, lang }: BodyOf<"entry.annulled">,
  seq: Seq,
  at: Instant,
): State["silences"] {
  const annulled = { ...words, annulled: { seq, at, reason, lang } };
  const said = silence.said.map((one) => (one.seq === words.seq ? annulled : one));
  return { ...before, [silence.seq]: { ...silence, said } };
}

function started(state: State, body: BodyOf<"silence.started">, seq: Seq, at: Instant): SilenceState {
  const { wording, ideas, lang, closesAt, reason, by } = body;
  return {
    ...{ seq, startedAt: at, closesAt, by: by.capacity, ideas, wording, lang },
    number: Object.keys(state.silences).length + 1,
    reason: reason ?? null,
    // Before launches fixed it, Member States alone objected, and any objection ended all.
    objectors: body.objectors ?? objectorsFixed(state) ?? "members",
    others: body.others ?? "stop",
    ...{ said: [], moved: [], concluded: null, announced: null, cancelled: null },
  };
}

function changed(
  silence: SilenceState,
  body: Exclude<Told, BodyOf<"silence.started">>,
  seq: Seq,
  at: Instant,
): Partial<SilenceState> {
  const by = body.by.capacity;
  switch (body.kind) {
    case "silence.objected":
    case "silence.explained":
    case "silence.entered": {
      const words = wordsOf(body, seq, at);
      return words === null ? {} : { said: [...silence.said, words] };
    }
    case "silence.moved": {
      const moved = { seq, at, from: silence.closesAt, down: body.down };
      return { closesAt: body.closesAt, moved: [...silence.moved, moved] };
    }
    case "silence.concluded":
      return { concluded: { seq, at, outcome: body.outcome } };
    case "silence.announced":
      return { announced: { seq, at, by } };
    case "silence.cancelled":
      return { cancelled: { seq, at, by, reason: body.reason, lang: body.lang } };
    default:
      return body satisfies never;
  }
}

function wordsOf(
  body: BodyOf<"silence.objected" | "silence.explained" | "silence.entered">,
  seq: Seq,
  at: Instant,
): SilenceWords | null {
  const { words, lang, by } = body;
  const said = { seq, at, by, words, lang, annulled: null };
  if (body.kind === "silence.entered") {
    const received = { at: body.receivedAt, means: body.means };
    const { delegation, ideas = null } = body;
    return { ...said, kind: "silence.objected", delegation, ideas, received };
  }
  const delegation = body.onBehalfOf ?? by.delegation;
  if (delegation === null) return null;
  const ideas = body.kind === "silence.objected" ? (body.ideas ?? null) : null;
  return { ...said, kind: body.kind, delegation, ideas, received: null };
}
