import { expect, test } from "vitest";
import { headerHash, saltedHash } from "./canonical.ts";
import { GENESIS, type Instant } from "./ids.ts";
import { Submission } from "./submission.ts";
import { facilitator, head, livelyRecord, secretariat, seqOf, World } from "./testing/world.ts";

test("[R1] [R2] entries are numbered without a gap and each points to the header before it", () => {
  const { entries } = livelyRecord();
  let prev = GENESIS;
  entries.forEach(({ header }, index) => {
    expect(header.seq).toBe(index + 1);
    expect(header.prev).toBe(prev);
    prev = headerHash(header);
  });
});

test("[R3] when the server's clock steps back, an entry is dated as the one before it", () => {
  const world = World.opened();
  world.now = "2026-11-20T09:00:00.000Z" as Instant;
  world.states("alder", "17-1", "support");
  expect(world.entries.at(-1)?.header.at).toBe("2026-11-20T10:00:00.000Z");
});

test("[R4] a header holds its seven members and nothing else", () => {
  const { entries } = livelyRecord();
  const members = ["at", "audience", "bodyHash", "prev", "provenanceHash", "seq", "v"];
  for (const { header } of entries) expect(Object.keys(header).sort()).toEqual(members);
});

test("[R5] body and provenance hash with their own salts", () => {
  for (const { header, body, bodySalt, provenance, provenanceSalt } of livelyRecord().entries) {
    expect(header.bodyHash).toBe(saltedHash(bodySalt, body));
    expect(header.provenanceHash).toBe(saltedHash(provenanceSalt, provenance));
    expect(bodySalt).not.toBe(provenanceSalt);
  }
});

test("[R6] who speaks comes from the sign-in; a forged author is not even of the form", () => {
  const world = World.opened();
  world.states("alder", "17-1", "support");
  expect(world.entries.at(-1)?.body.by).toEqual({ delegation: "alder", capacity: "national" });
  const forged = { id: world.newId(), kind: "position.withdrawn", entry: 3, by: { delegation: "birch" } };
  expect(Submission.safeParse(forged).success).toBe(false);
});

test("[R8] the same id and body is the same entry; another body or another's id is refused alike", () => {
  const world = World.opened();
  const entry = seqOf(world.states("alder", "17-1", "support"));
  const submission = Submission.parse({ id: world.newId(), kind: "position.withdrawn", entry });
  const first = world.submits(submission, head("alder"), null);
  const count = world.entries.length;
  expect(world.submits(submission, head("alder"), null)).toEqual(first);
  expect(world.entries).toHaveLength(count);
  const otherBody = Submission.parse({ ...submission, reason: "another" });
  expect(world.submits(otherBody, head("alder"), null)).toEqual({ refused: "id-taken" });
  expect(world.submits(submission, head("birch"), null)).toEqual({ refused: "id-taken" });
});

test("[D1] only the secretariat opens items, publishes texts, admits delegations, forms groups, identifies ideas", () => {
  const world = World.opened();
  const asked = [
    { kind: "delegation.admitted", delegation: "fig", delegationKind: "member", names: { en: "Fig" } },
    { kind: "group.formed", group: "wood", names: { en: "Wood" } },
    { kind: "idea.identified", idea: "17-2", item: null, quote: "词", provisional: true },
    { kind: "idea.withdrawn", idea: "17-1", reason: "no" },
  ];
  for (const one of asked) {
    for (const actor of [head("alder"), facilitator, "clock"] as const) {
      expect(world.enters(one, actor)).toMatchObject({ refused: "not-permitted" });
    }
    expect(world.enters(one, secretariat)).toHaveProperty("header");
  }
});

test("[D2] a delegation's key, an idea's number and a text's version are given once", () => {
  const world = World.opened();
  expect(world.admits("alder", "member")).toMatchObject({ refused: "already-done" });
  world.enters({ kind: "idea.withdrawn", idea: "17-1", reason: "Not bold." });
  expect(world.identifies("17-1")).toMatchObject({ refused: "already-done" });
  expect(world.publishes(1)).toMatchObject({ refused: "already-done" });
  expect(world.publishes(2)).toHaveProperty("header");
});

test("[D3] membership of a group is dated; joining twice or leaving without having joined is refused", () => {
  const world = World.opened();
  const change = (what: string) =>
    world.enters({ kind: "group.membership.changed", group: "grove", delegation: "alder", change: what });
  expect(change("left")).toMatchObject({ refused: "already-done" });
  expect(change("joined")).toHaveProperty("header");
  expect(change("joined")).toMatchObject({ refused: "already-done" });
  world.now = "2026-11-21T10:00:00.000Z" as Instant;
  change("left");
  expect(world.state.memberships.grove).toEqual([
    { delegation: "alder", from: "2026-11-20T10:00:00.000Z", until: "2026-11-21T10:00:00.000Z" },
  ]);
});
