/** Which entries are news for whom, and when a digest of them is due. Rules E of SPEC.md. */
import { heldAt } from "./by-seq.ts";
import { changeOf } from "./changes.ts";
import type { SeenEntry } from "./entry.ts";
import type { DelegationKey, Instant, Seq } from "./ids.ts";
import { saidBy } from "./late.ts";
import { silenceOfEntered } from "./silence.ts";
import {
  declaredOfStatement,
  declaredOn,
  isStatementOf,
  type RoundState,
  type State,
  wordsAt,
} from "./state.ts";

export const SCOPES = ["concerns", "all", "none"] as const;
export type Scope = (typeof SCOPES)[number];
export const FREQUENCIES = ["daily", "weekly", "never"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/**
 * [E1] Whether an entry concerns a delegation: a reply to its words, what is declared of its position, words of a
 * group it belongs to, the withdrawal of an idea it took a position on, and what everybody must know.
 */
export function concerns(state: State, entry: SeenEntry, delegation: DelegationKey): boolean {
  const change = changeOf(state, entry, delegation);
  const body = entry.body && saidBy(entry.body);
  if (change === null || body == null) return false;
  if (entry.body?.kind === "late.admitted" && body.by.delegation === delegation) return true;
  if (change === "replies" || change === "rounds" || change === "text") return true;
  if (body.kind === "disposition.given")
    return body.answers.some(({ to }) => to.some(({ entry: said }) => isAuthorOf(state, said, delegation)));
  if (body.kind === "idea.withdrawn") return state.positions[body.idea]?.[delegation] !== undefined;
  if (body.kind === "alignment.declared" || body.kind === "wording.associated") {
    return authorAt(state, body.entry) === delegation || isStatementOf(state, body.entry, delegation);
  }
  if (body.kind === "dissociation.declared" && body.target.on === "statement")
    return isStatementOf(state, body.target.entry, delegation);
  if (
    (body.kind === "entry.corrected" || body.kind === "statement.withdrawn") &&
    declaredOfStatement(state, body.entry).some(({ by }) => by.delegation === delegation)
  )
    return true;
  if (body.kind === "position.stated" && alignedWith(state, body.idea, authorOf(body), delegation))
    return true;
  if (body.kind === "statement.received") return body.delegation === delegation;
  if (body.kind === "silence.entered") return body.delegation === delegation;
  if (body.kind === "entry.annulled") return enteredFor(state, body.entry) === delegation;
  const group = authorOf(body);
  return group !== null && isIn(state, group, delegation, entry.header.at);
}

/** [E2] @param delegation null for whoever sits in none: then nothing concerns but rounds and texts. */
export function isNotice(
  state: State,
  entry: SeenEntry,
  delegation: DelegationKey | null,
  scope: Scope,
): boolean {
  if (scope === "none") return false;
  const change = changeOf(state, entry, delegation);
  if (change === null || scope === "all") return change !== null;
  return delegation === null ? change === "rounds" || change === "text" : concerns(state, entry, delegation);
}

/** Digests leave at this hour, UTC: morning in New York; weekly ones on Mondays. */
const HOUR = 12;
const DAY_MS = 24 * 3_600_000;

/** [E3] Whether the hour of a digest passed since `last`, the moment one was last looked at. */
export function isDigestDue(frequency: Frequency, last: Instant, at: Instant): boolean {
  if (frequency === "never") return false;
  const due = new Date(last);
  due.setUTCHours(HOUR, 0, 0, 0);
  if (due.getTime() <= Date.parse(last)) due.setTime(due.getTime() + DAY_MS);
  while (frequency === "weekly" && due.getUTCDay() !== 1) due.setTime(due.getTime() + DAY_MS);
  return due.getTime() <= Date.parse(at);
}

/** [E3] The open round that closes within a day. */
export function roundClosingWithinDay(state: State, at: Instant): RoundState | null {
  return (
    Object.values(state.rounds).find(
      ({ closedAt, closesAt }) =>
        closedAt === null && at < closesAt && Date.parse(closesAt) - Date.parse(at) <= DAY_MS,
    ) ?? null
  );
}

type Body = NonNullable<SeenEntry["body"]>;

/** In whose name an entry speaks: the group's, where it speaks for one. */
function authorOf(body: Body): DelegationKey | null {
  return "onBehalfOf" in body ? (body.onBehalfOf ?? body.by.delegation) : body.by.delegation;
}

function isAuthorOf(state: State, seq: number, delegation: DelegationKey): boolean {
  return wordsAt(state, seq)?.by.delegation === delegation || authorAt(state, seq) === delegation;
}

/** For whom the secretariat or a facilitator had entered something. */
function enteredFor(state: State, entry: Seq): DelegationKey | null {
  const statement = heldAt(state.statements, entry);
  return statement?.author ?? silenceOfEntered(state, entry)?.words.delegation ?? null;
}

function authorAt(state: State, entry: number): DelegationKey | null {
  return heldAt(state.positionAt, entry)?.author ?? null;
}

function alignedWith(
  state: State,
  idea: string,
  author: DelegationKey | null,
  delegation: DelegationKey,
): boolean {
  return declaredOn(state, idea).some(
    ({ by, with: named }) => by.delegation === delegation && named !== null && named.author === author,
  );
}

function isIn(state: State, group: DelegationKey, delegation: DelegationKey, at: Instant): boolean {
  return (state.memberships[group] ?? []).some(
    (one) => one.delegation === delegation && one.from <= at && (one.until === null || at < one.until),
  );
}
