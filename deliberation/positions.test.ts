import { expect, test } from "vitest";
import { STANCES } from "./entry.ts";
import { standing } from "./state.ts";
import { head, seqOf, World } from "./testing/world.ts";

test("[P1] a position belongs to one delegation and one idea", () => {
  const world = World.opened();
  world.states("alder", "17-1", "support");
  expect(standing(world.state.positions["17-1"]?.alder)?.stance).toBe("support");
  expect(world.state.positions["17-1"]?.birch).toBeUndefined();
  expect(world.state.positions["17-3"]).toBeUndefined();
});

test("[P2] Alder revises its position: the newer one counts, the older one stays readable", () => {
  const world = World.opened();
  world.states("alder", "17-1", "position-reserved");
  world.states("alder", "17-1", "support");
  expect(world.state.positions["17-1"]?.alder?.map(({ rev, stance }) => [rev, stance])).toEqual([
    [1, "position-reserved"],
    [2, "support"],
  ]);
});

test("[P3] wording goes with support with suggested wording, and only with it", () => {
  const world = World.opened();
  expect(world.states("alder", "17-1", "support-with-wording", { wording: undefined })).toEqual({
    refused: "wording-required",
  });
  expect(world.states("alder", "17-1", "support", { wording: "别的" })).toEqual({
    refused: "wording-not-expected",
  });
  expect(world.states("alder", "17-1", "support-with-wording")).toHaveProperty("header");
});

test("[P4] a reservation without words is refused; support, reserved and does-not-support need none", () => {
  const world = World.opened();
  expect(world.states("alder", "17-1", "reservation", { words: undefined })).toEqual({
    refused: "words-required",
  });
  for (const stance of ["support", "position-reserved", "does-not-support"] as const) {
    expect(world.states("alder", "17-1", stance)).toHaveProperty("header");
  }
});

test("[P5] a delegation withdraws its latest position; none stands then, and the older one does not return", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", "17-1", "support"));
  const second = seqOf(world.states("alder", "17-1", "reservation"));
  expect(world.withdraws("alder", "position.withdrawn", first)).toEqual({ refused: "unknown-entry" });
  expect(world.withdraws("birch", "position.withdrawn", second)).toEqual({ refused: "unknown-entry" });
  expect(world.withdraws("alder", "position.withdrawn", second)).toHaveProperty("header");
  expect(standing(world.state.positions["17-1"]?.alder)).toBeNull();
  expect(world.withdraws("alder", "position.withdrawn", second)).toEqual({ refused: "already-withdrawn" });
});

test("[P6] no position is taken on an idea never identified, or withdrawn", () => {
  const world = World.opened();
  expect(world.states("alder", "17-9", "support")).toEqual({ refused: "unknown-idea" });
  world.enters({ kind: "idea.withdrawn", idea: "17-1", reason: "Not bold." });
  expect(world.states("alder", "17-1", "support")).toEqual({ refused: "unknown-idea" });
});

test("[P7] nobody speaks for a group without a registered right", () => {
  const world = World.opened();
  expect(world.states("alder", "17-1", "support", { onBehalfOf: "grove" })).toEqual({
    refused: "no-speaking-right",
  });
});

test("[P5] after a withdrawal a new position stands, as the next revision", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", "17-1", "support"));
  world.withdraws("alder", "position.withdrawn", first);
  seqOf(world.states("alder", "17-1", "support"));
  expect(standing(world.state.positions["17-1"]?.alder)).toMatchObject({ rev: 2, stance: "support" });
  expect(world.state.positions["17-1"]?.alder?.[0]?.withdrawn).not.toBeNull();
});

test("[P3] no other stance takes a wording", () => {
  const world = World.opened();
  for (const stance of STANCES.filter((one) => one !== "support-with-wording")) {
    expect(world.states("alder", "17-1", stance, { wording: "别的" }), stance).toEqual({
      refused: "wording-not-expected",
    });
  }
});

test("[P2] [P5] a position keeps its words, its wording and the reason it was withdrawn for", () => {
  const world = World.opened();
  const entry = seqOf(
    world.states("alder", "17-1", "support-with-wording", { words: "So.", wording: "改后" }),
  );
  seqOf(world.enters({ kind: "position.withdrawn", entry, reason: "New instructions." }, head("alder")));
  expect(world.state.positions["17-1"]?.alder).toMatchObject([
    { words: "So.", wording: "改后", withdrawn: { seq: entry + 1, reason: "New instructions." } },
  ]);
});
