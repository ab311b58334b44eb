/** What each kind of entry requires of the record as it stands. Numbers in brackets: the rules of SPEC.md. */

import { audienceOfEntry } from "./audience.ts";
import { heldAt } from "./by-seq.ts";
import { contentHash } from "./canonical.ts";
import type { Target } from "./entry.ts";
import { type DelegationKey, type Instant, paragraphOfIdea, type Seq } from "./ids.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Actor } from "./seat.ts";
import {
  type CommentState,
  openRound,
  type Revision,
  type RoundState,
  type State,
  wordsAt,
} from "./state.ts";
import type { Clearance, Submission } from "./submission.ts";

type Asked<K extends Submission["kind"]> = Extract<Submission, { kind: K }>;

/** The first rule the submission breaks, or null. */
export function refusalOf(
  state: State,
  asked: Submission,
  actor: Actor,
  at: Instant,
  clearance: Clearance | null,
): Refusal | null {
  switch (asked.kind) {
    case "position.stated":
      return position(state, asked, actor, at) ?? uncleared(asked, actor, clearance);
    case "comment.made":
      return comment(state, asked, actor, at) ?? uncleared(asked, actor, clearance);
    case "entry.corrected": {
      const own = ownEntry(state, asked.content.entry, actor);
      if (own === null) return refuse("unknown-entry");
      return own.withdrawn !== null ? refuse("already-withdrawn") : uncleared(asked, actor, clearance);
    }
    case "position.withdrawn":
      return withdrawable(ownPosition(state, asked.entry, actor, "latest"));
    case "comment.withdrawn":
      return withdrawable(ownComment(state, asked.entry, actor));
    case "item.opened":
      return state.item === null ? null : refuse("already-done");
    case "text.published":
      return asked.version === (state.text?.version ?? 0) + 1 ? null : refuse("already-done");
    case "delegation.admitted":
      return asked.delegation in state.delegations ? refuse("already-done") : null;
    case "group.formed":
      return asked.group in state.delegations ? refuse("already-done") : null;
    case "group.membership.changed":
      return membership(state, asked);
    case "idea.identified":
      if (!state.text?.paragraphs.includes(paragraphOfIdea(asked.idea))) return refuse("unknown-target");
      return asked.idea in state.ideas ? refuse("already-done", "A number is never given twice.") : null;
    case "idea.withdrawn":
      return state.ideas[asked.idea]?.withdrawn === null ? null : refuse("unknown-idea");
    case "round.opened":
      if (asked.round in state.rounds || openRound(state, at) !== null) return refuse("already-done");
      return asked.closesAt > at ? null : refuse("malformed", "closesAt lies in the past");
    case "round.closed": {
      const round = state.rounds[asked.round];
      if (round === undefined || round.closedAt !== null) return refuse("round-not-open");
      return actor === "clock" && at < round.closesAt ? refuse("not-permitted") : null;
    }
    default:
      return asked satisfies never;
  }
}

function position(state: State, asked: Asked<"position.stated">, actor: Actor, at: Instant): Refusal | null {
  const { idea, stance, words, wording, onBehalfOf } = asked.content;
  if (state.ideas[idea]?.withdrawn !== null) return refuse("unknown-idea");
  // No entry kind grants the right to speak for a group yet; so nobody holds it.
  if (onBehalfOf !== undefined) return refuse("no-speaking-right");
  if (stance === "support-with-wording" && wording === undefined) return refuse("wording-required");
  if (stance !== "support-with-wording" && wording !== undefined) return refuse("wording-not-expected");
  if (stance === "reservation" && words === undefined) return refuse("words-required");
  return newWords(state, asked.content, actor, at);
}

function comment(state: State, asked: Asked<"comment.made">, actor: Actor, at: Instant): Refusal | null {
  const { target, replyTo } = asked.content;
  if (!targetExists(state, target)) return refuse("unknown-target");
  if (replyTo !== undefined && !mayReplyTo(state, replyTo, actor)) return refuse("unknown-entry");
  return newWords(state, asked.content, actor, at);
}

/** [O1] [O2] New words: in an open round, on the text under consideration, in one of the round's languages. */
function newWords(
  state: State,
  content: { round: string; textVersion: number; lang: RoundState["modalities"]["languages"][number] },
  actor: Actor,
  at: Instant,
): Refusal | null {
  if (actor === "clock" || actor.as !== "delegation") return refuse("not-permitted");
  if (!(actor.delegation in state.delegations)) return refuse("unknown-delegation");
  const open = openRound(state, at);
  if (open === null) return refuse("no-open-round");
  if (open.id !== content.round) return refuse("round-not-open");
  if (content.textVersion !== state.text?.version) return refuse("unknown-text-version");
  return open.modalities.languages.includes(content.lang) ? null : refuse("language-not-admitted");
}

/** [C1] [C2] Only exactly the words that a person of this delegation with the right approved. */
function uncleared(
  asked: Asked<"position.stated" | "comment.made" | "entry.corrected">,
  actor: Actor,
  clearance: Clearance | null,
): Refusal | null {
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
function mayReplyTo(state: State, seq: Seq, actor: Actor): boolean {
  const answered = wordsAt(state, seq);
  if (answered === undefined) return false;
  return audienceOfEntry(state, seq) === "everyone" || answered.by.delegation === delegationOf(actor);
}

function membership(state: State, asked: Asked<"group.membership.changed">): Refusal | null {
  if (state.delegations[asked.group]?.kind !== "group") return refuse("unknown-delegation");
  const one = state.delegations[asked.delegation];
  if (one === undefined || one.kind === "group") return refuse("unknown-delegation");
  const isIn = (state.memberships[asked.group] ?? []).some(
    (m) => m.delegation === one.key && m.until === null,
  );
  return isIn === (asked.change === "joined") ? refuse("already-done") : null;
}

function withdrawable(own: Revision | CommentState | null): Refusal | null {
  if (own === null) return refuse("unknown-entry");
  return own.withdrawn === null ? null : refuse("already-withdrawn");
}

function ownEntry(state: State, seq: Seq, actor: Actor): Revision | CommentState | null {
  return ownComment(state, seq, actor) ?? ownPosition(state, seq, actor, "any");
}

function ownComment(state: State, seq: Seq, actor: Actor): CommentState | null {
  const comment = heldAt(state.comments, seq);
  return comment !== undefined && comment.by.delegation === delegationOf(actor) ? comment : null;
}

function ownPosition(state: State, seq: Seq, actor: Actor, which: "latest" | "any"): Revision | null {
  const place = heldAt(state.positionAt, seq);
  const revisions = place && state.positions[place.idea]?.[place.author];
  const revision = which === "latest" ? revisions?.at(-1) : revisions?.find((one) => one.seq === seq);
  return revision?.seq === seq && revision.by.delegation === delegationOf(actor) ? revision : null;
}

function delegationOf(actor: Actor): DelegationKey | undefined {
  return actor !== "clock" && actor.as === "delegation" ? actor.delegation : undefined;
}
