/** Statements: one text of a delegation, its passages linked to what they speak to. Rules T of SPEC.md. */
import { isAsWide } from "./audience.ts";
import { allHeld, heldAt, withHeld } from "./by-seq.ts";
import type { Audience, Body, BodyOf, By, Original, Passage } from "./entry.ts";
import type { Day, DelegationKey, Instant, Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import {
  isStanding,
  isUnconfirmed,
  type Late,
  placeOf,
  placesOfStatement,
  type State,
  type StatementState,
} from "./state.ts";

const DAY_MS = 24 * 3_600_000;

/** [T1] [T2] What a text must be, whoever enters it. */
export function statementRefusal(
  { date, words, passages }: { date: Day; words: string; passages: readonly Passage[] },
  at: Instant,
  exists: (target: Passage["target"]) => boolean,
): Refusal | null {
  // The day has begun somewhere: east of Greenwich it is half a day ahead.
  if (Date.parse(date) > Date.parse(at) + DAY_MS / 2) return refuse("date-ahead");
  const seen = new Set<string>();
  for (const { start, end, target } of passages) {
    if (!exists(target)) return refuse("unknown-target");
    const name = `${start} ${end} ${placeOf(target)}`;
    if (end <= start || end > words.length || seen.has(name)) return refuse("unknown-passage");
    seen.add(name);
  }
  return null;
}

/** [T4] What a position may be taken from: a statement in the same name that stands and is heard as widely. */
export function citationRefusal(
  state: State,
  entry: Seq | undefined,
  author: DelegationKey | undefined,
  audience: Audience,
): Refusal | null {
  if (entry === undefined) return null;
  const statement = heldAt(state.statements, entry);
  const isOwn = statement !== undefined && statement.author === author && isStanding(statement);
  return isOwn && isAsWide(statement.audience, audience) ? null : refuse("unknown-entry");
}

/** The words of a statement that speak to a place; all of them where it links no passage. */
export function wordsOn({ words, passages }: StatementState, place: string): string[] {
  if (passages.length === 0) return [words];
  return passages
    .filter(({ target }) => placeOf(target) === place)
    .map(({ start, end }) => words.slice(start, end))
    .filter((said) => said !== "");
}

/** [T10] The files that entries name, those of late statements that wait among them; by whom each was brought. */
export function originalsNamed(state: State): { original: Original; by: By }[] {
  const late = allHeld(state.late).flatMap(({ body }) => (body.kind === "statement.made" ? [body] : []));
  return [...allHeld(state.statements), ...late].flatMap(({ original, by }) =>
    original == null ? [] : [{ original, by }],
  );
}

/** [T7] Of all statements, those entered for a delegation that it has not confirmed, oldest first. */
export function toConfirm(
  statements: readonly StatementState[],
  delegation: DelegationKey,
): StatementState[] {
  return statements
    .filter((one) => one.author === delegation && isUnconfirmed(one))
    .sort((a, b) => a.seq - b.seq);
}

/** [T7] */
export function confirmationRefusal(
  statement: StatementState | undefined,
  own: DelegationKey | undefined,
): Refusal | null {
  if (statement === undefined || statement.received === null || statement.author !== own)
    return refuse("unknown-entry");
  if (statement.annulled !== null || statement.withdrawn !== null) return refuse("already-withdrawn");
  return statement.received.confirmed === null ? null : refuse("already-done");
}

/** [T8] Once confirmed, the words are the delegation's. */
export function annulmentRefusal(statement: StatementState | undefined): Refusal | null {
  if (statement === undefined || statement.received === null) return refuse("not-own-error");
  if (statement.annulled !== null) return refuse("already-withdrawn");
  return statement.received.confirmed === null ? null : refuse("not-own-error");
}

export function statementEntered(
  state: State,
  body: BodyOf<"statement.made" | "statement.received">,
  seq: Seq,
  at: Instant,
  audience: Audience,
  late?: Late,
): State {
  const { by, manner, date, words, lang, textVersion, round, passages, original } = body;
  const author = body.kind === "statement.received" ? body.delegation : (body.onBehalfOf ?? by.delegation);
  const statement: StatementState = {
    ...{ seq, at, audience, by, manner, date, words, lang, textVersion, round, passages },
    author: author as DelegationKey,
    original: original ?? null,
    corrections: [],
    received: body.kind === "statement.received" ? { confirmed: null } : null,
    ...(late && { late }),
    withdrawn: null,
    annulled: null,
  };
  const places = placesOfStatement(statement).map((place) => [place, [...(state.linked[place] ?? []), seq]]);
  return {
    ...state,
    statements: withHeld(state.statements, seq, statement),
    linked: { ...state.linked, ...Object.fromEntries(places) },
  };
}

type After = Extract<Body, { kind: "statement.withdrawn" | "statement.confirmed" | "entry.annulled" }>;

export function statementAfter(
  statement: StatementState,
  body: After,
  seq: Seq,
  at: Instant,
): StatementState {
  switch (body.kind) {
    case "statement.withdrawn":
      return { ...statement, withdrawn: { seq, at, reason: body.reason ?? null } };
    case "statement.confirmed":
      return { ...statement, received: { confirmed: { seq, at } } };
    case "entry.annulled":
      return { ...statement, annulled: { seq, at, reason: body.reason, lang: body.lang } };
    default:
      return body satisfies never;
  }
}

/** [T12] Both texts are kept; the passages go with their words. */
export function statementCorrected(
  statement: StatementState,
  { words, lang, reason }: Pick<BodyOf<"entry.corrected">, "words" | "lang" | "reason">,
  seq: Seq,
  at: Instant,
): StatementState {
  const moved = movedBy(statement.words, words);
  return {
    ...statement,
    words,
    lang,
    passages: statement.passages.map((one) => ({
      ...one,
      start: moved(one.start, 0),
      end: moved(one.end, 1),
    })),
    corrections: [...statement.corrections, { seq, at, words, lang, reason }],
  };
}

/**
 * Where a place of the old text is in the new one: before and after what changed it moves along; what lies within is
 * stretched over all that took its place.
 */
function movedBy(before: string, after: string): (place: number, side: 0 | 1) => number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [isBefore, isAfter] = [
    (place: number) => place <= head,
    (place: number) => place >= before.length - tail,
  ];
  const shift = after.length - before.length;
  return (place, side) => {
    // What was put in just where a passage begins or ends is none of it.
    if (side === 0) return isAfter(place) ? place + shift : isBefore(place) ? place : head;
    return isBefore(place) ? place : isAfter(place) ? place + shift : after.length - tail;
  };
}
