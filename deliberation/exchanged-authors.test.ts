/** [Q7] Over random deliberations: who of two said it changes nothing that anybody else receives. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { changeOf } from "./changes.ts";
import { compile } from "./compile.ts";
import { queueOf } from "./disposition-queue.ts";
import type { Entry, SeenEntry } from "./entry.ts";
import { stateAt } from "./fold.ts";
import { handoverOf } from "./handover.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { matrix } from "./matrix.ts";
import { concerns } from "./notice.ts";
import { packed } from "./packed.ts";
import { roundsCompared } from "./rounds-compared.ts";
import { saidOn } from "./said-before.ts";
import { search } from "./search.ts";
import { exchangedPair, tellsNothing } from "./testing/exchanged.ts";
import { SEEDED } from "./testing/records.ts";
import { REPORT } from "./testing/report.ts";
import { turnOf } from "./turn.ts";
import { unreadIn } from "./unread.ts";
import { publicForm, seenBy, type Viewer } from "./view.ts";
import { progressOfMembers, silentDelegations } from "./work.ts";

const CEDAR = "cedar" as DelegationKey;
/** Each makes everything for six readers, twice. */
const RUNS = 30;
const AT = "2026-12-20T10:00:00.000Z" as Instant;
type See = (entry: Entry) => SeenEntry;

/** Everybody but alder and birch. */
const READERS: See[] = [
  publicForm,
  ...(
    [
      { as: "delegation", delegation: CEDAR },
      { as: "delegation", delegation: "willow" as DelegationKey },
      { as: "facilitator" },
      { as: "administrator" },
      { as: "reviewer" },
    ] satisfies Viewer[]
  ).map(
    (viewer): See =>
      (entry) =>
        seenBy(entry, viewer),
  ),
];

/** What differs by construction: the hash of a provenance, and all hashes of headers that come of it. */
function withoutHashes({ header, ...parts }: SeenEntry): object {
  const { prev: _prev, provenanceHash: _hash, ...rest } = header;
  return { header: rest, ...parts };
}

/** Everything that is made of a record for one reader, as text. */
function outputs(entries: readonly Entry[], see: See): Record<string, string> {
  const seen = entries.map(see);
  const whole = stateAt(seen);
  const state = { ...whole, head: { ...whole.head, hash: "" as typeof whole.head.hash } };
  const order = Object.keys(state.delegations);
  const options = { order, at: AT };
  const marks = () => 0;
  const delegations = Object.keys(state.delegations) as DelegationKey[];
  const made: Record<string, unknown> = {
    entries: seen.map(withoutHashes),
    state: packed(state),
    compilation: compile(state),
    byGroups: matrix(state, { columns: "groups", ...options }),
    byDelegations: matrix(state, { columns: "delegations", ...options }),
    compared: Object.keys(state.ideas).map((idea) => roundsCompared(state, idea as IdeaId, AT)),
    found: ["we", "agree", "保护责任", "الحماية", "alder", "birch"].map((word) =>
      search(REPORT, state, word),
    ),
    news: seen.map((entry) =>
      delegations.map((one) => [changeOf(state, entry, one), concerns(state, entry, one)]),
    ),
    unread: unreadIn(state, marks, { delegation: CEDAR, capacity: null }),
    turns: delegations.map((one) => turnOf(state, REPORT, one, AT)),
    handovers: delegations.map((one) => handoverOf(state, one, "2026-01-01T00:00:00.000Z" as Instant)),
    before: delegations.map((one) => saidOn(state, one, "17-1")),
    queue: queueOf(state),
    silent: silentDelegations(state),
    progress: progressOfMembers(state),
  };
  return Object.fromEntries(
    Object.entries(made).map(([name, value]) => [name, canonicalJson(value ?? null)]),
  );
}

test("[Q7] with two authors exchanged all that others receive is alike, byte for byte", () => {
  let exchanged = 0;
  fc.assert(
    fc.property(exchangedPair, ({ one, other }) => {
      expect(other.entries.length).toBe(one.entries.length);
      for (const see of READERS) expect(outputs(other.entries, see)).toEqual(outputs(one.entries, see));
      if (!tellsNothing(one)) exchanged += 1;
    }),
    { ...SEEDED, numRuns: RUNS, endOnFailure: true },
  );
  expect(exchanged).toBeGreaterThan(RUNS / 2);
});

test("[Q7] a view that brings provenance along is caught in the state, the news and what waits", () => {
  const caught = new Set<string>();
  fc.assert(
    fc.property(exchangedPair, ({ one, other }) => {
      const [mine, theirs] = [
        outputs(one.entries, (entry) => entry),
        outputs(other.entries, (entry) => entry),
      ];
      for (const name of Object.keys(mine)) if (mine[name] !== theirs[name]) caught.add(name);
    }),
    { ...SEEDED, numRuns: RUNS, endOnFailure: true },
  );
  expect([...caught]).toEqual(expect.arrayContaining(["entries", "state", "news", "turns"]));
  // Whatever is made for many readers holds no author even then.
  for (const name of [
    "compilation",
    "byGroups",
    "byDelegations",
    "found",
    "before",
    "handovers",
    "silent",
    "progress",
  ])
    expect(caught.has(name)).toBe(false);
});
