import { expect, test } from "vitest";
import { DelegationKey, type Instant } from "./ids.ts";
import { concerns, isDigestDue, isNotice } from "./notice.ts";
import { facilitator, seqOf, World } from "./testing/world.ts";
import { publicForm } from "./view.ts";

const ALDER = DelegationKey.parse("alder");

test("[E1] [E2] concerned by replies, one's groups, one's alignments and ideas, rounds and texts; never by sealed words", () => {
  const world = World.opened();
  const own = seqOf(world.states("alder", "17-1", "support"));
  const comment = seqOf(world.comments("alder"));
  world.enters({ kind: "group.membership.changed", group: "grove", delegation: "alder", change: "joined" });
  world.joins("birch");
  world.lets("birch", "grove");
  const seen = (seq: number) => {
    const entry = world.entries[seq - 1];
    if (entry === undefined) throw new Error(`no entry ${seq}`);
    return publicForm(entry);
  };
  const told = (result: Parameters<typeof seqOf>[0]) => concerns(world.state, seen(seqOf(result)), ALDER);
  expect(told(world.comments("birch", { replyTo: comment }))).toBe(true);
  expect(told(world.comments("birch"))).toBe(false);
  expect(told(world.aligns("birch", own))).toBe(true);
  const cedars = world.states("cedar", "17-3", "support");
  expect(told(cedars)).toBe(false);
  world.aligns("alder", seqOf(cedars));
  expect(told(world.states("cedar", "17-3", "reservation"))).toBe(true);
  const groups = world.says(
    "birch",
    world.position("28-1", "support", { onBehalfOf: "grove" }),
    "position.28-1.grove",
  );
  expect(told(groups)).toBe(true);
  expect(told(world.enters({ kind: "idea.withdrawn", idea: "17-1", reason: "Not bold." }))).toBe(true);
  expect(told(world.enters({ kind: "idea.withdrawn", idea: "28-1", reason: "Not bold." }))).toBe(false);
  expect(told(world.publishes(2))).toBe(true);
  const sealed = seqOf(world.comments("birch", { audience: "facilitators", textVersion: 2 }));
  for (const scope of ["all", "concerns", "none"] as const) {
    expect(isNotice(world.state, seen(sealed), ALDER, scope)).toBe(false);
    expect(isNotice(world.state, seen(own), ALDER, scope)).toBe(false);
    expect(isNotice(world.state, seen(seqOf(cedars)), null, scope)).toBe(scope === "all");
  }
});

test("[E3] a digest is due at noon UTC, a weekly one on Mondays, and never to who wants none", () => {
  const at = (time: string) => `2026-11-${time}.000Z` as Instant;
  expect(isDigestDue("daily", at("20T11:59:59"), at("20T12:00:00"))).toBe(true);
  expect(isDigestDue("daily", at("20T12:00:00"), at("21T11:59:59"))).toBe(false);
  expect(isDigestDue("daily", at("20T12:00:01"), at("21T12:00:00"))).toBe(true);
  // 23 November 2026 is a Monday.
  expect(isDigestDue("weekly", at("20T12:00:00"), at("23T11:59:59"))).toBe(false);
  expect(isDigestDue("weekly", at("20T12:00:00"), at("23T12:00:00"))).toBe(true);
  expect(isDigestDue("weekly", at("23T12:00:00"), at("30T11:59:59"))).toBe(false);
  expect(isDigestDue("never", at("01T12:00:00"), at("30T12:00:00"))).toBe(false);
});

test("[E1] [Z14] a delegation is told of an objection that was entered for it, and of its annulment; others of neither", () => {
  const world = World.opened();
  const silence = { wording: "案文", ideas: ["17-1"], lang: "zh", closesAt: "2026-11-26T10:00:00.000Z" };
  const entry = seqOf(world.enters({ kind: "silence.started", ...silence }, facilitator));
  const note = { entry, receivedAt: world.now, means: "note", words: "We object.", lang: "en" };
  const entered = seqOf(world.enters({ kind: "silence.entered", delegation: "alder", ...note }, facilitator));
  const annulled = seqOf(world.annuls(entered, facilitator));
  for (const seq of [entered, annulled]) {
    const seen = world.entries[seq - 1];
    const of = (key: string) => seen && concerns(world.state, publicForm(seen), DelegationKey.parse(key));
    expect([of("alder"), of("birch")]).toEqual([true, false]);
  }
});
