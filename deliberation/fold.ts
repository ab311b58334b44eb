/**
 * The one way from entries to what screens, history and papers show.
 * Pure: the given state is never changed; what did not change is shared with the new one.
 */
import { heldAt, withHeld } from "./by-seq.ts";
import { headerHash } from "./canonical.ts";
import { dispositionsAfter, dispositionsAnswered } from "./disposition.ts";
import type { Audience, Body, BodyOf, SeenEntry } from "./entry.ts";
import { type DelegationKey, type Instant, paragraphOfIdea, type Seq } from "./ids.ts";
import { isLate, lateAfter, lateReceived } from "./late.ts";
import { lateTakingPartBy, participationAfter, takingPartBy } from "./participation.ts";
import { roundAfter, roundOpened, roundPlanned } from "./round-course.ts";
import { objectionAnnulled, silenceAfter, silenceOfEntered } from "./silence.ts";
import { delegationSucceeded, standingChanged } from "./standing.ts";
import {
  type CommentState,
  type Declaration,
  emptyState,
  type Late,
  placeOf,
  type Revision,
  type State,
} from "./state.ts";
import { statementOf } from "./statement-stands.ts";
import { statementAfter, statementCorrected, statementEntered } from "./statements.ts";
import { summariesAfter } from "./summary.ts";
import { isUnattributed, type Unattributed, unattributedAfter } from "./unattributed.ts";

/** An entry kind of a later version: a browser stops folding, a server refuses to start. */
export class UnknownKind extends Error {
  readonly kind: string;
  constructor(kind: string) {
    super(`This version does not know entries of the kind "${kind}".`);
    this.kind = kind;
  }
}

/** An entry that does not follow the state it is folded on. */
export class OutOfOrder extends Error {}

/** [F1] Folds one entry. A sealed entry (no body) advances the head and nothing else. */
export function fold(state: State, entry: SeenEntry): State {
  const { header, body } = entry;
  if (header.seq !== state.head.seq + 1 || header.prev !== state.head.hash) {
    throw new OutOfOrder(`Entry ${header.seq} does not follow entry ${state.head.seq}.`);
  }
  const moved = { ...state, head: { seq: header.seq, hash: headerHash(header), at: header.at } };
  if (body === undefined) return moved;
  if (body.v !== 1) throw new UnknownKind(`${(body as Body).kind}, version ${(body as Body).v}`);
  if (isLate(body)) return lateReceived(moved, body, header, known(entry.bodySalt));
  if (isUnattributed(body)) return unattributedAfter(moved, body, header, entry.provenance?.author ?? null);
  return applied(moved, body, header.seq, header.at, header.audience);
}

/** The state as of entry `seq`, all of them by default. */
export function stateAt(entries: Iterable<SeenEntry>, seq: number = Number.POSITIVE_INFINITY): State {
  let state = emptyState();
  for (const entry of entries) {
    if (entry.header.seq > seq) break;
    state = fold(state, entry);
  }
  return state;
}

function applied(
  state: State,
  body: Exclude<Body, Unattributed>,
  seq: Seq,
  at: Instant,
  audience: Audience,
): State {
  switch (body.kind) {
    case "item.opened": {
      const { session, agendaItem, title, demonstration } = body;
      return { ...state, item: { session, agendaItem, title, demonstration } };
    }
    case "text.published": {
      const { symbol, version, lang, title, text, paragraphs } = body;
      return { ...state, text: { symbol, version, lang, title, hash: text, paragraphs } };
    }
    case "delegation.admitted":
      return admitted(state, body.delegation, body.delegationKind, body.names, seq);
    case "delegation.renamed":
      return renamed(state, body, at);
    case "delegation.standing.changed":
      return standingChanged(state, body, seq, at);
    case "delegation.succeeded":
      return delegationSucceeded(state, body, seq, at);
    case "group.formed":
      return admitted(state, body.group, "group", body.names, seq);
    case "group.membership.changed":
      return membershipChanged(state, body, at);
    case "idea.identified": {
      const { idea: id, item, quote, provisional } = body;
      const idea = { id, paragraph: paragraphOfIdea(id), item, quote, provisional, seq, withdrawn: null };
      return { ...state, ideas: { ...state.ideas, [id]: idea } };
    }
    case "idea.withdrawn": {
      const idea = known(state.ideas[body.idea]);
      const withdrawn = { ...idea, withdrawn: { seq, at, reason: body.reason } };
      return { ...state, ideas: { ...state.ideas, [body.idea]: withdrawn } };
    }
    case "round.opened": {
      const { [body.round]: plan, ...plans } = state.plans;
      const opened = roundOpened(body, seq, at, plan?.course ?? []);
      return { ...state, plans, rounds: { ...state.rounds, [body.round]: opened } };
    }
    case "round.planned": {
      const plan = roundPlanned(state.plans[body.round], body, seq, at);
      return { ...state, plans: { ...state.plans, [body.round]: plan } };
    }
    case "plan.withdrawn": {
      const { [body.round]: _, ...plans } = state.plans;
      return { ...state, plans };
    }
    case "round.extended":
    case "round.closed":
    case "round.reopened": {
      const round = roundAfter(known(state.rounds[body.round]), body, seq, at);
      return { ...state, rounds: { ...state.rounds, [body.round]: round } };
    }
    case "late.admitted":
      return admittedLate(state, body, seq, at, audience);
    case "position.stated":
      return stated(takingPartBy(state, body, seq, at, audience), body, seq, at);
    case "position.withdrawn": {
      const note = { seq, at, reason: body.reason ?? null };
      if (heldAt(state.late, body.entry)) return lateAfter(state, body.entry, { withdrawn: note });
      return revised(state, body.entry, (revision) => ({ ...revision, withdrawn: note }));
    }
    case "comment.made":
      return commented(state, body, seq, at, audience);
    case "comment.withdrawn": {
      const note = { seq, at, reason: body.reason ?? null };
      if (heldAt(state.late, body.entry)) return lateAfter(state, body.entry, { withdrawn: note });
      return recommented(state, body.entry, (comment) => ({ ...comment, withdrawn: note }));
    }
    case "entry.corrected": {
      const { words, lang, reason } = body;
      const corrected = <T extends Revision | CommentState>(it: T): T => ({
        ...it,
        corrections: [...it.corrections, { seq, at, words, lang, reason }],
      });
      const statement = heldAt(state.statements, body.entry);
      if (statement !== undefined) {
        const after = statementCorrected(statement, body, seq, at);
        return { ...state, statements: withHeld(state.statements, body.entry, after) };
      }
      return heldAt(state.positionAt, body.entry) === undefined
        ? recommented(state, body.entry, corrected)
        : revised(state, body.entry, corrected);
    }
    case "speaking.granted": {
      const { group, delegation, from, until } = body;
      const others = (state.speaking[group] ?? []).filter((one) => one.delegation !== delegation);
      const speaking = [...others, { delegation, from, until, seq }];
      return { ...state, speaking: { ...state.speaking, [group]: speaking } };
    }
    case "group.rule.registered": {
      const { group, from, until } = body;
      return { ...state, bound: { ...state.bound, [group]: { from, until, seq } } };
    }
    case "alignment.declared":
      return declared(takingPartBy(state, body, seq, at, audience), body, seq, at, audience);
    case "wording.associated":
    case "dissociation.declared":
      return declared(state, body, seq, at, audience);
    case "participation.declared":
      return { ...state, participation: participationAfter(state, body, seq, at, audience) };
    case "declaration.withdrawn": {
      const one = known(heldAt(state.declarations, body.entry));
      const withdrawn = { seq, at, reason: body.reason ?? null };
      const declarations = withHeld(state.declarations, body.entry, { ...one, withdrawn });
      return { ...state, declarations };
    }
    case "reply.exercised":
      return replied(state, body, seq, at, audience);
    case "statement.made":
    case "statement.received":
      return statementEntered(state, body, seq, at, audience);
    case "statement.withdrawn":
    case "statement.confirmed":
    case "entry.annulled": {
      const objection = body.kind === "entry.annulled" ? silenceOfEntered(state, body.entry) : undefined;
      if (body.kind === "entry.annulled" && objection !== undefined)
        return { ...state, silences: objectionAnnulled(state.silences, objection, body, seq, at) };
      if (body.kind === "statement.withdrawn" && heldAt(state.late, body.entry))
        return lateAfter(state, body.entry, { withdrawn: { seq, at, reason: body.reason ?? null } });
      const statement = heldAt(state.statements, body.entry);
      if (statement === undefined && isLeftOut(state)) return state;
      const after = statementAfter(known(statement), body, seq, at);
      return { ...state, statements: withHeld(state.statements, body.entry, after) };
    }
    case "silence.started":
    case "silence.objected":
    case "silence.explained":
    case "silence.entered":
    case "silence.moved":
    case "silence.concluded":
    case "silence.announced":
    case "silence.cancelled":
      return { ...state, silences: silenceAfter(state, body, seq, at) };
    case "summary.issued":
      return { ...state, summaries: summariesAfter(state.summaries, body, seq, at) };
    case "disposition.given":
      return { ...state, dispositions: dispositionsAfter(state, body, seq, at, audience) };
    case "disposition.answered":
      return { ...state, dispositions: dispositionsAnswered(state, body, seq, at) };
    default:
      throw new UnknownKind((body satisfies never as Body).kind);
  }
}

function admitted(
  state: State,
  key: DelegationKey,
  kind: "member" | "observer" | "group",
  names: BodyOf<"delegation.admitted">["names"],
  seq: Seq,
): State {
  return { ...state, delegations: { ...state.delegations, [key]: { key, kind, names, seq } } };
}

/** [D6] Its key stays, and with it everything it ever said. */
function renamed(state: State, { delegation, names }: BodyOf<"delegation.renamed">, at: Instant): State {
  const before = known(state.delegations[delegation]);
  const formerly = [...(before.formerly ?? []), { names: before.names, until: at }];
  const after = { ...before, names, formerly };
  return { ...state, delegations: { ...state.delegations, [delegation]: after } };
}

/** [G6] From here on the words are what they would have been in time, under this entry's number, and marked. */
function admittedLate(
  state: State,
  body: BodyOf<"late.admitted">,
  seq: Seq,
  at: Instant,
  audience: Audience,
): State {
  const { entry, receivedAt, said } = body;
  const late = { entry, at: receivedAt };
  const noted = lateAfter(state, entry, { admitted: { seq, at } });
  switch (said.kind) {
    case "position.stated":
      return stated(lateTakingPartBy(noted, said, late.entry, seq, at, audience), said, seq, at, late);
    case "comment.made":
      return commented(noted, said, seq, at, audience, { late });
    case "statement.made":
      return statementEntered(noted, said, seq, at, audience, late);
    default:
      return said satisfies never;
  }
}

function membershipChanged(state: State, body: BodyOf<"group.membership.changed">, at: Instant): State {
  const before = state.memberships[body.group] ?? [];
  const after =
    body.change === "joined"
      ? [...before, { delegation: body.delegation, from: at, until: null }]
      : before.map((one) =>
          one.delegation === body.delegation && one.until === null ? { ...one, until: at } : one,
        );
  return { ...state, memberships: { ...state.memberships, [body.group]: after } };
}

function stated(state: State, body: BodyOf<"position.stated">, seq: Seq, at: Instant, late?: Late): State {
  const author = known(body.onBehalfOf ?? body.by.delegation ?? undefined);
  const before = state.positions[body.idea]?.[author] ?? [];
  const revision: Revision = {
    seq,
    rev: (before.at(-1)?.rev ?? 0) + 1,
    at,
    stance: body.stance,
    words: body.words ?? null,
    wording: body.wording ?? null,
    lang: body.lang,
    textVersion: body.textVersion,
    round: body.round,
    onBehalfOf: body.onBehalfOf ?? null,
    statement: body.statement ?? null,
    by: body.by,
    ...(late && { late }),
    withdrawn: null,
    corrections: [],
  };
  return {
    ...state,
    positions: {
      ...state.positions,
      [body.idea]: { ...state.positions[body.idea], [author]: [...before, revision] },
    },
    positionAt: withHeld(state.positionAt, seq, { idea: body.idea, author }),
  };
}

function revised(state: State, entry: Seq, change: (revision: Revision) => Revision): State {
  const place = heldAt(state.positionAt, entry);
  if (place === undefined && isLeftOut(state)) return state;
  const { idea, author } = known(place);
  const revisions = known(state.positions[idea]?.[author]).map((one) =>
    one.seq === entry ? change(one) : one,
  );
  return {
    ...state,
    positions: { ...state.positions, [idea]: { ...state.positions[idea], [author]: revisions } },
  };
}

function commented(
  state: State,
  body: Pick<CommentState, "by" | "target" | "commentKind" | "words" | "lang" | "textVersion" | "round"> & {
    replyTo?: Seq | undefined;
  },
  seq: Seq,
  at: Instant,
  audience: Audience,
  { rightOfReply = false, late }: { rightOfReply?: boolean; late?: Late } = {},
): State {
  const { by, target, commentKind, words, lang, textVersion, round, replyTo } = body;
  const comment: CommentState = {
    ...{ seq, at, audience, by, target, commentKind, words, lang, textVersion, round },
    replyTo: replyTo ?? null,
    rightOfReply,
    ...(late && { late }),
    withdrawn: null,
    corrections: [],
  };
  const place = placeOf(target);
  return {
    ...state,
    comments: withHeld(state.comments, seq, comment),
    threads: { ...state.threads, [place]: [...(state.threads[place] ?? []), seq] },
    counts: { ...state.counts, [place]: (state.counts[place] ?? 0) + 1 },
  };
}

type Declared = BodyOf<"alignment.declared" | "wording.associated" | "dissociation.declared">;

function declared(state: State, body: Declared, seq: Seq, at: Instant, audience: Audience): State {
  const { by, kind } = body;
  const of = statementOf(body);
  const named = body.entry === undefined || of !== undefined ? null : namedBy(state, body.entry);
  const place = of?.place ?? (kind === "dissociation.declared" ? placeOf(body.target) : (named?.idea ?? ""));
  const declaration: Declaration = {
    ...{ seq, at, audience, by, kind, place },
    ...(of && { statement: of.statement }),
    with: named && { entry: named.entry, author: named.author, rev: named.rev },
    words: "words" in body ? (body.words ?? null) : null,
    lang: "lang" in body ? body.lang : null,
    withdrawn: null,
  };
  return {
    ...state,
    declarations: withHeld(state.declarations, seq, declaration),
    declared: { ...state.declared, [place]: [...(state.declared[place] ?? []), seq] },
  };
}

/** The position an entry stated. Of a carried state, one that was left out has no revision to name. */
function namedBy(state: State, entry: Seq) {
  const place = heldAt(state.positionAt, entry);
  if (place === undefined && isLeftOut(state)) return null;
  const { idea, author } = known(place);
  const revision = state.positions[idea]?.[author]?.find((one) => one.seq === entry);
  return { entry, idea, author, rev: revision?.rev ?? 0 };
}

function replied(
  state: State,
  body: BodyOf<"reply.exercised">,
  seq: Seq,
  at: Instant,
  audience: Audience,
): State {
  const { entry: replyTo, target, words, lang, textVersion, round, by } = body;
  const said = { by, target, commentKind: "general" as const, words, lang, textVersion, round, replyTo };
  return commented(state, said, seq, at, audience, { rightOfReply: true });
}

function recommented(state: State, entry: Seq, change: (comment: CommentState) => CommentState): State {
  const comment = heldAt(state.comments, entry);
  if (comment === undefined && isLeftOut(state)) return state;
  return { ...state, comments: withHeld(state.comments, entry, change(known(comment))) };
}

/** Of a carried state: what an entry names may be among the words that were left out. */
function isLeftOut(state: State): boolean {
  return state.opened !== null;
}

/** What `admit` has checked; a record that lacks it was not made by it. */
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new OutOfOrder("The entry names something the record does not hold.");
  return value;
}
