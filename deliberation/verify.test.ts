import fc from "fast-check";
import { expect, test } from "vitest";
import { headerHash, saltedHash } from "./canonical.ts";
import type { Entry, SeenEntry } from "./entry.ts";
import type { Instant, Seq } from "./ids.ts";
import { livelyRecord, World } from "./testing/world.ts";
import { verify } from "./verify.ts";
import { publicForm } from "./view.ts";

const { entries, state } = livelyRecord();
const { seq, hash } = state.head;
const head = { seq, hash };
const index = fc.integer({ min: 0, max: entries.length - 1 });

test("[R7] an untouched record verifies, also as others see it", () => {
  expect(verify(entries, head)).toMatchObject({ intact: true, entries: entries.length, endProven: true });
  expect(verify(entries.map(publicForm), head)).toMatchObject({ intact: true, endProven: true });
});

test("[R7] any altered character of any part of any entry is found, with its number", () => {
  fc.assert(
    fc.property(index, fc.nat(), fc.constantFrom("0", "a", "否", "9"), (at, place, put) => {
      const text = JSON.stringify(entries[at]);
      const spot = place % text.length;
      const altered = text.slice(0, spot) + put + text.slice(spot + 1);
      let entry: SeenEntry;
      try {
        entry = JSON.parse(altered);
      } catch {
        return; // Not an entry at all any more.
      }
      if (JSON.stringify(entry) === text) return;
      const verdict = verify(entries.with(at, entry as never), head);
      expect(verdict.intact).toBe(false);
      // A header that still holds together is noticed where the next one points to it.
      expect([at + 1, at + 2]).toContain(verdict.fault?.seq);
    }),
    { seed: 677, numRuns: 2_000 },
  );
});

test("[R7] a dropped entry is found, the tail included", () => {
  fc.assert(
    fc.property(index, (at) => {
      expect(verify(entries.toSpliced(at, 1), head).fault?.seq).toBe(at + 1);
    }),
    { seed: 1 },
  );
  expect(verify(entries.slice(0, -1), head).fault).toEqual({ seq: entries.length, what: "not-the-head" });
});

test("[R7] swapped and inserted entries are found", () => {
  fc.assert(
    fc.property(index, index, (one, other) => {
      fc.pre(one < other);
      const [a, b] = [entries[one], entries[other]];
      if (a === undefined || b === undefined) return;
      expect(verify(entries.with(one, b).with(other, a), head).fault?.seq).toBe(one + 1);
      expect(verify(entries.toSpliced(one, 0, b), head).fault?.seq).toBe(one + 1);
    }),
    { seed: 2 },
  );
  const last = entries.at(-1);
  if (last !== undefined) expect(verify([...entries, last], head).fault?.seq).toBe(entries.length + 1);
});

test("[R9] without a head from outside the end is not proven: a cut tail passes, and is said not to be", () => {
  expect(verify(entries.slice(0, -3), null)).toMatchObject({ intact: true, endProven: false });
});

test("[R7] words for everyone that were taken out of an entry are missed; sealed ones are not expected", () => {
  for (const [at, entry] of entries.entries()) {
    const { header } = entry;
    const verdict = verify(entries.with(at, { header } as never), head);
    expect(verdict.fault?.seq ?? null).toBe(header.audience === "everyone" ? at + 1 : null);
  }
});

test("[R7] an entry made to measure in the middle breaks the chain after it; at the end it is not the head", () => {
  const other = livelyRecord();
  other.admits("fig", "member");
  const last = other.entries.at(-1);
  if (last === undefined) throw new Error("no entry");
  expect(verify([...entries, last], head).fault).toEqual({ seq: seq + 1, what: "not-the-head" });
  const forged = World.opened();
  forged.states("alder", "17-1", "does-not-support");
  const spot = forged.entries.length;
  expect(verify([...forged.entries, ...entries.slice(spot)], head).fault?.seq).toBe(spot + 1);
  expect(verify(forged.entries, { seq: spot, hash: entries[spot]?.header.prev ?? "" }).fault).toEqual({
    seq: spot,
    what: "not-the-head",
  });
});

test("[R3] [R7] a chain that holds together but steps back in time does not hold", () => {
  const { entries } = livelyRecord();
  const last = entries.at(-1);
  if (last === undefined) throw new Error("no entry");
  const header = { ...last.header, at: "2020-01-01T00:00:00.000Z" as Instant };
  const forged = entries.with(-1, { ...last, header });
  expect(verify(forged, { seq: header.seq, hash: headerHash(header) }).fault).toEqual({
    seq: header.seq,
    what: "time-backwards",
  });
});

test("[R7] a digit altered to an exponent beyond all numbers is a fault, not a failure of the check", () => {
  const world = World.opened();
  const target = { on: "words", paragraph: "17", exact: "词", prefix: "", suffix: "", start: 0 };
  world.comments("alder", { target });
  const text = JSON.stringify(world.entries.at(-1)).replace('"start":0', '"start":1e345');
  const verdict = verify(world.entries.with(-1, JSON.parse(text)), world.state.head);
  expect(verdict.fault).toEqual({ seq: world.entries.length, what: "body-altered" });
});

test("[R7] an added member is found, be it one that every object answers to", () => {
  for (const name of ["note", "constructor", "toString", "__proto__"]) {
    const altered = JSON.parse(`{"${name}":1,${JSON.stringify(entries[3]).slice(1)}`);
    expect(verify(entries.with(3, altered), head).fault, name).toEqual({ seq: 4, what: "unreadable" });
  }
});

/** The record with its last entry made anew, hashes and all, and the head that goes with it. */
function remade(change: (entry: Entry) => Entry) {
  const made = change(entries.at(-1) as Entry);
  const header = {
    ...made.header,
    bodyHash: saltedHash(made.bodySalt, made.body),
    provenanceHash: saltedHash(made.provenanceSalt, made.provenance),
  };
  return verify(entries.with(-1, { ...made, header }), { seq, hash: headerHash(header) });
}

test("[R1] [R7] an entry whose hashes agree and whose number does not is out of place", () => {
  expect(remade((entry) => entry)).toMatchObject({ intact: true, endProven: true });
  for (const other of [seq - 1, seq + 1]) {
    const verdict = remade((entry) => ({ ...entry, header: { ...entry.header, seq: other as Seq } }));
    expect(verdict.fault).toEqual({ seq, what: "out-of-place" });
  }
});

test("[R7] a body or a provenance that is none is unreadable, though its hash agrees", () => {
  const fault = { seq, what: "unreadable" };
  expect(
    remade((entry) => ({ ...entry, body: { ...entry.body, kind: "moon.landed" } as never })).fault,
  ).toEqual(fault);
  expect(remade((entry) => ({ ...entry, provenance: { v: 1 } as never })).fault).toEqual(fault);
});

/** What was handed out when the record ended at entry `at`. */
const checkpoint = (at: number) => ({ seq: at, hash: headerHash((entries[at - 1] as Entry).header) });

/** Everything from entry `from` on made anew around an altered word: the chain agrees with itself again. */
function rewrittenFrom(from: number): Entry[] {
  const made = entries.slice(0, from - 1);
  for (const entry of entries.slice(from - 1)) {
    const bodySalt = entry.header.seq === from ? "f".repeat(32) : entry.bodySalt;
    const prev = made.length === 0 ? entry.header.prev : headerHash((made.at(-1) as Entry).header);
    const header = { ...entry.header, prev, bodyHash: saltedHash(bodySalt, entry.body) };
    made.push({ ...entry, bodySalt, header });
  }
  return made;
}

test("[R10] a record that has grown since a checkpoint holds against it, and is proven that far", () => {
  const some = [checkpoint(9), checkpoint(3)];
  expect(verify(entries, null, some)).toMatchObject({ intact: true, endProven: false, provenTo: 9 });
  expect(verify(entries, head, some)).toMatchObject({ intact: true, endProven: true, provenTo: seq });
  expect(verify(entries, null)).toMatchObject({ intact: true, provenTo: 0 });
});

test("[R10] a rewritten history is found at the first checkpoint behind the change, also with a head that agrees", () => {
  for (let from = 1; from <= 9; from += 1) {
    const rewritten = rewrittenFrom(from);
    const last = (rewritten.at(-1) as Entry).header;
    const agreeing = { seq: last.seq, hash: headerHash(last) };
    expect(verify(rewritten, agreeing).intact).toBe(true);
    const found = verify(rewritten, agreeing, [checkpoint(9), checkpoint(5)]);
    expect(found.fault).toEqual({ seq: from <= 5 ? 5 : 9, what: "not-as-checkpointed" });
  }
});

test("[R10] a record cut below a checkpoint misses the first entry after the cut", () => {
  const cut = entries.slice(0, 7);
  const agreeing = checkpoint(7);
  expect(verify(cut, agreeing).intact).toBe(true);
  expect(verify(cut, agreeing, [checkpoint(9)]).fault).toEqual({ seq: 8, what: "not-as-checkpointed" });
});

test("[R10] two checkpoints of one entry that disagree cannot both hold", () => {
  const other = { seq: 5, hash: "a".repeat(64) };
  expect(verify(entries, head, [checkpoint(5), other]).fault).toEqual({
    seq: 5,
    what: "not-as-checkpointed",
  });
});
