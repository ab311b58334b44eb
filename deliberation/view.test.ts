import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import type { Entry, SeenEntry } from "./entry.ts";
import { stateAt } from "./fold.ts";
import type { DelegationKey, Instant } from "./ids.ts";
import { type Act, may } from "./may.ts";
import type { Seat } from "./seat.ts";
import { facilitator, head, person, seat, secretariat, seqOf, World } from "./testing/world.ts";
import { publicForm, seenBy, type Viewer } from "./view.ts";

const alder = "alder" as DelegationKey;
const inAlder = (inDelegation: string, rights: string[] = []) =>
  seat({ as: "delegation", delegation: "alder", function: inDelegation, rights });
const reviewer = seat({ as: "reviewer" });
const SEATS: Record<string, Seat | null> = {
  nobody: null,
  head: inAlder("head"),
  drafter: inAlder("drafter"),
  capital: inAlder("capital"),
  reader: inAlder("reader"),
  "drafter who clears": inAlder("drafter", ["clearing"]),
  "reader who submits": inAlder("reader", ["submitting"]),
  "head of another": head("birch"),
  facilitator,
  administrator: secretariat,
  reviewer,
};
const draftActs = ["draft.read", "draft.write", "draft.clear", "submit"] as const;
const MAY: Record<string, Act[]> = {
  nobody: [],
  head: [...draftActs],
  drafter: ["draft.read", "draft.write"],
  capital: ["draft.read"],
  reader: [],
  "drafter who clears": ["draft.read", "draft.write", "draft.clear"],
  "reader who submits": ["submit"],
  "head of another": [],
  facilitator: ["round.run"],
  administrator: ["candidate.read", "secretariat.enter", "round.run"],
  reviewer: [],
};

test.each(Object.keys(SEATS))("[S1] [S2] [C3] what %s may do in alder's name and apart from it", (who) => {
  const one = SEATS[who] ?? null;
  const allowed = [
    ...draftActs.filter((act) => may(one, act, { delegation: alder })),
    ...(["candidate.read", "secretariat.enter", "round.run"] as const).filter((act) => may(one, act)),
  ];
  expect(allowed.sort()).toEqual([...(MAY[who] ?? [])].sort());
  expect(may(one, "record.read")).toBe(one !== null);
  expect(may(one, "compilation.read")).toBe(one !== null);
});

/** A record in which birch says something to one audience only. */
function saying(words: string, audience: string): World {
  const world = World.opened();
  world.comments("birch", { words, audience });
  return world;
}

const VIEWERS: Record<string, Viewer> = {
  author: { as: "delegation", delegation: "birch" as DelegationKey },
  other: { as: "delegation", delegation: alder },
  facilitator: { as: "facilitator" },
  administrator: { as: "administrator" },
  reviewer: { as: "reviewer" },
};

test.each([
  ["everyone", ["author", "other", "facilitator", "administrator", "reviewer"]],
  ["facilitators", ["author", "facilitator", "administrator"]],
  ["secretariat", ["author", "administrator"]],
])("[S4] words for %s are read by those named and nobody else", (audience, readers) => {
  const entry = saying("canary", audience).entries.at(-1) as Entry;
  for (const [who, viewer] of Object.entries(VIEWERS)) {
    expect(JSON.stringify(seenBy(entry, viewer)).includes("canary"), who).toBe(readers.includes(who));
  }
  expect(JSON.stringify(publicForm(entry)).includes("canary")).toBe(audience === "everyone");
  expect(may(head("alder"), "entry.read", entry)).toBe(readers.includes("other"));
});

test("[S5] provenance is read by the own delegation and by administrators", () => {
  const entry = saying("words", "everyone").entries.at(-1) as Entry;
  const readers = Object.entries(VIEWERS).filter(
    ([, viewer]) => seenBy(entry, viewer).provenance !== undefined,
  );
  expect(readers.map(([who]) => who)).toEqual(["author", "administrator"]);
  expect(may(reviewer, "provenance.read", entry)).toBe(false);
});

/** What two records look alike in, to a reader: everything but the hashes that commit to what is hidden. */
function shape(seen: SeenEntry): string {
  const { bodyHash: _body, provenanceHash: _provenance, prev: _prev, ...header } = seen.header;
  return JSON.stringify({ ...seen, header, bodySalt: undefined, id: undefined });
}

function tellsApart(see: (entry: Entry) => SeenEntry): boolean {
  const [one, other] = [
    saying("yes", "secretariat"),
    saying("a much longer no, with reasons", "secretariat"),
  ];
  return one.entries.some((entry, index) => shape(see(entry)) !== shape(see(other.entries[index] as Entry)));
}

test("[S6] records that differ only in sealed words look alike to others; a view that leaks is told apart", () => {
  expect(tellsApart(publicForm)).toBe(false);
  for (const who of ["other", "facilitator", "reviewer"] as const) {
    expect(
      tellsApart((entry) => seenBy(entry, VIEWERS[who] as Viewer)),
      who,
    ).toBe(false);
  }
  // The mistakes this guards against: the body goes out, or only its length does.
  expect(tellsApart((entry) => entry)).toBe(true);
  expect(
    tellsApart((entry) => ({ ...publicForm(entry), length: JSON.stringify(entry.body).length }) as SeenEntry),
  ).toBe(true);
});

test("[S7] a sealed entry advances a reader's head and changes nothing else", () => {
  const world = saying("canary", "secretariat");
  const seen = world.entries.map((entry) => seenBy(entry, VIEWERS.other as Viewer));
  const [before, after] = [stateAt(seen, seen.length - 1), stateAt(seen)];
  expect(after.head).toEqual(world.state.head);
  expect({ ...after, head: null }).toEqual({ ...before, head: null });
});

test("[S3] a reply, a correction and a withdrawal are heard no wider than what they are about", () => {
  const world = saying("sealed", "facilitators");
  const entry = world.entries.length;
  seqOf(world.comments("birch", { replyTo: entry, audience: "everyone" }));
  seqOf(world.corrects("birch", entry, "sealed, corrected"));
  seqOf(world.withdraws("birch", "comment.withdrawn", entry));
  expect(world.entries.slice(-3).map(({ header }) => header.audience)).toEqual(Array(3).fill("facilitators"));
});

test("[K3] a compilation from the public view holds nothing of a sealed entry", () => {
  const world = saying("canary", "facilitators");
  expect(JSON.stringify(compile(stateAt(world.entries.map(publicForm))))).not.toContain("canary");
  expect(JSON.stringify(compile(stateAt(world.entries)))).toContain("canary");
});

test("[S3] in a round for the facilitators nothing is heard wider, whatever a comment asks for", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-04T23:00:00.000Z", { audience: "facilitators" });
  const position = seqOf(world.states("birch", "17-1", "support", { round: "2" }));
  seqOf(world.comments("birch", { round: "2", audience: "everyone" }));
  seqOf(world.comments("birch", { round: "2", audience: "secretariat" }));
  seqOf(world.withdraws("birch", "position.withdrawn", position));
  expect(world.entries.slice(-4).map(({ header }) => header.audience)).toEqual([
    "facilitators",
    "facilitators",
    "secretariat",
    "facilitators",
  ]);
});

test("[S3] a dissociation is heard as wide as the round it is made in, whatever the rounds are numbered", () => {
  const world = World.opened();
  for (const [round, audience] of [
    ["3", "everyone"],
    ["2", "facilitators"],
  ] as const) {
    world.enters({ kind: "round.closed", round: round === "3" ? "1" : "3" }, facilitator);
    world.now = new Date(Date.parse(world.now) + 60_000).toISOString() as Instant;
    world.opens(round, "2026-12-04T23:00:00.000Z", { audience });
    seqOf(world.dissociates("birch", { on: "idea", idea: "17-1" }));
    expect(world.entries.at(-1)?.header.audience).toBe(audience);
  }
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  seqOf(world.dissociates("cedar", { on: "idea", idea: "17-1" }));
  expect(world.entries.at(-1)?.header.audience).toBe("facilitators");
});

test("[S6] nor does who drafted, cleared or submitted show to another delegation, a facilitator or a reviewer", () => {
  const by = (name: number) => {
    const world = World.opened();
    const submitter = seat({ ...head("birch"), person: person(name) });
    world.says("birch", world.position("17-1", "support"), "position.17-1", submitter);
    return world.entries;
  };
  const [one, other] = [by(100), by(200)];
  for (const who of ["other", "facilitator", "reviewer"] as const) {
    const view = (entries: Entry[]) =>
      entries.map((entry) => shape(seenBy(entry, VIEWERS[who] as Viewer))).join();
    expect(view(one), who).toBe(view(other));
    expect(view(one)).not.toContain(person(100));
  }
  // The red twin: an administrator's view does tell them apart.
  expect(one.map((entry) => shape(seenBy(entry, { as: "administrator" })))).not.toEqual(
    other.map((entry) => shape(seenBy(entry, { as: "administrator" }))),
  );
});

test("[S5] who is asked by may is answered alike: a facilitator reads no provenance, sealed words or not", () => {
  for (const audience of ["everyone", "facilitators"]) {
    const entry = saying("words", audience).entries.at(-1) as Entry;
    const readers = Object.entries({ ...SEATS, nobody: null }).filter(([, one]) =>
      may(one, "provenance.read", entry),
    );
    expect(readers.map(([who]) => who)).toEqual(["head of another", "administrator"]);
    expect(may(null, "entry.read", entry)).toBe(false);
  }
});
