import { expect, test } from "vitest";
import { deadlineWarning } from "./deadline.ts";
import { handoverOf } from "./handover.ts";
import { holidayOn } from "./holidays.ts";
import type { DelegationKey, Instant } from "./ids.ts";
import { inNewYork, instantInNewYork } from "./new-york.ts";
import { roundClosingWithinDay } from "./notice.ts";
import { isExtended } from "./round-course.ts";
import { openRound, type RoundState } from "./state.ts";
import { facilitator, head, secretariat, seqOf, World } from "./testing/world.ts";
import { turnOf } from "./turn.ts";

const DEADLINE = "2026-11-27T23:00:00.000Z" as Instant;
const LATER = "2026-12-04T23:00:00.000Z" as Instant;
const FRIDAY_AFTER = "2026-12-11T23:00:00.000Z" as Instant;

const roundOne = (world: World) => world.state.rounds["1"] as RoundState;

test("[O6] a facilitator or the secretariat moves the deadline, to a later moment and before it has passed", () => {
  const world = World.opened();
  expect(world.extends("1", LATER, head("alder"))).toEqual({ refused: "not-permitted" });
  expect(world.extends("1", LATER, "clock")).toEqual({ refused: "not-permitted" });
  expect(world.extends("1", DEADLINE)).toEqual({ refused: "deadline-not-later" });
  expect(world.extends("1", "2026-11-26T23:00:00.000Z")).toEqual({ refused: "deadline-not-later" });
  expect(world.extends("2", LATER)).toEqual({ refused: "round-not-open" });
  seqOf(world.extends("1", LATER));
  seqOf(world.extends("1", FRIDAY_AFTER, secretariat));
  expect(roundOne(world).course.map(({ kind, by, closesAt }) => [kind, by, closesAt])).toEqual([
    ["opened", "facilitator", DEADLINE],
    ["extended", "facilitator", LATER],
    ["extended", "secretariat", FRIDAY_AFTER],
  ]);
  world.now = FRIDAY_AFTER;
  expect(world.extends("1", "2026-12-18T23:00:00.000Z")).toEqual({ refused: "round-not-open" });
});

test("[O6] [O1] [O5] new words and the clock go by the deadline that was decided last", () => {
  const world = World.opened();
  const modalities = roundOne(world).modalities;
  world.extends("1", LATER);
  world.now = DEADLINE;
  expect(world.enters({ kind: "round.closed", round: "1" }, "clock")).toEqual({ refused: "not-permitted" });
  expect(world.states("alder", "17-1", "support")).toHaveProperty("header");
  world.now = LATER;
  expect(world.states("alder", "17-3", "support")).toEqual({ refused: "no-open-round" });
  expect(world.enters({ kind: "round.closed", round: "1" }, "clock")).toHaveProperty("header");
  expect(roundOne(world)).toMatchObject({ closedAt: LATER, closesAt: LATER, modalities });
});

test("[O7] the round opened last is reopened once it is closed, with a deadline that lies ahead", () => {
  const world = World.opened();
  expect(world.reopens("1", LATER)).toEqual({ refused: "round-not-closed" });
  world.now = DEADLINE;
  expect(world.reopens("1", LATER)).toEqual({ refused: "round-not-closed" });
  seqOf(world.enters({ kind: "round.closed", round: "1" }, "clock"));
  expect(world.reopens("1", LATER, head("alder"))).toEqual({ refused: "not-permitted" });
  expect(world.reopens("1", LATER, "clock")).toEqual({ refused: "not-permitted" });
  expect(world.reopens("1", DEADLINE)).toMatchObject({ refused: "malformed" });
  expect(world.reopens("2", LATER)).toEqual({ refused: "round-not-closed" });
  seqOf(world.reopens("1", LATER));
  expect(world.states("alder", "17-1", "support")).toHaveProperty("header");
  expect(roundOne(world).course.map(({ kind }) => kind)).toEqual(["opened", "closed", "reopened"]);
  expect(world.opens("2", LATER)).toEqual({ refused: "already-done" });
  seqOf(world.enters({ kind: "round.closed", round: "1" }, facilitator));
  world.now = "2026-11-28T10:00:00.000Z" as Instant;
  seqOf(world.opens("2", LATER));
  seqOf(world.enters({ kind: "round.closed", round: "2" }, facilitator));
  expect(world.reopens("1", LATER)).toEqual({ refused: "later-round-opened" });
  expect(world.reopens("2", LATER)).toHaveProperty("header");
});

test("[O7] who reopened and extended, and why, stays readable; a round is extended while its last deadline is a moved one", () => {
  const world = World.opened();
  expect(isExtended(roundOne(world))).toBe(false);
  world.extends("1", LATER);
  expect(isExtended(roundOne(world))).toBe(true);
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(isExtended(roundOne(world))).toBe(true);
  const seq = seqOf(world.reopens("1", LATER, secretariat));
  expect(isExtended(roundOne(world))).toBe(false);
  const step = { kind: "reopened", seq, by: "secretariat", reason: { words: "By error.", lang: "en" } };
  expect(roundOne(world).course.at(-1)).toMatchObject(step);
});

test("[H4] [E3] [O6] a deadline that was moved waits and is told of by its new day", () => {
  const world = World.opened();
  const report = { sections: [] } as unknown as Parameters<typeof turnOf>[1];
  const closing = () => turnOf(world.state, report, "alder" as DelegationKey, world.now).closing?.id;
  world.now = "2026-11-27T10:00:00.000Z" as Instant;
  expect([closing(), roundClosingWithinDay(world.state, world.now)?.id]).toEqual(["1", "1"]);
  world.extends("1", LATER);
  expect([closing(), roundClosingWithinDay(world.state, world.now)?.id]).toEqual([undefined, undefined]);
  world.now = "2026-12-04T10:00:00.000Z" as Instant;
  expect([closing(), roundClosingWithinDay(world.state, world.now)?.id]).toEqual(["1", "1"]);
});

test("[H11] [O7] what a delegation missed is judged at the last closing of a round, and not while it is reopened", () => {
  const world = World.opened();
  const missed = () => handoverOf(world.state, "alder" as DelegationKey, world.now).missed;
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(missed()).toMatchObject([{ round: "1", ideas: ["17-1", "17-3", "28-1"] }]);
  world.reopens("1", LATER);
  expect(missed()).toEqual([]);
  world.states("alder", "17-3", "support");
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(missed()).toMatchObject([{ round: "1", ideas: ["17-1", "28-1"] }]);
});

test("[M6] [O7] a reopened round is one round: rights of reply used before count on", () => {
  const world = World.opened();
  const stated = seqOf(world.states("birch", "17-1", "support"));
  seqOf(world.replies("alder", stated));
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.reopens("1", LATER);
  expect(openRound(world.state, world.now)?.id).toBe("1");
  seqOf(world.replies("alder", stated));
  expect(world.replies("alder", stated)).toEqual({ refused: "replies-used-up" });
});

test("[O9] a round is planned ahead by who runs rounds; it opens nothing, and is planned again or withdrawn", () => {
  const world = World.opened();
  expect(world.plans("2", LATER, FRIDAY_AFTER, head("alder"))).toEqual({ refused: "not-permitted" });
  expect(world.plans("1", LATER, FRIDAY_AFTER)).toEqual({ refused: "already-done" });
  expect(world.plans("2", world.now, FRIDAY_AFTER)).toMatchObject({ refused: "malformed" });
  expect(world.plans("2", LATER, LATER)).toMatchObject({ refused: "malformed" });
  const withdrawal = { kind: "plan.withdrawn", round: "2", reason: "Too early.", lang: "en" };
  expect(world.enters(withdrawal, facilitator)).toEqual({ refused: "round-not-planned" });
  const plan = seqOf(world.plans("2", LATER, FRIDAY_AFTER));
  seqOf(world.plans("2", LATER, "2026-12-18T23:00:00.000Z", secretariat));
  expect(world.state.plans["2"]).toMatchObject({ opensAt: LATER, closesAt: "2026-12-18T23:00:00.000Z" });
  world.now = FRIDAY_AFTER;
  expect(openRound(world.state, world.now)).toBe(null);
  expect(world.states("alder", "17-1", "support", { round: "2" })).toEqual({ refused: "no-open-round" });
  seqOf(world.opens("2", "2026-12-18T23:00:00.000Z"));
  expect(world.state.plans).toEqual({});
  expect(world.state.rounds["2"]?.course.map(({ kind, seq }) => [kind, seq])).toEqual([
    ["planned", plan],
    ["planned", plan + 1],
    ["opened", plan + 2],
  ]);
  seqOf(world.plans("3", "2027-01-08T23:00:00.000Z", "2027-01-15T23:00:00.000Z"));
  expect(world.enters({ ...withdrawal, round: "3" }, head("alder"))).toEqual({ refused: "not-permitted" });
  seqOf(world.enters({ ...withdrawal, round: "3" }, secretariat));
  expect(world.state.plans).toEqual({});
});

test("[O8] a weekend or a holiday of New York is warned of, by New York's day, and not refused", () => {
  const warned: [string, string | null][] = [
    ["2026-11-26T23:00:00.000Z", "thanksgiving"],
    ["2026-11-27T23:00:00.000Z", null],
    // Saturday in Greenwich, still Friday in New York; and the other way round on Sunday.
    ["2026-11-28T04:59:00.000Z", null],
    ["2026-11-28T05:00:00.000Z", "weekend"],
    ["2026-11-30T04:59:00.000Z", "weekend"],
    ["2026-11-30T05:00:00.000Z", null],
  ];
  for (const [at, warning] of warned) expect([at, deadlineWarning(at as Instant)]).toEqual([at, warning]);
  expect(World.opened({ closesAt: "2026-11-26T23:00:00.000Z" }).state.rounds).toHaveProperty("1");
});

test("[O8] holidays of Headquarters are kept on working days, as the circulars of 2017 and 2020 name them", () => {
  const kept = (year: number) => {
    const days = Array.from({ length: 366 }, (_, n) =>
      new Date(Date.UTC(year, 0, n + 1)).toISOString().slice(0, 10),
    );
    return days.filter((day) => day.startsWith(`${year}`) && holidayOn(day) !== null);
  };
  const short = (year: number) => kept(year).map((day) => day.slice(5));
  expect(short(2017)).toEqual(["01-02", "04-14", "05-29", "07-04", "09-04", "11-23", "12-25"]);
  expect(short(2020)).toEqual(["01-01", "04-10", "05-25", "07-03", "09-07", "11-26", "12-25"]);
  expect(holidayOn("2026-03-20")).toBe("eid-al-fitr");
  expect(holidayOn("2026-05-27")).toBe("eid-al-adha");
});

test("[O8] an hour in New York is the right moment on both sides of the change of clocks", () => {
  expect(instantInNewYork("2026-11-27", "18:00")).toBe("2026-11-27T23:00:00.000Z");
  expect(instantInNewYork("2026-07-03", "18:00")).toBe("2026-07-03T22:00:00.000Z");
  expect(instantInNewYork("2027-03-14", "02:30")).toBe(null);
  expect(instantInNewYork("2026-11-01", "01:30")).toBe("2026-11-01T05:30:00.000Z");
  expect(instantInNewYork("2026-02-30", "18:00")).toBe(null);
  expect(instantInNewYork("", "18:00")).toBe(null);
  expect(inNewYork("2026-11-28T04:59:00.000Z" as Instant)).toEqual({ day: "2026-11-27", time: "23:59" });
});
