/** From what is asked to what is recorded: the author and capacity come from the actor, the words from the content. */
import { Body, type By } from "./entry.ts";
import { disclosed } from "./late.ts";
import type { Actor } from "./seat.ts";
import type { State } from "./state.ts";
import type { Content, Submission } from "./submission.ts";

/** @param state of the record as its judge reads it: an admission carries the words that were sealed. */
export function bodyFor(state: State, submission: Submission, actor: Actor): Body {
  const head = { v: 1, id: submission.id, by: byOf(submission, actor) };
  if (submission.kind === "late.admitted")
    return Body.parse({ ...submission, ...head, ...disclosed(state, submission.entry) });
  if ("content" in submission) {
    // The audience of a comment or statement stands in the header.
    const { audience: _, ...words } = { audience: undefined, ...submission.content };
    return Body.parse({ ...words, ...head });
  }
  return Body.parse({ ...submission, ...head });
}

function byOf(submission: Submission, actor: Actor): By {
  if (actor === "clock") return { delegation: null, capacity: "clock" };
  if (actor.as === "delegation") {
    const forGroup = "content" in submission && isForGroup(submission.content);
    return { delegation: actor.delegation, capacity: forGroup ? "on-behalf-of-group" : "national" };
  }
  return { delegation: null, capacity: actor.as === "facilitator" ? "facilitator" : "secretariat" };
}

function isForGroup(content: Content): boolean {
  return "onBehalfOf" in content && content.onBehalfOf !== undefined;
}
