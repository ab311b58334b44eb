/** What each kind of entry requires of the record as it stands. Numbers in brackets: the rules of SPEC.md. */

import { audienceOfEntry } from "./audience.ts";
import { allHeld, heldAt } from "./by-seq.ts";
import { contentHash, hashOf } from "./canonical.ts";
import { answeringDisposition, givingDisposition } from "./disposition.ts";
import type { Audience, Target } from "./entry.ts";
import {
  type DelegationKey,
  type Instant,
  isNote,
  type ParagraphKey,
  paragraphOfIdea,
  type Seq,
} from "./ids.ts";
import { admitting, lateRound, ownLate } from "./late.ts";
import { groupsSpokenFor } from "./membership.ts";
import { participation } from "./participation.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { round } from "./round-rules.ts";
import type { Actor } from "./seat.ts";
import { stands } from "./selected-words.ts";
import { silenceOfEntered } from "./silence.ts";
import { annullingObjection, silence } from "./silence-rules.ts";
import { standingRefusal, successionRefusal, takesPart } from "./standing.ts";
import {
  type CommentState,
  type Declaration,
  isStatementOf,
  type LateWords,
  openRound,
  placeOf,
  placeOfEntry,
  positionAt,
  type Revision,
  type RoundState,
  roundForReply,
  type State,
  type StatementState,
  standing,
  wordsAt,
} from "./state.ts";
import { statementAnswered, statementNamedRefusal } from "./statement-stands.ts";
import { annulmentRefusal, citationRefusal, confirmationRefusal, statementRefusal } from "./statements.ts";
import type { Clearance, Submission } from "./submission.ts";
import { issuing } from "./summary.ts";
import { isWithoutAttribution, namingRefusal, ownUnattributed } from "./unattributed.ts";

/** [M6] Rights of reply of a delegation in one round. */
const MOST_REPLIES = 2;

/** The running text of a paragraph of the text under consideration; null when it has none such. */
export type TextOf = (paragraph: ParagraphKey) => string | null;

type Asked<K extends Submission["kind"]> = Extract<Submission, { kind: K }>;

/** The first rule the submission breaks, or null. */
export function refusalOf(
  state: State,
  asked: Submission,
  actor: Actor,
  at: Instant,
  clearance: Clearance | null,
  textOf: TextOf,
): Refusal | null {
  // [D8]
  const own = delegationOf(actor);
  if (own !== undefined && state.delegations[own]?.kind === "former") return refuse("standing-ended");
  const named = namingRefusal(state, asked, own);
  if (named !== null) return named;
  switch (asked.kind) {
    case "position.stated":
      return position(state, asked, actor, at) ?? uncleared(asked, actor, clearance);
    case "comment.made":
      return comment(state, asked, actor, at, textOf) ?? uncleared(asked, actor, clearance);
    case "entry.corrected": {
      const { entry } = asked.content;
      const own = ownEntry(state, entry, actor, at) ?? ownStatement(state, entry, actor, at);
      if (own === null) return refuse("unknown-entry");
      return own.withdrawn !== null ? refuse("already-withdrawn") : uncleared(asked, actor, clearance);
    }
    case "alignment.declared":
      return alignment(state, asked, actor) ?? uncleared(asked, actor, clearance);
    case "wording.associated":
      return association(state, asked, actor) ?? uncleared(asked, actor, clearance);
    case "dissociation.declared":
      return dissociation(state, asked, actor) ?? uncleared(asked, actor, clearance);
    case "reply.exercised":
      return rightOfReply(state, asked, actor, at) ?? uncleared(asked, actor, clearance);
    case "statement.made":
      return statement(state, asked, actor, at) ?? uncleared(asked, actor, clearance);
    case "statement.withdrawn":
      return withdrawable(lateOf(state, asked, actor) ?? ownStatement(state, asked.entry, actor, at));
    case "statement.received":
      return received(state, asked, at);
    case "statement.confirmed": {
      const entered = heldAt(state.statements, asked.content.entry);
      return confirmationRefusal(entered, delegationOf(actor)) ?? uncleared(asked, actor, clearance);
    }
    case "entry.annulled":
      return annulment(state, asked, actor);
    case "participation.declared":
      return participation(state, asked.content, delegationOf(actor)) ?? uncleared(asked, actor, clearance);
    case "declaration.withdrawn":
      return withdrawable(ownDeclaration(state, asked.entry, actor));
    case "speaking.granted":
      return speaking(state, asked);
    case "group.rule.registered":
      return rule(state, asked);
    case "position.withdrawn":
      return withdrawable(
        lateOf(state, asked, actor) ??
          ownUnattributed(state, asked, delegationOf(actor)) ??
          ownPosition(state, asked.entry, actor, "latest", at),
      );
    case "comment.withdrawn":
      return withdrawable(
        lateOf(state, asked, actor) ??
          ownUnattributed(state, asked, delegationOf(actor)) ??
          ownComment(state, asked.entry, actor),
      );
    case "item.opened":
      return state.item === null ? null : refuse("already-done");
    case "text.published":
      return asked.version === (state.text?.version ?? 0) + 1 ? null : refuse("already-done");
    case "delegation.admitted":
      return asked.delegation in state.delegations ? refuse("already-done") : null;
    case "delegation.renamed":
      return renaming(state, asked);
    case "delegation.standing.changed":
      return standingRefusal(state, asked, at);
    case "delegation.succeeded":
      return successionRefusal(state, asked, at);
    case "group.formed":
      return asked.group in state.delegations ? refuse("already-done") : null;
    case "group.membership.changed":
      return membership(state, asked);
    case "idea.identified":
      return identified(state, asked, textOf);
    case "idea.withdrawn":
      return state.ideas[asked.idea]?.withdrawn === null ? null : refuse("unknown-idea");
    case "round.opened":
    case "round.closed":
    case "round.extended":
    case "round.reopened":
    case "round.planned":
    case "plan.withdrawn":
      return round(state, asked, actor, at);
    case "silence.objected":
    case "silence.explained":
      return silence(state, asked, delegationOf(actor), at) ?? uncleared(asked, actor, clearance);
    case "silence.started":
    case "silence.entered":
    case "silence.moved":
    case "silence.concluded":
    case "silence.announced":
    case "silence.cancelled":
      return silence(state, asked, delegationOf(actor), at);
    case "summary.issued":
      return issuing(state, asked);
    case "late.admitted":
      return admitting(state, asked.entry, actor);
    case "disposition.given":
      return givingDisposition(state, asked);
    case "disposition.answered": {
      const own = ownEntry(state, asked.content.entry, actor, at);
      return answeringDisposition(state, asked, own) ?? uncleared(asked, actor, clearance);
    }
    default:
      return asked satisfies never;
  }
}

/** [T8] [Z14] */
function annulment(state: State, { entry }: Asked<"entry.annulled">, actor: Actor): Refusal | null {
  if (actor === "clock" || actor.as === "delegation" || actor.as === "reviewer")
    return refuse("not-permitted");
  const capacity = actor.as === "administrator" ? "secretariat" : "facilitator";
  const statement = heldAt(state.statements, entry);
  if (statement === undefined) return annullingObjection(silenceOfEntered(state, entry), capacity);
  return capacity === "secretariat" ? annulmentRefusal(statement) : refuse("not-permitted");
}

/** [D6] */
function renaming(state: State, { delegation, names }: Asked<"delegation.renamed">): Refusal | null {
  const one = state.delegations[delegation];
  if (one === undefined) return refuse("unknown-delegation");
  // [D8] It stays as it was called when its standing ended.
  if (one.kind === "former") return refuse("standing-ended");
  return hashOf(one.names) === hashOf(names) ? refuse("already-done") : null;
}

function position(state: State, asked: Asked<"position.stated">, actor: Actor, at: Instant): Refusal | null {
  const { idea, stance, words, wording, onBehalfOf } = asked.content;
  if (state.ideas[idea]?.withdrawn !== null) return refuse("unknown-idea");
  if (onBehalfOf !== undefined && !speaksFor(state, onBehalfOf, actor, at))
    return refuse("no-speaking-right");
  if (stance === "support-with-wording" && wording === undefined) return refuse("wording-required");
  if (stance !== "support-with-wording" && wording !== undefined) return refuse("wording-not-expected");
  if (stance === "reservation" && words === undefined) return refuse("words-required");
  const audience = state.rounds[asked.content.round]?.modalities.audience ?? "everyone";
  const uncited = citationRefusal(
    state,
    asked.content.statement,
    onBehalfOf ?? delegationOf(actor),
    audience,
  );
  if (uncited !== null) return uncited;
  return newWords(state, asked.content, actor, at);
}

function statement(state: State, asked: Asked<"statement.made">, actor: Actor, at: Instant): Refusal | null {
  const { onBehalfOf } = asked.content;
  if (onBehalfOf !== undefined && !speaksFor(state, onBehalfOf, actor, at))
    return refuse("no-speaking-right");
  const refusal = statementRefusal(asked.content, at, (target) => targetExists(state, target));
  return refusal ?? newWords(state, asked.content, actor, at);
}

/** [T7] Also after the round ended: paper takes its time. */
function received(state: State, asked: Asked<"statement.received">, at: Instant): Refusal | null {
  if (!takesPart(state.delegations[asked.delegation])) return refuse("unknown-delegation");
  const inRound = state.rounds[asked.round];
  if (inRound === undefined) return refuse("round-not-open");
  if (asked.textVersion !== state.text?.version) return refuse("unknown-text-version");
  if (!inRound.modalities.languages.includes(asked.lang)) return refuse("language-not-admitted");
  return statementRefusal(asked, at, (target) => targetExists(state, target));
}

function comment(
  state: State,
  asked: Asked<"comment.made">,
  actor: Actor,
  at: Instant,
  textOf: TextOf,
): Refusal | null {
  const { target, replyTo } = asked.content;
  if (!targetExists(state, target)) return refuse("unknown-target");
  if (target.on === "words" && !stands(target, textOf(target.paragraph) ?? ""))
    return refuse("unknown-target");
  const answers = isWithoutAttribution(state, asked.content.round) ? mayAnswerUnnamed : mayReplyTo;
  if (replyTo !== undefined && !answers(state, replyTo, target, actor)) return refuse("unknown-entry");
  return newWords(state, asked.content, actor, at);
}

interface NewWords {
  round: string;
  textVersion: number;
  lang: RoundState["modalities"]["languages"][number];
  late?: true | undefined;
  audience?: Audience;
}

/** [O1] [O2] [G1] New words: in an open round or late, on the text under consideration, in a language of the round. */
function newWords(state: State, content: NewWords, actor: Actor, at: Instant): Refusal | null {
  if (actor === "clock" || actor.as !== "delegation") return refuse("not-permitted");
  if (!(actor.delegation in state.delegations)) return refuse("unknown-delegation");
  const open = content.late ? lateRound(state, at) : openRound(state, at);
  if (open === null) return refuse(content.late ? "not-late" : "no-open-round");
  // [G3]
  if (content.late && (content.audience ?? "everyone") !== "everyone") return refuse("no-open-round");
  if (open.id !== content.round) return refuse("round-not-open");
  if (content.textVersion !== state.text?.version) return refuse("unknown-text-version");
  return open.modalities.languages.includes(content.lang) ? null : refuse("language-not-admitted");
}

/** [C1] [C2] Only exactly the words that a person of this delegation with the right approved. */
function uncleared(
  asked: Extract<Submission, { content: object }>,
  actor: Actor,
  clearance: Clearance | null,
): Refusal | null {
  if (isNote(asked.draft)) return refuse("internal-note");
  if (actor === "clock" || actor.as !== "delegation" || clearance === null) return refuse("not-cleared");
  if (clearance.draft !== asked.draft || clearance.delegation !== actor.delegation)
    return refuse("not-cleared");
  return clearance.hash === contentHash(asked.content) ? null : refuse("changed-since-clearance");
}

function targetExists(state: State, target: Target): boolean {
  switch (target.on) {
    case "report":
      return state.text !== null;
    case "paragraph":
    case "words":
      return state.text?.paragraphs.includes(target.paragraph) ?? false;
    case "idea":
      return state.ideas[target.idea] !== undefined;
    default:
      return target satisfies never;
  }
}

/**
 * [M3] A reply answers a comment or a position its author may read. A sealed one of another is refused like
 * an entry that does not exist: else trying numbers would tell what kind of entry lies sealed there.
 */
function mayReplyTo(state: State, seq: Seq, target: Target, actor: Actor): boolean {
  if (statementAnswered(state, seq, placeOf(target), delegationOf(actor)) !== null) return true;
  const answered = wordsAt(state, seq);
  if (answered === undefined || placeOfEntry(state, seq) !== placeOf(target)) return false;
  return audienceOfEntry(state, seq) === "everyone" || answered.by.delegation === delegationOf(actor);
}

/** [Q3] What everybody hears, by name or not: one's own sealed words nobody else could have answered. */
function mayAnswerUnnamed(state: State, seq: Seq, target: Target): boolean {
  const isThere = wordsAt(state, seq) !== undefined || heldAt(state.unattributed, seq) !== undefined;
  if (!isThere || placeOfEntry(state, seq) !== placeOf(target)) return false;
  return audienceOfEntry(state, seq) === "everyone";
}

/** [D2] [D5] A text that cannot be read at all holds nothing against the words. */
function identified(state: State, { idea, quote }: Asked<"idea.identified">, textOf: TextOf): Refusal | null {
  const paragraph = paragraphOfIdea(idea);
  if (!state.text?.paragraphs.includes(paragraph)) return refuse("unknown-target");
  if (idea in state.ideas) return refuse("already-done", "A number is never given twice.");
  const text = textOf(paragraph);
  if (text === null) return null;
  const at = text.indexOf(quote);
  return at >= 0 && text.indexOf(quote, at + 1) < 0 ? null : refuse("unknown-passage");
}

function membership(state: State, asked: Asked<"group.membership.changed">): Refusal | null {
  if (state.delegations[asked.group]?.kind !== "group") return refuse("unknown-delegation");
  const one = state.delegations[asked.delegation];
  if (!takesPart(one)) return refuse("unknown-delegation");
  const isIn = (state.memberships[asked.group] ?? []).some(
    (m) => m.delegation === one.key && m.until === null,
  );
  return isIn === (asked.change === "joined") ? refuse("already-done") : null;
}

function withdrawable(own: Pick<Declaration, "withdrawn"> | null): Refusal | null {
  if (own === null) return refuse("unknown-entry");
  return own.withdrawn === null ? null : refuse("already-withdrawn");
}

/** [G7] */
function lateOf(
  state: State,
  { entry, kind }: Asked<"position.withdrawn" | "comment.withdrawn" | "statement.withdrawn">,
  actor: Actor,
): LateWords | null {
  return ownLate(state, entry, delegationOf(actor), kind);
}

function ownEntry(state: State, seq: Seq, actor: Actor, at: Instant): Revision | CommentState | null {
  return ownComment(state, seq, actor) ?? ownPosition(state, seq, actor, "any", at);
}

function ownComment(state: State, seq: Seq, actor: Actor): CommentState | null {
  const comment = heldAt(state.comments, seq);
  return comment !== undefined && comment.by.delegation === delegationOf(actor) ? comment : null;
}

/** A group's position belongs to whoever may speak for it now, the delegation that stated it or another. */
function ownPosition(
  state: State,
  seq: Seq,
  actor: Actor,
  which: "latest" | "any",
  at: Instant,
): Revision | null {
  const place = heldAt(state.positionAt, seq);
  const revisions = place && state.positions[place.idea]?.[place.author];
  const revision = which === "latest" ? revisions?.at(-1) : revisions?.find((one) => one.seq === seq);
  if (place === undefined || revision?.seq !== seq) return null;
  const isOwn =
    revision.onBehalfOf === null
      ? revision.by.delegation === delegationOf(actor)
      : speaksFor(state, revision.onBehalfOf, actor, at);
  return isOwn ? revision : null;
}

function ownDeclaration(state: State, seq: Seq, actor: Actor): Declaration | null {
  const declaration = heldAt(state.declarations, seq);
  return declaration !== undefined && declaration.by.delegation === delegationOf(actor) ? declaration : null;
}

/** [T5] One that waits for confirmation is not the delegation's yet. */
function ownStatement(state: State, seq: Seq, actor: Actor, at: Instant): StatementState | null {
  const one = heldAt(state.statements, seq);
  if (one === undefined || one.annulled !== null || one.received?.confirmed === null) return null;
  const isOwn = one.author === delegationOf(actor) || speaksFor(state, one.author, actor, at);
  return isOwn ? one : null;
}

/** [P7] */
function speaksFor(state: State, group: DelegationKey, actor: Actor, at: Instant): boolean {
  const delegation = delegationOf(actor);
  return delegation !== undefined && groupsSpokenFor(state, delegation, at).includes(group);
}

/** [D4] */
function speaking(
  state: State,
  { group, delegation, from, until }: Asked<"speaking.granted">,
): Refusal | null {
  if (state.delegations[group]?.kind !== "group") return refuse("unknown-delegation");
  if (!takesPart(state.delegations[delegation])) return refuse("unknown-delegation");
  return until !== null && until <= from ? refuse("malformed", "until lies before from") : null;
}

/** [D7] */
function rule(state: State, { group, from, until }: Asked<"group.rule.registered">): Refusal | null {
  if (state.delegations[group]?.kind !== "group") return refuse("unknown-delegation");
  return until !== null && until <= from ? refuse("malformed", "until lies before from") : null;
}

/** [A1] [A3] A position of another that stands and is heard by everyone; what is sealed is as if it were not there. */
function standingOfOther(state: State, seq: Seq, actor: Actor): Revision | null {
  const revision = positionAt(state, seq);
  if (revision === undefined || audienceOfEntry(state, seq) !== "everyone") return null;
  const author = heldAt(state.positionAt, seq)?.author;
  const stands = standing(state.positions[heldAt(state.positionAt, seq)?.idea ?? ""]?.[author ?? ""]);
  return stands?.seq === seq && author !== delegationOf(actor) ? revision : null;
}

function seated(state: State, actor: Actor): Refusal | null {
  const delegation = delegationOf(actor);
  return delegation !== undefined && delegation in state.delegations ? null : refuse("unknown-delegation");
}

function alignment(state: State, asked: Asked<"alignment.declared">, actor: Actor): Refusal | null {
  const { entry, as, except = [] } = asked.content;
  if (as !== undefined)
    return statementNamedRefusal(state, { entry, as }, except, delegationOf(actor)) ?? seated(state, actor);
  if (except.length > 0) return refuse("unknown-passage");
  if (standingOfOther(state, asked.content.entry, actor) === null) return refuse("unknown-entry");
  return seated(state, actor);
}

function association(state: State, asked: Asked<"wording.associated">, actor: Actor): Refusal | null {
  const revision = standingOfOther(state, asked.content.entry, actor);
  return revision === null || revision.wording === null ? refuse("unknown-entry") : seated(state, actor);
}

function dissociation(state: State, asked: Asked<"dissociation.declared">, actor: Actor): Refusal | null {
  const { target, textVersion, entry } = asked.content;
  if (target.on === "statement") {
    const passages = target.passage === undefined ? [] : [target.passage];
    if (entry !== undefined) return refuse("unknown-entry");
    const refusal = statementNamedRefusal(state, target, passages, delegationOf(actor));
    if (refusal !== null) return refusal;
  } else if (!targetExists(state, target)) return refuse("unknown-target");
  if (textVersion !== state.text?.version) return refuse("unknown-text-version");
  // [A6]
  if (entry !== undefined) {
    const named = standingOfOther(state, entry, actor);
    if (named === null || placeOfEntry(state, entry) !== placeOf(target)) return refuse("unknown-entry");
  }
  return seated(state, actor);
}

/** [M6] To another's words, in or shortly after the round, at most twice a round. */
function rightOfReply(
  state: State,
  asked: Asked<"reply.exercised">,
  actor: Actor,
  at: Instant,
): Refusal | null {
  const { entry, target, round: named, textVersion, lang } = asked.content;
  const own = delegationOf(actor);
  if (!targetExists(state, target)) return refuse("unknown-target");
  const isOwn =
    wordsAt(state, entry)?.by.delegation === own || (own !== undefined && isStatementOf(state, entry, own));
  if (!mayReplyTo(state, entry, target, actor) || isOwn) return refuse("unknown-entry");
  const inRound = roundForReply(state, at);
  if (inRound === null) return refuse("no-open-round");
  if (inRound.id !== named) return refuse("round-not-open");
  if (textVersion !== state.text?.version) return refuse("unknown-text-version");
  if (!inRound.modalities.languages.includes(lang)) return refuse("language-not-admitted");
  const before = allHeld(state.comments).filter(
    (one) => one.rightOfReply && one.by.delegation === own && one.round === named,
  );
  return before.length < MOST_REPLIES ? seated(state, actor) : refuse("replies-used-up");
}

function delegationOf(actor: Actor): DelegationKey | undefined {
  return actor !== "clock" && actor.as === "delegation" ? actor.delegation : undefined;
}
