import { expect, test } from "vitest";
import { stateAt } from "./fold.ts";
import type { Instant } from "./ids.ts";
import type { Actor } from "./seat.ts";
import { facilitator, head, seat, secretariat, seqOf, World } from "./testing/world.ts";

const LATER = "2026-11-21T10:00:00.000Z" as Instant;
const LATER_STILL = "2026-11-22T10:00:00.000Z" as Instant;

test("[D1] an item is opened and a text published by the secretariat alone, the item once", () => {
  const world = new World();
  const item = { kind: "item.opened", session: 63, agendaItem: 44, title: {}, demonstration: false };
  const text = { symbol: "A/63/677", lang: "zh", title: "题", text: "a".repeat(64), paragraphs: ["17"] };
  for (const asked of [item, { kind: "text.published", version: 1, ...text }]) {
    for (const actor of [head("alder"), facilitator, seat({ as: "reviewer" }), "clock"] as const) {
      expect(world.enters(asked, actor)).toEqual({ refused: "not-permitted" });
    }
    expect(world.enters(asked)).toHaveProperty("header");
  }
  expect(world.enters(item)).toEqual({ refused: "already-done" });
});

test("[D2] texts are numbered without a gap, and a group's key is given once", () => {
  const world = World.opened();
  for (const version of [1, 3]) expect(world.publishes(version)).toEqual({ refused: "already-done" });
  for (const group of ["grove", "alder"]) {
    expect(world.enters({ kind: "group.formed", group, names: { en: "Wood" } })).toEqual({
      refused: "already-done",
    });
  }
  expect(world.admits("grove", "member")).toEqual({ refused: "already-done" });
});

test("[D2] an idea stands in a paragraph of the text, and is withdrawn once", () => {
  const world = World.opened();
  expect(world.identifies("99-1")).toEqual({ refused: "unknown-target" });
  const withdraws = (idea: string) => world.enters({ kind: "idea.withdrawn", idea, reason: "Not bold." });
  expect(withdraws("16-1")).toEqual({ refused: "unknown-idea" });
  expect(withdraws("17-1")).toHaveProperty("header");
  expect(withdraws("17-1")).toEqual({ refused: "unknown-idea" });
});

test("[D3] who left may join again; each membership keeps its own dates, and others' are untouched", () => {
  const world = World.opened();
  const changes = (delegation: string, change: string) =>
    seqOf(world.enters({ kind: "group.membership.changed", group: "grove", delegation, change }));
  const from = world.now;
  changes("birch", "joined");
  changes("alder", "joined");
  world.now = LATER;
  changes("alder", "left");
  world.now = LATER_STILL;
  changes("alder", "joined");
  changes("alder", "left");
  expect(world.state.memberships.grove).toEqual([
    { delegation: "birch", from, until: null },
    { delegation: "alder", from, until: LATER },
    { delegation: "alder", from: LATER_STILL, until: LATER_STILL },
  ]);
});

test("[R6] each seat is recorded in its own capacity", () => {
  const world = World.opened();
  const by = () => world.entries.at(-1)?.body.by;
  world.admits("fig", "member");
  expect(by()).toEqual({ delegation: null, capacity: "secretariat" });
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(by()).toEqual({ delegation: null, capacity: "facilitator" });
});

test("[R6] an author smuggled beside what is asked is not the one recorded", () => {
  const world = World.opened();
  const entry = seqOf(world.states("alder", "17-1", "support"));
  const asked = { id: world.newId(), kind: "position.withdrawn", entry };
  const forged = { ...asked, v: 1, by: { delegation: "birch", capacity: "secretariat" } } as never;
  seqOf(world.submits(forged, head("alder"), null));
  expect(world.entries.at(-1)?.body.by).toEqual({ delegation: "alder", capacity: "national" });
});

test("[D6] a delegation is renamed by the secretariat alone; as of any moment it has the name it had then", () => {
  const world = World.opened();
  const said = seqOf(world.states("alder", "17-1", "support"));
  const renames = (delegation: string, en: string, actor: Actor = secretariat) =>
    world.enters({ kind: "delegation.renamed", delegation, names: { en } }, actor);
  for (const actor of [head("alder"), facilitator, "clock"] as const)
    expect(renames("alder", "Black Alder", actor)).toEqual({ refused: "not-permitted" });
  expect(renames("nobody", "Name")).toEqual({ refused: "unknown-delegation" });
  expect(renames("alder", "alder")).toEqual({ refused: "already-done" });
  world.now = LATER;
  const renamed = seqOf(renames("alder", "Black Alder"));
  const named = (seq: number) => stateAt(world.entries, seq).delegations.alder?.names;
  expect([named(said), named(renamed)]).toEqual([{ en: "alder" }, { en: "Black Alder" }]);
  expect(world.state.delegations.alder?.formerly).toEqual([{ names: { en: "alder" }, until: LATER }]);
  expect(world.state.positions["17-1"]?.alder?.[0]?.seq).toBe(said);
  expect(renames("grove", "Old Grove")).toHaveProperty("header");
});
