import { expect, test } from "vitest";
import type { IdeaId, Instant } from "./ids.ts";
import { onRecordAgainst, outcomeOf } from "./silence.ts";
import { facilitator, head, secretariat, seqOf, World } from "./testing/world.ts";

const DEADLINE = "2026-11-24T10:00:00.000Z" as Instant;

const starting = { kind: "silence.started", wording: "改后的措辞", ideas: ["17-1", "17-3"], lang: "zh" };
const starts = (world: World, more: object = {}, actor: Parameters<World["enters"]>[1] = facilitator) =>
  world.enters({ ...starting, closesAt: DEADLINE, ...more }, actor);
const objects = (world: World, who: string, entry: number) =>
  world.declares(who, { kind: "silence.objected", entry, words: "We object.", lang: "en" }, "objection");
const explains = (world: World, who: string, entry: number) =>
  world.declares(who, { kind: "silence.explained", entry, words: "We join.", lang: "en" }, "explanation");
const concludes = (world: World, entry: number, outcome: string, actor: Parameters<World["enters"]>[1]) =>
  world.enters({ kind: "silence.concluded", entry, outcome }, actor);

test("[Z1] who runs rounds puts a wording under silence; a short time needs a reason", () => {
  const world = World.opened();
  expect(starts(world, {}, head("alder"))).toEqual({ refused: "not-permitted" });
  expect(starts(world, {}, "clock")).toEqual({ refused: "not-permitted" });
  expect(starts(world, { ideas: ["99-1"] })).toEqual({ refused: "unknown-idea" });
  expect(starts(world, { ideas: ["17-1", "17-1"] })).toMatchObject({ refused: "malformed" });
  expect(starts(world, { closesAt: world.now })).toMatchObject({ refused: "malformed" });
  const short = { closesAt: "2026-11-23T09:59:59.999Z" };
  expect(starts(world, short)).toEqual({ refused: "silence-reason" });
  seqOf(starts(world, { ...short, reason: "The session ends." }));
  const second = seqOf(starts(world, { closesAt: "2026-11-23T10:00:00.000Z" }, secretariat));
  expect(world.state.silences[second]).toMatchObject({ number: 2, ideas: ["17-1", "17-3"], concluded: null });
});

test("[Z2] a Member State objects once, in cleared words, until the deadline by the server's time", () => {
  const world = World.opened();
  const entry = seqOf(starts(world));
  expect(objects(world, "willow", entry)).toEqual({ refused: "members-only" });
  expect(objects(world, "alder", entry - 1)).toEqual({ refused: "unknown-entry" });
  const content = { kind: "silence.objected", entry, words: "We object.", lang: "en" } as const;
  const draft = "objection.00000000-0000-4000-8000-000000000000";
  const asked = { kind: "silence.objected", draft, content };
  expect(world.enters(asked, head("alder"))).toEqual({ refused: "not-cleared" });
  expect(world.enters(asked, facilitator)).toEqual({ refused: "not-permitted" });
  world.now = "2026-11-24T09:59:59.999Z" as Instant;
  seqOf(objects(world, "alder", entry));
  expect(objects(world, "alder", entry)).toEqual({ refused: "already-done" });
  world.now = DEADLINE;
  expect(objects(world, "birch", entry)).toEqual({ refused: "silence-over" });
  expect(explains(world, "birch", entry)).toEqual({ refused: "silence-over" });
});

test("[Z3] an explanation of position joins silence and does not break it", () => {
  const world = World.opened();
  const entry = seqOf(starts(world));
  expect(explains(world, "willow", entry)).toEqual({ refused: "members-only" });
  seqOf(explains(world, "cedar", entry));
  expect(explains(world, "cedar", entry)).toEqual({ refused: "already-done" });
  const silence = world.state.silences[entry];
  expect(silence?.said).toMatchObject([
    { delegation: "cedar", kind: "silence.explained", words: "We join." },
  ]);
  expect(silence && outcomeOf(silence)).toBe("no-objection");
});

test("[Z4] only the clock says how it ended, at the deadline, once, and as it was", () => {
  const world = World.opened();
  const [kept, broken] = [seqOf(starts(world)), seqOf(starts(world))];
  seqOf(objects(world, "birch", broken));
  expect(concludes(world, kept, "no-objection", "clock")).toEqual({ refused: "not-permitted" });
  world.now = DEADLINE;
  for (const actor of [facilitator, secretariat, head("alder")])
    expect(concludes(world, kept, "no-objection", actor)).toEqual({ refused: "not-permitted" });
  expect(concludes(world, kept, "broken", "clock")).toMatchObject({ refused: "malformed" });
  expect(concludes(world, broken, "no-objection", "clock")).toMatchObject({ refused: "malformed" });
  seqOf(concludes(world, kept, "no-objection", "clock"));
  seqOf(concludes(world, broken, "broken", "clock"));
  expect(concludes(world, kept, "no-objection", "clock")).toEqual({ refused: "already-done" });
  expect([kept, broken].map((seq) => world.state.silences[seq]?.concluded?.outcome)).toEqual([
    "no-objection",
    "broken",
  ]);
});

test("[Z5] nobody's position changes by it", () => {
  const world = World.opened();
  seqOf(world.states("alder", "17-1", "does-not-support"));
  const before = world.state.positions;
  const entry = seqOf(starts(world));
  seqOf(objects(world, "birch", entry));
  seqOf(explains(world, "cedar", entry));
  world.now = DEADLINE;
  seqOf(concludes(world, entry, "broken", "clock"));
  expect(world.state.positions).toBe(before);
});

test("[Z6] reservations and opposition on record are named, and are no objection", () => {
  const world = World.opened();
  seqOf(world.states("alder", "17-1", "does-not-support"));
  seqOf(world.states("alder", "17-3", "reservation"));
  seqOf(world.states("birch", "17-1", "support"));
  const withdrawn = seqOf(world.states("cedar", "17-1", "reservation"));
  seqOf(world.withdraws("cedar", "position.withdrawn", withdrawn));
  const chosen = ["17-1", "17-3"] as IdeaId[];
  expect(onRecordAgainst(world.state, chosen)).toEqual([{ author: "alder", ideas: chosen }]);
  const entry = seqOf(starts(world));
  const silence = world.state.silences[entry];
  expect(silence && outcomeOf(silence)).toBe("no-objection");
});
