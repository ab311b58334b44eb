import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { compile } from "./compile.ts";
import { ideasWithoutPosition, standOn, totalsShown } from "./count.ts";
import { STANCES } from "./entry.ts";
import { stateAt } from "./fold.ts";
import { type DelegationKey, IdeaId } from "./ids.ts";
import { facilitator, livelyRecord, MEMBERS, seqOf, World } from "./testing/world.ts";

const idea = IdeaId.parse("17-1");

test("[N1] the observer's position moves no total and is listed apart", () => {
  const world = World.opened();
  const before = standOn(world.state, idea);
  world.states("willow", "17-1", "support");
  const after = standOn(world.state, idea);
  expect([after.heard, after.of, after.members]).toEqual([before.heard, before.of, before.members]);
  expect(after.observers.support).toEqual(["willow"]);
});

test("[N2] whatever delegations say, withdraw and revise, the parts add up to the membership", () => {
  const act = fc.tuple(
    fc.constantFrom(...MEMBERS, "willow"),
    fc.constantFrom(...STANCES, "withdraw" as const),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const world = World.opened();
      const latest = new Map<string, number>();
      for (const [who, what] of acts) {
        if (what !== "withdraw") latest.set(who, seqOf(world.states(who, "17-1", what)));
        else if (latest.has(who)) world.withdraws(who, "position.withdrawn", latest.get(who) ?? 0);
      }
      const stand = standOn(world.state, idea);
      const stated = STANCES.flatMap((stance) => stand.members[stance]);
      expect(stated.length).toBe(stand.heard);
      expect([...stated, ...stand.notStated].sort()).toEqual([...MEMBERS].sort());
      expect(stand.of).toBe(MEMBERS.length);
    }),
    { seed: 193, numRuns: 60 },
  );
});

test("[N2] not yet stated is the absence of a position, and is what a delegation has left to do", () => {
  const world = World.opened();
  world.states("alder", "17-1", "position-reserved");
  expect(standOn(world.state, idea).notStated).toEqual(["birch", "cedar"]);
  expect(ideasWithoutPosition(world.state, "alder" as DelegationKey)).toEqual(["17-3", "28-1"]);
});

test("[N3] totals are shown only where every round so far shows them", () => {
  const world = World.opened();
  expect(totalsShown(world.state)).toBe(true);
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-04T23:00:00.000Z", { totals: false });
  expect(totalsShown(world.state)).toBe(false);
  expect(totalsShown(World.opened({ totals: false }).state)).toBe(false);
});

test("[K1] the same entries give the same compilation, however they were come by", () => {
  const { entries, state } = livelyRecord();
  const again = JSON.parse(JSON.stringify(entries));
  expect(JSON.stringify(compile(stateAt(again)))).toBe(JSON.stringify(compile(state)));
});

test("[K2] what was superseded or withdrawn is in the compilation, and marked so", () => {
  const world = World.opened();
  world.states("alder", "17-1", "support");
  const second = seqOf(world.states("alder", "17-1", "reservation"));
  world.withdraws("alder", "position.withdrawn", second);
  const rows = compile(world.state).ideas.find((one) => one.idea === "17-1")?.positions;
  expect(rows?.map(({ rev, status, was }) => [rev, status, was])).toEqual([
    [2, "withdrawn", "support"],
    [1, "superseded", null],
  ]);
});

test("[K2] what was said on an idea that was withdrawn stays in the compilation, in a place of its own", () => {
  const world = World.opened();
  seqOf(world.states("alder", "17-1", "support"));
  seqOf(world.comments("birch"));
  world.enters({ kind: "idea.withdrawn", idea: "17-1", reason: "Not bold." });
  const { ideas, withdrawnIdeas } = compile(world.state);
  expect(ideas.map((one) => one.idea)).toEqual(["17-3", "28-1"]);
  expect(withdrawnIdeas).toMatchObject([
    { idea: "17-1", withdrawn: { reason: "Not bold." }, positions: [{ stance: "support" }], comments: [{}] },
  ]);
});

test("[N1] one Member State counts once, however often it speaks; a group's members are not counted through it", () => {
  const world = World.opened();
  for (const stance of ["support", "does-not-support", "support"] as const)
    world.states("alder", "17-1", stance);
  world.enters({ kind: "group.membership.changed", group: "grove", delegation: "alder", change: "joined" });
  expect(standOn(world.state, idea)).toMatchObject({ heard: 1, of: 3, members: { support: ["alder"] } });
});

test("[K1] [F3] ideas whose paragraph a later text lacks come last, in one order before and after JSON", () => {
  const world = World.opened();
  world.identifies("A1-1");
  world.identifies("16-1");
  seqOf(world.publishes(2, ["17"]));
  const order = compile(world.state).ideas.map((one) => one.idea);
  expect(order).toEqual(["17-1", "17-3", "28-1", "A1-1", "16-1"]);
  const read = JSON.parse(canonicalJson(world.state));
  expect(compile(read).ideas.map((one) => one.idea)).toEqual(order);
});

test("[N1] a group's own position is listed apart from observers', and counted in no total", () => {
  const world = World.opened();
  world.states("willow", "17-1", "support");
  const entry = world.entries.at(-1);
  if (entry?.body.kind !== "position.stated") throw new Error("no position");
  // No rule lets anybody speak for a group yet [P7]; a record that holds such words is read all the same.
  const body = { ...entry.body, onBehalfOf: "grove" as DelegationKey };
  const state = stateAt([...world.entries.slice(0, -1), { ...entry, body }]);
  expect(standOn(state, idea)).toMatchObject({ heard: 0, groups: { support: ["grove"] } });
  expect(standOn(state, idea).observers.support).toEqual([]);
});

test("[N3] before a round was opened nothing says that totals may be shown", () => {
  expect(totalsShown(new World().state)).toBe(false);
});

test("[K1] ideas stand in the order of the text, then of their numbers; delegations by name, then as admitted", () => {
  const world = World.opened();
  const tenth = { idea: "17-10", item: null, quote: "是一个词", provisional: true };
  seqOf(world.enters({ kind: "idea.identified", ...tenth }));
  for (const one of ["28-2", "17-2", "A1-1", "16-1", "28-3", "16-2"]) seqOf(world.identifies(one));
  for (const one of ["16-2", "28-3"])
    world.enters({ kind: "idea.withdrawn", idea: one, reason: "Not bold." });
  for (const key of ["zinnia", "fig"]) {
    const names = { en: "aspen" };
    world.enters({ kind: "delegation.admitted", delegation: key, delegationKind: "member", names });
  }
  for (const state of [world.state, JSON.parse(canonicalJson(world.state))]) {
    const { ideas, withdrawnIdeas, delegations } = compile(state);
    expect(withdrawnIdeas.map((one) => one.idea)).toEqual(["28-3", "16-2"]);
    expect(ideas.map((one) => one.idea)).toEqual([
      ...["16-1", "17-1", "17-2", "17-3", "17-10", "28-1", "28-2", "A1-1"],
    ]);
    expect(delegations.map(({ key }) => key)).toEqual([
      ...["grove", "alder", "zinnia", "fig", "birch", "cedar", "willow"],
    ]);
  }
});
