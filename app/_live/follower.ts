/** The browser's own fold of the record: entry by entry, each checked against the one before it. */
import { headerHash } from "#deliberation/canonical";
import type { SeenEntry } from "#deliberation/entry";
import { fold, UnknownKind } from "#deliberation/fold";
import type { State } from "#deliberation/state";
import { isUnattributed } from "#deliberation/unattributed";

export type Taken =
  | { kind: "folded"; state: State }
  /** Its body may be read, but not here: ask for it. */
  | { kind: "sealed"; seq: number }
  /** It does not follow what this browser holds: the record was rolled back or rebuilt. */
  | { kind: "forked" }
  /** Of a later version: stop folding and say so. */
  | { kind: "unknown" };

/**
 * @param readsSealed whether this seat may read bodies that the room does not carry.
 * @param asked true when the entry was asked for: then a missing body is not this reader's to read.
 */
export function take(state: State, entry: SeenEntry, readsSealed: boolean, asked: boolean): Taken {
  if (entry.header.seq !== state.head.seq + 1 || entry.header.prev !== state.head.hash)
    return { kind: "forked" };
  // [Q2] Whose words are nobody's is told to their own delegation alone: all ask alike.
  const isTold = entry.body !== undefined && !(isUnattributed(entry.body) && entry.provenance === undefined);
  if (!isTold && readsSealed && !asked) return { kind: "sealed", seq: entry.header.seq };
  try {
    return { kind: "folded", state: fold(state, entry) };
  } catch (error) {
    if (error instanceof UnknownKind) return { kind: "unknown" };
    throw error;
  }
}

/** What was asked for must be what the room showed: the same header, not another one under its number. */
export function sameEntry(one: SeenEntry, other: SeenEntry): boolean {
  return headerHash(one.header) === headerHash(other.header);
}
