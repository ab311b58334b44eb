/** Whether a change took words away that somebody may want back, and what the text said before it. Rule C10. */
import * as Y from "yjs";

/** Letters of one's own taken away at once that are worth a version: a text replaced, not a word. */
const MANY_OWN = 200;

export interface Taken {
  /** The whole text as it was before. */
  before: string;
  from: "a-colleague" | "oneself";
}

/**
 * To be asked before Y forgets what was taken away (`afterTransaction`). Null when nothing worth keeping was.
 * @param isOwn whether a client id is of the person who made the change.
 */
export function takenFrom(
  text: Y.Text,
  { deleteSet, beforeState }: Y.Transaction,
  isOwn: (client: number) => boolean,
): Taken | null {
  if (deleteSet.clients.size === 0) return null;
  let before = "";
  let own = 0;
  let others = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    if (item.id.clock >= (beforeState.get(item.id.client) ?? 0)) continue;
    const isTaken = item.deleted && Y.isDeleted(deleteSet, item.id);
    if (isTaken && isOwn(item.id.client)) own += item.length;
    else if (isTaken) others += item.length;
    if (isTaken || !item.deleted) before += item.content.str;
  }
  if (others > 0) return { before, from: "a-colleague" };
  return own >= MANY_OWN ? { before, from: "oneself" } : null;
}
