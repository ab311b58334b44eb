/** How comments on one place hang together: each with the replies below it, one level deep. */
import type { CommentState } from "./state.ts";

export interface Thread {
  root: CommentState;
  /** In the order they were made; replies to replies are among them, so that a thread stays readable. */
  replies: CommentState[];
}

/** @param comments of one place, in the order of their numbers. A reply to what is not among them begins a thread. */
export function threadsOf(comments: readonly CommentState[]): Thread[] {
  const threads: Thread[] = [];
  const of = new Map<number, Thread>();
  for (const comment of comments) {
    const above = comment.replyTo === null ? undefined : of.get(comment.replyTo);
    const thread = above ?? { root: comment, replies: [] };
    if (above === undefined) threads.push(thread);
    else above.replies.push(comment);
    of.set(comment.seq, thread);
  }
  return threads;
}
