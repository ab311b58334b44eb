import { expect, test } from "vitest";
import { contentHash, headerHash, saltedHash } from "./canonical.ts";
import { type Entry, Salt } from "./entry.ts";
import { DelegationKey, DraftId, GENESIS, type Instant } from "./ids.ts";
import { isRefusal, type Refusal } from "./refusal.ts";
import { Content, Submission } from "./submission.ts";
import { facilitator, head, livelyRecord, person, seat, secretariat, seqOf, World } from "./testing/world.ts";

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
    { kind: "idea.identified", idea: "17-2", item: null, quote: "一个词", provisional: true },
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

test("[R5] the hashes are SHA-256 over RFC 8785, as the platform's own digest computes it", async () => {
  const { header, body, bodySalt } = seen(World.opened().states("alder", "17-1", "support"));
  // Members in the order of their names, written out by hand.
  const text = `{"part":{"by":{"capacity":"national","delegation":"alder"},"id":"${body.id}","idea":"17-1","kind":"position.stated","lang":"en","round":"1","stance":"support","textVersion":1,"v":1},"salt":"${bodySalt}"}`;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  expect(header.bodyHash).toBe(hex);
});

test("[R5] a salt of fewer or more than 16 bytes is none", () => {
  for (const { bodySalt, provenanceSalt } of livelyRecord().entries) {
    for (const salt of [bodySalt, provenanceSalt]) {
      expect(Salt.safeParse(salt).success).toBe(true);
      for (const other of ["", salt.slice(2), `${salt}00`]) expect(Salt.safeParse(other).success).toBe(false);
    }
  }
});

test("[R6] an author smuggled into the content is not the one recorded", () => {
  const world = World.opened();
  const content = world.position("17-1", "support");
  const forged = { ...content, by: { delegation: "birch", capacity: "secretariat" }, v: 7, id: "mine" };
  const draft = DraftId.parse("position.17-1");
  const asked = { id: world.newId(), kind: "position.stated", draft, content: forged } as never;
  const clearance = world.clearance("alder", draft, contentHash(forged as typeof content));
  const entry = seen(world.submits(asked, head("alder"), clearance));
  expect(entry.body.by).toEqual({ delegation: "alder", capacity: "national" });
  expect(Content.safeParse(forged).success).toBe(false);
});

test("[R6] facilitators, secretariat and reviewers state no position in a delegation's name", () => {
  const world = World.opened();
  const content = world.position("17-1", "support");
  for (const actor of [facilitator, secretariat, seat({ as: "reviewer" }), "clock"] as const) {
    expect(world.says("alder", content, "position.17-1", actor)).toEqual({ refused: "not-permitted" });
  }
});

test("[R8] a colleague who repeats a submission gets the same entry, a round that closed meanwhile or not", () => {
  const world = World.opened();
  const content = world.position("17-1", "support");
  const draft = DraftId.parse("position.17-1");
  const asked = Submission.parse({ id: world.newId(), kind: content.kind, draft, content });
  const first = world.submits(asked, head("alder"), world.clearance("alder", draft, contentHash(content)));
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  const colleague = seat({
    ...head("alder"),
    person: person(5),
    function: "drafter",
    rights: ["submitting"],
  });
  expect(world.submits(asked, colleague, null)).toBe(first);
  const reader = seat({ ...head("alder"), function: "reader" });
  expect(world.submits(asked, reader, null)).toEqual({ refused: "not-permitted" });
});

test("[R8] the same words to another audience are another submission", () => {
  const world = World.opened();
  const draft = DraftId.parse(`comment.${world.newId()}`);
  const id = world.newId();
  const asks = (audience: string) => {
    const content = world.comment({ audience });
    const asked = Submission.parse({ id, kind: content.kind, draft, content });
    return world.submits(asked, head("alder"), world.clearance("alder", draft, contentHash(content)));
  };
  const first = seen(asks("facilitators"));
  expect(asks("facilitators")).toBe(first);
  expect(asks("everyone")).toEqual({ refused: "id-taken" });
});

test("[D2] a name that every object answers to is no delegation's key", () => {
  expect(DelegationKey.safeParse("constructor").success).toBe(false);
  expect(DelegationKey.safeParse("northern-grove").success).toBe(true);
});

test("[D3] only a Member State or observer that was admitted joins, and only a group is joined", () => {
  const world = World.opened();
  const joins = (delegation: string, group: string) =>
    world.enters({ kind: "group.membership.changed", group, delegation, change: "joined" });
  expect(joins("grove", "grove")).toEqual({ refused: "unknown-delegation" });
  expect(joins("elsewhere", "grove")).toEqual({ refused: "unknown-delegation" });
  expect(joins("alder", "birch")).toEqual({ refused: "unknown-delegation" });
  expect(joins("willow", "grove")).toHaveProperty("header");
});

function seen(result: Entry | Refusal): Entry {
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}
