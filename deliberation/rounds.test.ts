import { expect, test } from "vitest";
import type { Instant } from "./ids.ts";
import { facilitator, head, seqOf, World } from "./testing/world.ts";

const AFTER = "2026-11-27T23:00:00.000Z" as Instant;
const JUST_BEFORE = "2026-11-27T22:59:59.999Z" as Instant;

test("[O1] at its deadline a round takes nothing more, even if no closing was written yet", () => {
  const world = World.opened();
  world.now = JUST_BEFORE;
  expect(world.states("alder", "17-1", "support")).toHaveProperty("header");
  world.now = AFTER;
  expect(world.states("alder", "17-3", "support")).toEqual({ refused: "no-open-round" });
  expect(world.comments("alder")).toEqual({ refused: "no-open-round" });
});

test("[O2] new words name the open round, the text under consideration and a language of the round", () => {
  const world = World.opened({ languages: ["en"] });
  expect(world.states("alder", "17-1", "support", { round: "2" })).toEqual({ refused: "round-not-open" });
  expect(world.states("alder", "17-1", "support", { textVersion: 2 })).toEqual({
    refused: "unknown-text-version",
  });
  expect(world.states("alder", "17-1", "support", { lang: "fr" })).toEqual({
    refused: "language-not-admitted",
  });
  expect(world.states("elsewhere", "17-1", "support")).toEqual({ refused: "unknown-delegation" });
});

test("[O3] correcting and withdrawing stay possible after a round closed", () => {
  const world = World.opened();
  const position = seqOf(world.states("alder", "17-1", "support", { words: "Teh." }));
  const comment = seqOf(world.comments("alder"));
  world.now = AFTER;
  expect(world.corrects("alder", position, "The.")).toHaveProperty("header");
  expect(world.withdraws("alder", "comment.withdrawn", comment)).toHaveProperty("header");
  expect(world.withdraws("alder", "position.withdrawn", position)).toHaveProperty("header");
});

test("[O4] one round is open at a time, its number is used once, its deadline lies ahead", () => {
  const world = World.opened();
  expect(world.opens("2", "2026-12-04T23:00:00.000Z")).toEqual({ refused: "already-done" });
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(world.opens("1", "2026-12-04T23:00:00.000Z")).toEqual({ refused: "already-done" });
  expect(world.opens("2", "2026-11-01T23:00:00.000Z")).toMatchObject({ refused: "malformed" });
  expect(world.opens("2", "2026-12-04T23:00:00.000Z")).toHaveProperty("header");
});

test("[O5] the clock closes a round at its deadline and does nothing else; before it a facilitator may", () => {
  const world = World.opened();
  const closing = { kind: "round.closed", round: "1" };
  expect(world.enters(closing, "clock")).toEqual({ refused: "not-permitted" });
  expect(world.enters(closing, head("alder"))).toEqual({ refused: "not-permitted" });
  expect(world.enters({ kind: "idea.withdrawn", idea: "17-1", reason: "no" }, "clock")).toEqual({
    refused: "not-permitted",
  });
  world.now = AFTER;
  expect(world.enters(closing, "clock")).toHaveProperty("header");
  expect(world.entries.at(-1)?.body.by).toEqual({ delegation: null, capacity: "clock" });
  expect(world.enters(closing, facilitator)).toEqual({ refused: "round-not-open" });
});

test("[O1] [R3] with the clock set back behind a deadline that an entry was already dated after, nothing slips in", () => {
  const world = World.opened();
  world.now = AFTER;
  seqOf(world.admits("fig", "member"));
  world.now = JUST_BEFORE;
  expect(world.states("alder", "17-1", "support")).toEqual({ refused: "no-open-round" });
  expect(world.enters({ kind: "round.closed", round: "1" }, "clock")).toHaveProperty("header");
});

test("[O2] in another round, words for the round before are refused", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-04T23:00:00.000Z");
  expect(world.states("alder", "17-1", "support", { round: "1" })).toEqual({ refused: "round-not-open" });
  expect(world.states("alder", "17-1", "support", { round: "2" })).toHaveProperty("header");
});

test("[O2] once a later text is published, words on the earlier one are refused", () => {
  const world = World.opened();
  seqOf(world.publishes(2));
  for (const textVersion of [1, 3]) {
    const refused = { refused: "unknown-text-version" };
    expect(world.states("alder", "17-1", "support", { textVersion })).toEqual(refused);
    expect(world.comments("alder", { textVersion })).toEqual(refused);
  }
  expect(world.states("alder", "17-1", "support", { textVersion: 2 })).toHaveProperty("header");
});

test("[O4] a deadline that is now lies not ahead; a round past its deadline, though not closed, makes way", () => {
  const world = World.opened();
  world.now = AFTER;
  expect(world.opens("2", AFTER)).toMatchObject({ refused: "malformed" });
  expect(world.opens("2", "2026-12-04T23:00:00.000Z")).toHaveProperty("header");
});

test("[O5] the secretariat may close a round early, and only one that was opened", () => {
  const world = World.opened();
  expect(world.enters({ kind: "round.closed", round: "2" })).toEqual({ refused: "round-not-open" });
  expect(world.enters({ kind: "round.closed", round: "1" })).toHaveProperty("header");
  expect(world.states("alder", "17-1", "support")).toEqual({ refused: "no-open-round" });
});
