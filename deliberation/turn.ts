/** Whose turn it is: what waits for one delegation, from the record as it reads it. Rules H of SPEC.md. */
import { allHeld, heldAt } from "./by-seq.ts";
import { ideasWithoutPosition, standingIdeas } from "./count.ts";
import { type WaitingDisposition, waitingDispositions } from "./disposition-queue.ts";
import type { DelegationKey, IdeaId, Instant, Seq } from "./ids.ts";
import type { Report, Section } from "./report.ts";
import {
  type CommentState,
  type Declaration,
  declaredOn,
  isStatementOf,
  openRound,
  type Revision,
  type RoundState,
  type State,
  type StatementState,
  standing,
  wordsAt,
} from "./state.ts";
import { type MovedStatement, movedStatements } from "./statement-stands.ts";
import { toConfirm } from "./statements.ts";
import { openUnattributed, ownPositionIn } from "./unattributed.ts";

export interface Part {
  section: Section;
  ideas: IdeaId[];
  /** Those of them on which no position stands, in the order of the text. */
  open: IdeaId[];
}

export interface Turn {
  parts: Part[];
  /** Ideas without a position, in the order of the text. */
  without: IdeaId[];
  /** All ideas that stand. */
  of: number;
  next: IdeaId | null;
  /** Replies to this delegation that it has not answered, oldest first. */
  replies: CommentState[];
  /** Alignments and associations with a position that was revised or withdrawn since, oldest first. */
  moved: Moved[];
  /** Alignments with statements that were corrected or withdrawn since, oldest first. */
  movedStatements: MovedStatement[];
  /** Statements that the secretariat entered for it and that it has not confirmed, oldest first. */
  entered: StatementState[];
  /** Dispositions of its words that it has not answered, oldest first. */
  dispositions: WaitingDisposition[];
  /** The open round, when it closes soon and ideas are without a position. */
  closing: RoundState | null;
}

export interface Moved {
  declaration: Declaration;
  author: DelegationKey;
  /** The position as it stands now; null when it was withdrawn. */
  now: Revision | null;
}

const CLOSING_WITHIN_MS = 3 * 24 * 3_600_000;

export function turnOf(state: State, report: Report, delegation: DelegationKey, at: Instant): Turn {
  const without = ideasAwaiting(state, delegation, at);
  return {
    parts: partsOf(state, report, new Set(without)),
    without,
    of: standingIdeas(state).length,
    next: without[0] ?? null,
    replies: unansweredReplies(state, delegation),
    moved: movedSince(state, delegation),
    movedStatements: movedStatements(state, delegation),
    entered: toConfirm(allHeld(state.statements), delegation),
    dispositions: waitingDispositions(state, delegation, at),
    closing: without.length > 0 ? closingSoon(state, at) : null,
  };
}

/**
 * [H1] [Q4] Ideas that wait for this delegation, in the order of the text; in a round without attribution its own
 * position there ends the waiting, which nobody else can tell.
 */
export function ideasAwaiting(state: State, delegation: DelegationKey, at: Instant): IdeaId[] {
  const round = openUnattributed(state, at);
  return ideasWithoutPosition(state, delegation).filter(
    (idea) => round === null || ownPositionIn(state, idea, round, delegation) === null,
  );
}

/** [H1] Each idea in the section its paragraph stands in; a section without ideas is left out. */
function partsOf(state: State, report: Report, without: ReadonlySet<IdeaId>): Part[] {
  const all = standingIdeas(state);
  return report.sections
    .map((section) => {
      const keys = new Set(section.paragraphs.map(({ key }) => key));
      const ideas = all.filter((idea) => keys.has(state.ideas[idea]?.paragraph ?? ""));
      return { section, ideas, open: ideas.filter((idea) => without.has(idea)) };
    })
    .filter(({ ideas }) => ideas.length > 0);
}

function closingSoon(state: State, at: Instant): RoundState | null {
  const round = openRound(state, at);
  if (round === null) return null;
  return Date.parse(round.closesAt) - Date.parse(at) <= CLOSING_WITHIN_MS ? round : null;
}

/** [H3] */
export function unansweredReplies(state: State, delegation: DelegationKey): CommentState[] {
  const lastOwn = new Map<Seq, Seq>();
  const replies: CommentState[] = [];
  for (const comment of repliesIn(state)) {
    if (comment.by.delegation === delegation) lastOwn.set(rootOf(state, comment), comment.seq);
    else if (comment.withdrawn === null && answersTo(state, comment.replyTo, delegation))
      replies.push(comment);
  }
  return replies.filter((reply) => (lastOwn.get(rootOf(state, reply)) ?? 0) < reply.seq);
}

/** [H12] */
function movedSince(state: State, delegation: DelegationKey): Moved[] {
  const moved = Object.keys(state.declared).flatMap((place) =>
    declaredOn(state, place).flatMap((declaration): Moved[] => {
      const { by, with: named, kind } = declaration;
      if (named === null || kind === "dissociation.declared" || by.delegation !== delegation) return [];
      const revisions = state.positions[place]?.[named.author];
      const last = revisions?.at(-1);
      const same = last === undefined || (last.rev === named.rev && last.withdrawn === null);
      return same ? [] : [{ declaration, author: named.author, now: standing(revisions) }];
    }),
  );
  return moved.sort((a, b) => a.declaration.seq - b.declaration.seq);
}

/** Whether a declaration can be renewed with the position as it stands now: a wording only where one is suggested. */
export function keepable({ kind }: Declaration, now: Pick<Revision, "stance">): boolean {
  return kind === "alignment.declared" || now.stance === "support-with-wording";
}

/** Whether an entry's number is of this delegation's own words. */
export function answersTo(state: State, replyTo: Seq | null | undefined, delegation: DelegationKey): boolean {
  if (replyTo == null) return false;
  return wordsAt(state, replyTo)?.by.delegation === delegation || isStatementOf(state, replyTo, delegation);
}

/** Comments that answer something, in the order of their numbers. */
function repliesIn(state: State): CommentState[] {
  const found: CommentState[] = [];
  for (const seqs of Object.values(state.threads)) {
    for (const seq of seqs) {
      const comment = heldAt(state.comments, seq);
      if (comment !== undefined && comment.replyTo !== null) found.push(comment);
    }
  }
  return found.sort((a, b) => a.seq - b.seq);
}

/** What the thread a comment is in began with: a comment or a position. */
function rootOf(state: State, comment: CommentState): Seq {
  let at = comment;
  while (at.replyTo !== null) {
    const above = heldAt(state.comments, at.replyTo);
    if (above === undefined) return at.replyTo;
    at = above;
  }
  return at.seq;
}
