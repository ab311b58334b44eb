/** What those who run a deliberation look for. Rules H8, H9, H13 of SPEC.md. */
import { standingIdeas } from "./count.ts";
import { memberStates } from "./membership.ts";
import { doesTakePart } from "./participation.ts";
import { type CommentState, type DelegationState, type State, standing } from "./state.ts";

/** [H8] Member States that take part and of which no position stands on any idea, in the order they were admitted. */
export function silentDelegations(state: State): DelegationState[] {
  const heard = new Set<string>();
  for (const authors of Object.values(state.positions)) {
    for (const [author, revisions] of Object.entries(authors)) {
      if (standing(revisions) !== null) heard.add(author);
    }
  }
  return memberStates(state).filter(({ key }) => !heard.has(key) && doesTakePart(state, key));
}

/** [H9] Questions that stand and that nobody but their author replied to. */
export function unansweredQuestions(state: State, comments: readonly CommentState[]): CommentState[] {
  const answered = new Set<number>();
  const by = new Map(comments.map((one) => [one.seq, one.by.delegation]));
  for (const { replyTo, by: who, withdrawn } of comments) {
    if (replyTo !== null && withdrawn === null && by.get(replyTo) !== who.delegation) answered.add(replyTo);
  }
  const open = comments.filter(
    (one) => one.commentKind === "question" && one.withdrawn === null && !answered.has(one.seq),
  );
  return open.filter(({ target }) => target.on !== "idea" || state.ideas[target.idea]?.withdrawn === null);
}

export interface Progress {
  delegation: DelegationState;
  /** Ideas that stand and on which a position of its own stands. */
  stated: number;
  of: number;
  /** [P9] Nothing is expected of one that does not. */
  takesPart: boolean;
}

/** [H13] How far each Member State has come, in the order they were admitted. */
export function progressOfMembers(state: State): Progress[] {
  const ideas = standingIdeas(state);
  return memberStates(state).map((delegation) => ({
    delegation,
    stated: ideas.filter((idea) => standing(state.positions[idea]?.[delegation.key]) !== null).length,
    of: ideas.length,
    takesPart: doesTakePart(state, delegation.key),
  }));
}
