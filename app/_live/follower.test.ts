import { expect, test } from "vitest";
import { heldAt } from "#deliberation/by-seq";
import { headerHash, saltedHash } from "#deliberation/canonical";
import type { SeenEntry } from "#deliberation/entry";
import { GENESIS, type Hash, type Seq } from "#deliberation/ids";
import { emptyState } from "#deliberation/state";
import { sameEntry, take } from "./follower.ts";

const SALT = "0".repeat(32);

function entry(seq: number, prev: Hash, kind = "group.formed"): SeenEntry {
  const body = {
    v: 1,
    id: `0190a0a0-0000-7000-8000-00000000000${seq}`,
    by: { delegation: null, capacity: "secretariat" },
    kind,
    group: `grove-${seq}`,
    names: { en: `Grove ${seq}` },
  } as unknown as NonNullable<SeenEntry["body"]>;
  const header = {
    v: 1,
    seq,
    at: "2026-11-20T12:00:00.000Z",
    audience: "everyone",
    prev,
    bodyHash: saltedHash(SALT, body),
    provenanceHash: GENESIS,
  } as SeenEntry["header"];
  return { header, body, bodySalt: SALT };
}

const sealed = ({ header }: SeenEntry): SeenEntry => ({ header });

test("an entry that follows is folded; the head moves with it", () => {
  const first = entry(1, GENESIS);
  const taken = take(emptyState(), first, false, false);
  expect(taken.kind).toBe("folded");
  if (taken.kind !== "folded") return;
  expect(taken.state.head).toMatchObject({ seq: 1 as Seq, hash: headerHash(first.header) });
  expect(take(taken.state, entry(2, headerHash(first.header)), false, false).kind).toBe("folded");
});

test("an entry that points back to another one, or leaves one out, is a fork", () => {
  expect(take(emptyState(), entry(1, "a".repeat(64) as Hash), false, false).kind).toBe("forked");
  expect(take(emptyState(), entry(2, GENESIS), false, false).kind).toBe("forked");
});

test("a sealed entry is asked for by whom it may be read, and otherwise moves the head alone", () => {
  const first = sealed(entry(1, GENESIS));
  expect(take(emptyState(), first, true, false)).toEqual({ kind: "sealed", seq: 1 });
  for (const taken of [take(emptyState(), first, true, true), take(emptyState(), first, false, false)]) {
    expect(taken.kind === "folded" && taken.state.head.seq).toBe(1);
    expect(taken.kind === "folded" && taken.state.delegations).toEqual({});
  }
  expect(sameEntry(first, entry(1, GENESIS))).toBe(true);
  expect(sameEntry(first, entry(1, "b".repeat(64) as Hash))).toBe(false);
});

test("an entry of a kind from a later version stops the folding", () => {
  expect(take(emptyState(), entry(1, GENESIS, "podium.raised"), false, false).kind).toBe("unknown");
});

test("[Q2] words without attribution are asked for by every delegation alike, and told with their author to their own alone", () => {
  const { header, body } = entry(1, GENESIS);
  const said = {
    ...{ v: 1, id: body?.id, by: { delegation: null, capacity: "national" }, kind: "unattributed.stated" },
    ...{ idea: "17-1", stance: "support", textVersion: 1, round: "1" },
  } as unknown as NonNullable<SeenEntry["body"]>;
  const heard: SeenEntry = {
    header: { ...header, bodyHash: saltedHash(SALT, said) },
    body: said,
    bodySalt: SALT,
  };
  expect(take(emptyState(), heard, true, false)).toEqual({ kind: "sealed", seq: 1 });
  const authorIn = (one: SeenEntry, reads: boolean, asked: boolean) => {
    const taken = take(emptyState(), one, reads, asked);
    return taken.kind === "folded" && heldAt(taken.state.unattributed, 1)?.author;
  };
  expect(authorIn(heard, true, true)).toBeNull();
  expect(authorIn(heard, false, false)).toBeNull();
  const provenance = { v: 1, drafted: [], cleared: null, submitted: null, author: "alder" };
  expect(authorIn({ ...heard, provenance } as unknown as SeenEntry, true, true)).toBe("alder");
});
