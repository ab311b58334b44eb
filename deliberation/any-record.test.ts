/** What holds of every record, whatever an assembly did: properties over random deliberations. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { compile } from "./compile.ts";
import { standingIdeas, standOn } from "./count.ts";
import { type Entry, KINDS, type SeenEntry, STANCES } from "./entry.ts";
import { fold, stateAt } from "./fold.ts";
import type { DelegationKey } from "./ids.ts";
import { saidBy } from "./late.ts";
import { emptyState, type State } from "./state.ts";
import { anyWorld, SEEDED } from "./testing/records.ts";
import type { World } from "./testing/world.ts";
import { verify } from "./verify.ts";
import { publicForm, readsBody, seenBy, type Viewer } from "./view.ts";

const VIEWERS: Viewer[] = [
  { as: "delegation", delegation: "alder" as DelegationKey },
  { as: "delegation", delegation: "willow" as DelegationKey },
  { as: "facilitator" },
  { as: "administrator" },
  { as: "reviewer" },
];

function everyRecord(holds: (world: World) => void): void {
  fc.assert(fc.property(anyWorld, holds), SEEDED);
}

/** What the readers of the record fold: everybody's view, and each reader's own. */
function views(entries: readonly Entry[]): SeenEntry[][] {
  return [entries.map(publicForm), ...VIEWERS.map((viewer) => entries.map((entry) => seenBy(entry, viewer)))];
}

test("[F1] the random records hold every kind of entry and every audience", () => {
  const kinds = new Set<string>();
  const audiences = new Set<string>();
  for (const { entries } of fc.sample(anyWorld, { ...SEEDED, numRuns: 8 * SEEDED.numRuns })) {
    for (const { header, body } of entries) {
      kinds.add(body.kind);
      audiences.add(header.audience);
    }
  }
  expect([...kinds].sort()).toEqual([...KINDS].sort());
  expect([...audiences].sort()).toEqual(["everyone", "facilitators", "secretariat"]);
});

test("[F1] [S7] every reader folds what it may see, step by step or in one go, to the same state", () => {
  everyRecord(({ entries, state }) => {
    expect(stateAt(entries)).toEqual(state);
    for (const seen of views(entries)) {
      let stepwise = emptyState();
      for (const entry of seen) stepwise = fold(deeplyFrozen(stepwise), deeplyFrozen(structuredClone(entry)));
      expect(stepwise).toEqual(stateAt(seen));
      expect(stepwise.head).toEqual(state.head);
    }
  });
});

test("[F3] [K1] written as canonical JSON and read back at any entry, the state goes on to the same compilation", () => {
  fc.assert(
    fc.property(anyWorld, fc.nat(40), ({ entries, state }, seq) => {
      const at = Math.min(seq, entries.length);
      let read = JSON.parse(canonicalJson(stateAt(entries, at))) as State;
      for (const entry of entries.slice(at)) read = fold(read, entry);
      expect(read).toEqual(state);
      expect(canonicalJson(compile(read))).toBe(canonicalJson(compile(state)));
    }),
    SEEDED,
  );
});

test("[R7] every record verifies as each reader sees it; one changed part of it does not", () => {
  fc.assert(
    fc.property(anyWorld, fc.nat(), ({ entries, state: { head } }, place) => {
      for (const seen of views(entries)) expect(verify(seen, head)).toMatchObject({ intact: true });
      const spot = place % entries.length;
      const entry = entries[spot] as Entry;
      const others: object[] = [
        { ...entry, bodySalt: entry.provenanceSalt },
        { ...entry, body: { ...entry.body, note: "added" } },
        { ...entry, provenance: { ...entry.provenance, cleared: entry.provenance.submitted, note: 1 } },
        { ...entry, header: { ...entry.header, note: "added" } },
        { ...entry, note: "added" },
      ];
      for (const other of others) {
        expect(verify(entries.with(spot, other as Entry), head).fault?.seq).toBe(spot + 1);
      }
    }),
    SEEDED,
  );
});

test("[R3] time never runs backwards in any record", () => {
  everyRecord(({ entries }) => {
    const times = entries.map(({ header }) => header.at);
    expect(times).toEqual(times.toSorted());
  });
});

test("[S3] no words go wider than their round, nor than the entry they are about", () => {
  const width = ["secretariat", "facilitators", "everyone"];
  everyRecord(({ entries, state }) => {
    const widthOf = (seq: number) => width.indexOf(entries[seq - 1]?.header.audience ?? "");
    for (const { header, body } of entries) {
      // [G6] That is what an admission is for; the words it carries are held to their round below.
      if (body.kind === "late.admitted") {
        const allowed = state.rounds[body.said.round]?.modalities.audience ?? "";
        expect(widthOf(header.seq)).toBeLessThanOrEqual(width.indexOf(allowed));
        continue;
      }
      const about =
        "replyTo" in body ? body.replyTo : "entry" in body ? (body.entry as number | undefined) : undefined;
      const answered = body.kind === "disposition.given" ? body.answers.flatMap(({ to }) => to) : [];
      for (const { entry } of answered) expect(header.audience).toBe(entries[entry - 1]?.header.audience);
      if (about !== undefined) expect(widthOf(header.seq)).toBeLessThanOrEqual(widthOf(about));
      const round = body.kind === "position.stated" || body.kind === "comment.made" ? body.round : null;
      const allowed = round && state.rounds[round]?.modalities.audience;
      if (allowed) expect(widthOf(header.seq)).toBeLessThanOrEqual(width.indexOf(allowed));
    }
  });
});

/** Whether a way of seeing gives a reader a secret of an entry: its salted parts are as good as a name. */
function leaks(see: (entry: Entry, viewer: Viewer) => SeenEntry, entries: readonly Entry[]): boolean {
  return VIEWERS.some((viewer) =>
    entries.some((entry) => {
      if (readsBody(entry, viewer)) return false;
      const seen = JSON.stringify(see(entry, viewer));
      return [entry.bodySalt, entry.body.id, entry.provenanceSalt, entry.body.kind].some((secret) =>
        seen.includes(secret),
      );
    }),
  );
}

test("[S4] [S6] to who may not read it an entry is its header alone; a view that forgets to seal is caught", () => {
  let sealed = 0;
  let caught = 0;
  everyRecord(({ entries }) => {
    expect(leaks(seenBy, entries)).toBe(false);
    sealed += entries.filter(({ header }) => header.audience !== "everyone").length;
    if (leaks((entry) => ({ header: entry.header, body: entry.body }), entries)) caught += 1;
  });
  expect(sealed).toBeGreaterThan(60);
  expect(caught).toBeGreaterThan(20);
});

test("[K3] the public compilation is the one of a record without the sealed entries' words", () => {
  everyRecord(({ entries }) => {
    const paper = compile(stateAt(entries.map(publicForm)));
    const told = new Set([
      ...[...paper.ideas, ...paper.withdrawnIdeas].flatMap(({ positions, comments, declarations }) =>
        [...positions, ...comments, ...declarations].map(({ seq }) => seq),
      ),
      ...[...paper.comments, ...paper.declarations, ...paper.participation].map(({ seq }) => seq),
      ...paper.statements.flatMap(({ declarations }) => declarations.map(({ seq }) => seq)),
    ]);
    for (const { header, body } of entries) {
      const isItem = SAID.includes(saidBy(body)?.kind ?? "");
      expect(told.has(header.seq)).toBe(isItem && header.audience === "everyone");
    }
  });
});

/** Kinds a compilation lists, one row an entry. */
const SAID: readonly string[] = [
  "position.stated",
  "comment.made",
  "reply.exercised",
  "alignment.declared",
  "wording.associated",
  "dissociation.declared",
  "summary.issued",
  "participation.declared",
];

test("[N1] [N2] [P9] in every record and every view of it the figures on each idea add up to the membership", () => {
  everyRecord(({ entries }) => {
    for (const seen of views(entries)) {
      const state = stateAt(seen);
      const members = Object.values(state.delegations).filter(({ kind }) => kind === "member");
      for (const idea of standingIdeas(state)) {
        const stand = standOn(state, idea);
        const stated = STANCES.flatMap((stance) => stand.members[stance]);
        const all = [...stated, ...stand.notStated, ...stand.notTakingPart];
        expect(all.sort()).toEqual(members.map(({ key }) => key).sort());
        expect([stated.length, stand.of]).toEqual([stand.heard, members.length]);
      }
    }
  });
});

function deeplyFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deeplyFrozen(part);
  }
  return value;
}
