/** Is a record intact? Answered from the entries alone, against a head that comes from outside of them. */
import { headerHash, saltedHash } from "./canonical.ts";
import { Body, Header, Provenance, SeenEntry } from "./entry.ts";
import { GENESIS, type Hash } from "./ids.ts";

export interface Fault {
  /** The first entry that does not hold; for a missing tail the first missing one. */
  seq: number;
  what:
    | "out-of-place"
    | "broken-link"
    | "body-altered"
    | "provenance-altered"
    | "not-as-received"
    | "time-backwards"
    | "not-the-head"
    | "not-as-checkpointed"
    | "unreadable";
}

export interface Verdict {
  intact: boolean;
  entries: number;
  head: Hash;
  fault: Fault | null;
  /** False when no head was given: then nothing proves that the end was not cut off. */
  endProven: boolean;
  /** Number of the last entry that something from outside vouches for; 0 when nothing does. */
  provenTo: number;
}

/** An entry's number and header hash, known from outside the entries. */
export interface Landmark {
  seq: number;
  hash: string;
}

/**
 * @param entries in order, from the first; sealed ones (header alone) count as they are.
 * @param head where the record ends, from the head row or whoever else knows; null when nobody does.
 * @param checkpoints of any earlier time, in any order: signed ones, whose signatures the caller has checked, or
 *   the last line of a paper. The record may have grown since.
 */
export function verify(
  entries: Iterable<SeenEntry>,
  head: Landmark | null,
  checkpoints: readonly Landmark[] = [],
): Verdict {
  const known = Map.groupBy(checkpoints, ({ seq }) => seq);
  const farthest = Math.max(0, ...known.keys());
  let provenTo = 0;
  let count = 0;
  let prev: Hash = GENESIS;
  let at = "";
  /** Headers of what is sealed to some: what late words are held against when they are admitted. */
  const sealed = new Map<number, Header>();
  const verdict = (fault: Fault | null): Verdict => ({
    intact: fault === null,
    entries: count,
    head: prev,
    fault,
    endProven: head !== null && fault === null,
    provenTo,
  });
  for (const entry of entries) {
    const seq = count + 1;
    const fault = faultOf(entry, seq, prev, at) ?? faultOfAdmission(entry, sealed);
    if (fault !== null) return verdict({ seq, what: fault });
    count = seq;
    if (entry.header.audience !== "everyone") sealed.set(seq, entry.header);
    prev = headerHash(entry.header);
    at = entry.header.at;
    if (head?.seq === seq && head.hash !== prev) return verdict({ seq, what: "not-the-head" });
    const here = known.get(seq) ?? [];
    if (here.some(({ hash }) => hash !== prev)) return verdict({ seq, what: "not-as-checkpointed" });
    if (here.length > 0 || head?.seq === seq) provenTo = seq;
  }
  if (head !== null && head.seq !== count) {
    return verdict({ seq: Math.min(head.seq, count) + 1, what: "not-the-head" });
  }
  if (farthest > count) return verdict({ seq: count + 1, what: "not-as-checkpointed" });
  return verdict(null);
}

function faultOf(entry: SeenEntry, seq: number, prev: Hash, at: string): Fault["what"] | null {
  const { header } = entry;
  // Strict: an unknown member of a header or body would otherwise pass unseen.
  if (!Header.strict().safeParse(header).success) return "unreadable";
  if (Object.keys(entry).some((part) => !Object.hasOwn(SeenEntry.shape, part))) return "unreadable";
  if (header.seq !== seq) return "out-of-place";
  if (header.prev !== prev) return "broken-link";
  if (header.at < at) return "time-backwards";
  if (!holdsPart(entry.body, entry.bodySalt, header.bodyHash)) return "body-altered";
  // Words for everyone are never sealed: without them an entry was cut, not hidden.
  if (entry.body === undefined && header.audience === "everyone") return "body-altered";
  if (entry.body !== undefined && !Body.safeParse(entry.body).success) return "unreadable";
  if (!holdsPart(entry.provenance, entry.provenanceSalt, header.provenanceHash)) return "provenance-altered";
  if (entry.provenance !== undefined && !Provenance.safeParse(entry.provenance).success) return "unreadable";
  return null;
}

/** [G5] What an entry admits is, word for word, what the entry it names holds sealed, and its time is that entry's. */
function faultOfAdmission({ body }: SeenEntry, sealed: ReadonlyMap<number, Header>): Fault["what"] | null {
  if (body?.kind !== "late.admitted") return null;
  const named = sealed.get(body.entry);
  const isSame = named !== undefined && holdsPart(body.said, body.salt, named.bodyHash);
  return isSame && named.at === body.receivedAt ? null : "not-as-received";
}

/** A part that is not there is sealed: its hash stands in the header and cannot be checked by this reader. */
function holdsPart(part: unknown, salt: string | undefined, hash: string): boolean {
  if (part === undefined && salt === undefined) return true;
  if (part === undefined || salt === undefined) return false;
  try {
    return saltedHash(salt, part) === hash;
  } catch {
    return false; // A digit altered to an exponent reads as Infinity, which has no canonical form.
  }
}
