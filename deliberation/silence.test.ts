import { expect, test } from "vitest";
import type { IdeaId, Instant } from "./ids.ts";
import {
  isBrokenInError,
  movedDeadline,
  onRecordAgainst,
  outcomeOf,
  standingInSilence,
  statusOf,
} from "./silence.ts";
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

/** Alder speaks for the grove, to which it and birch belong. */
function withGrove(modalities: object = {}): World {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-11-27T23:00:00.000Z", modalities);
  seqOf(world.lets("alder", "grove"));
  for (const key of ["alder", "birch"]) seqOf(world.joins(key));
  return world;
}

const inName = (world: World, who: string, entry: number, kind = "silence.objected", more: object = {}) =>
  world.declares(
    who,
    { kind, entry, words: "We object.", lang: "en", onBehalfOf: "grove", ...more },
    kind === "silence.objected" ? "objection" : "explanation",
  );

test("[Z7] a group objects in the name of its members where that was fixed, by whoever may speak for it", () => {
  const world = withGrove();
  const alone = seqOf(starts(world));
  expect(inName(world, "alder", alone)).toEqual({ refused: "members-only" });
  const entry = seqOf(starts(world, { objectors: "members-and-groups" }));
  expect(inName(world, "cedar", entry)).toEqual({ refused: "no-speaking-right" });
  const objection = inName(world, "alder", entry);
  expect(objection).toMatchObject({ body: { by: { delegation: "alder", capacity: "on-behalf-of-group" } } });
  expect(inName(world, "alder", entry)).toEqual({ refused: "already-done" });
  // In its own name it has said nothing yet; and the group joins with an explanation only once, too.
  seqOf(objects(world, "alder", entry));
  seqOf(inName(world, "alder", entry, "silence.explained"));
  expect(world.state.silences[entry]?.said.map(({ delegation }) => delegation)).toEqual([
    "grove",
    "alder",
    "grove",
  ]);
  // An observer alone is left in it.
  seqOf(world.joins("willow"));
  seqOf(world.lets("willow", "grove"));
  for (const key of ["alder", "birch"]) seqOf(world.leaves(key));
  const empty = seqOf(starts(world, { objectors: "members-and-groups" }));
  expect(inName(world, "willow", empty)).toEqual({ refused: "members-only" });
});

test("[Z7] what the opening of a round fixed holds for every launch after it", () => {
  const world = withGrove({ objectors: "members-and-groups" });
  expect(starts(world, { objectors: "members" })).toEqual({ refused: "objectors-fixed" });
  seqOf(inName(world, "alder", seqOf(starts(world))));
  const narrow = withGrove({ objectors: "members" });
  expect(starts(narrow, { objectors: "members-and-groups" })).toEqual({ refused: "objectors-fixed" });
  expect(inName(narrow, "alder", seqOf(starts(narrow)))).toEqual({ refused: "members-only" });
});

const received = (world: World, entry: number, receivedAt: string, more: object = {}, actor = facilitator) =>
  world.enters(
    {
      ...{ kind: "silence.entered", entry, delegation: "cedar", receivedAt, means: "note" },
      ...{ words: "By note: we object.", lang: "en", ...more },
    },
    actor,
  );

test("[Z8] an objection received elsewhere in time is entered, and breaks silence after the deadline too", () => {
  const world = World.opened();
  const entry = seqOf(starts(world));
  world.now = "2026-11-24T11:00:00.000Z" as Instant;
  expect(received(world, entry, DEADLINE)).toEqual({ refused: "not-received-in-time" });
  expect(received(world, entry, "2026-11-20T09:59:00.000Z")).toEqual({ refused: "not-received-in-time" });
  const inTime = "2026-11-24T09:59:00.000Z";
  expect(received(world, entry, inTime, { delegation: "willow" })).toEqual({ refused: "members-only" });
  expect(received(world, entry, inTime, { delegation: "grove" })).toEqual({ refused: "members-only" });
  expect(received(world, entry, inTime, { delegation: "nobody" })).toEqual({ refused: "unknown-delegation" });
  expect(received(world, entry, inTime, {}, head("cedar"))).toEqual({ refused: "not-permitted" });
  seqOf(concludes(world, entry, "no-objection", "clock"));
  expect(received(world, entry, inTime, {}, secretariat)).toMatchObject({
    body: { by: { delegation: null, capacity: "secretariat" }, delegation: "cedar" },
  });
  expect(received(world, entry, inTime)).toEqual({ refused: "already-done" });
  const silence = world.state.silences[entry];
  expect(silence && statusOf(silence, world.now)).toBe("broken");
  expect(silence?.said).toMatchObject([{ received: { at: inTime, means: "note" }, delegation: "cedar" }]);
  expect(announces(world, entry)).toEqual({ refused: "silence-broken" });
  // What is not received yet is not entered either.
  const other = seqOf(starts(world, { closesAt: "2026-11-28T10:00:00.000Z" }));
  expect(received(world, other, "2026-11-25T10:00:00.000Z")).toEqual({ refused: "not-received-in-time" });
});

const announces = (world: World, entry: number, actor = facilitator) =>
  world.enters({ kind: "silence.announced", entry, outcome: "agreed-ad-referendum" }, actor);

test("[Z9] the ideas an objection does not name continue or stop, as the launch fixed", () => {
  const world = World.opened();
  const one = { kind: "silence.objected", words: "Not 17-1.", lang: "en", ideas: ["17-1"] };
  const objected = (others: "continue" | "stop") => {
    const entry = seqOf(starts(world, { others }));
    expect(world.declares("birch", { ...one, entry, ideas: ["28-1"] }, "objection")).toEqual({
      refused: "unknown-idea",
    });
    seqOf(world.declares("birch", { ...one, entry }, "objection"));
    return entry;
  };
  const [goesOn, stops] = [objected("continue"), objected("stop")];
  const stands = (entry: number) => {
    const silence = world.state.silences[entry];
    return silence && [outcomeOf(silence), standingInSilence(silence), statusOf(silence, world.now)];
  };
  expect(stands(goesOn)).toEqual(["in-part", ["17-3"], "running"]);
  expect(stands(stops)).toEqual(["broken", [], "broken"]);
  world.now = DEADLINE;
  expect(concludes(world, goesOn, "no-objection", "clock")).toMatchObject({ refused: "malformed" });
  seqOf(concludes(world, goesOn, "in-part", "clock"));
  seqOf(announces(world, goesOn));
  expect(stands(goesOn)).toEqual(["in-part", ["17-3"], "agreed"]);
});

test("[Z10] the clock moves a deadline in whose last two hours the service could not be reached", () => {
  const world = World.opened();
  const entry = seqOf(starts(world));
  const silence = world.state.silences[entry];
  if (silence === undefined) throw new Error("not started");
  const down = (from: string, until: string) =>
    movedDeadline(silence, { from: from as Instant, until: until as Instant });
  expect(down("2026-11-24T07:00:00.000Z", "2026-11-24T08:00:00.000Z")).toBe(null);
  expect(down("2026-11-24T10:00:00.000Z", "2026-11-24T11:00:00.000Z")).toBe(null);
  expect(down("2026-11-24T07:00:00.000Z", "2026-11-24T08:01:00.000Z")).toBe("2026-11-25T10:00:00.000Z");
  expect(down("2026-11-24T09:59:00.000Z", "2026-11-25T08:00:00.000Z")).toBe("2026-11-25T10:00:00.000Z");
  expect(down("2026-11-24T09:59:00.000Z", "2026-11-25T08:01:00.000Z")).toBe("2026-11-26T10:00:00.000Z");
  world.now = "2026-11-24T10:30:00.000Z" as Instant;
  const time = { from: "2026-11-24T09:30:00.000Z", until: "2026-11-24T10:30:00.000Z" };
  const moves = (closesAt: string, actor: Parameters<World["enters"]>[1] = "clock", of: object = time) =>
    world.enters({ kind: "silence.moved", entry, closesAt, down: of }, actor);
  expect(moves("2026-11-25T10:00:00.000Z", facilitator)).toEqual({ refused: "not-permitted" });
  expect(moves("2026-11-26T10:00:00.000Z")).toEqual({ refused: "not-permitted" });
  const ahead = { ...time, until: "2026-11-24T10:31:00.000Z" };
  expect(moves("2026-11-25T10:00:00.000Z", "clock", ahead)).toMatchObject({ refused: "malformed" });
  seqOf(moves("2026-11-25T10:00:00.000Z"));
  expect(concludes(world, entry, "no-objection", "clock")).toEqual({ refused: "not-permitted" });
  seqOf(objects(world, "birch", entry));
  expect(world.state.silences[entry]?.moved).toMatchObject([{ from: DEADLINE, down: time }]);
});

test("[Z11] the outcome is announced once, by who runs rounds, when no objection was received", () => {
  const world = World.opened();
  const entry = seqOf(starts(world));
  expect(announces(world, entry)).toEqual({ refused: "silence-running" });
  world.now = DEADLINE;
  expect(announces(world, entry)).toEqual({ refused: "silence-running" });
  seqOf(concludes(world, entry, "no-objection", "clock"));
  expect(announces(world, entry, head("alder"))).toEqual({ refused: "not-permitted" });
  const before = world.state.positions;
  seqOf(announces(world, entry));
  expect(world.state.positions).toBe(before);
  expect(announces(world, entry, secretariat)).toEqual({ refused: "already-done" });
  expect(received(world, entry, "2026-11-24T09:00:00.000Z")).toEqual({ refused: "silence-over" });
  const silence = world.state.silences[entry];
  expect(silence && statusOf(silence, world.now)).toBe("agreed");
});

test("[Z12] a running silence procedure is cancelled with a reason; then nothing more is said in it", () => {
  const world = World.opened();
  const entry = seqOf(starts(world));
  const cancels = (reason: string, actor = facilitator) =>
    world.enters({ kind: "silence.cancelled", entry, reason, lang: "en" }, actor);
  expect(() => cancels("")).toThrow();
  expect(cancels("The wording was wrong.", head("alder"))).toEqual({ refused: "not-permitted" });
  seqOf(cancels("The wording was wrong."));
  expect(cancels("Twice.")).toEqual({ refused: "silence-over" });
  expect(objects(world, "alder", entry)).toEqual({ refused: "silence-over" });
  expect(received(world, entry, world.now)).toEqual({ refused: "silence-over" });
  world.now = DEADLINE;
  expect(concludes(world, entry, "no-objection", "clock")).toEqual({ refused: "silence-over" });
  expect(announces(world, entry)).toEqual({ refused: "silence-running" });
  const silence = world.state.silences[entry];
  expect(silence && statusOf(silence, world.now)).toBe("cancelled");
});

test("[Z14] an objection entered in error is annulled by who entered it; silence is judged without it, and never a delegation's own", () => {
  const world = World.opened();
  const entry = seqOf(starts(world));
  const own = seqOf(objects(world, "birch", seqOf(starts(world))));
  const wrong = seqOf(received(world, entry, world.now));
  const status = () => {
    const silence = world.state.silences[entry];
    return silence && statusOf(silence, world.now);
  };
  expect(status()).toBe("broken");
  for (const actor of [facilitator, secretariat])
    expect(world.annuls(own, actor)).toEqual({ refused: "not-own-error" });
  expect(world.annuls(wrong, secretariat)).toEqual({ refused: "not-own-error" });
  for (const actor of [head("cedar"), "clock"] as const)
    expect(world.annuls(wrong, actor)).toEqual({ refused: "not-permitted" });
  seqOf(world.annuls(wrong, facilitator));
  expect(world.annuls(wrong, facilitator)).toEqual({ refused: "already-withdrawn" });
  expect(status()).toBe("running");
  expect(world.state.silences[entry]?.said).toMatchObject([
    { delegation: "cedar", words: "By note: we object.", annulled: { reason: "Entered twice." } },
  ]);
  // As if it had not been entered: it may be entered rightly, and the delegation may object itself.
  const again = seqOf(received(world, entry, world.now, {}, secretariat));
  expect(world.annuls(again, facilitator)).toEqual({ refused: "not-own-error" });
  seqOf(world.annuls(again, secretariat));
  seqOf(objects(world, "cedar", entry));
  expect(status()).toBe("broken");
});

test("[Z14] what stood in the last day before the deadline keeps silence broken; what was entered after it does not", () => {
  const world = World.opened();
  const [early, late, after] = [seqOf(starts(world)), seqOf(starts(world)), seqOf(starts(world))];
  const begun = world.now;
  const notes = (entry: number) => seqOf(received(world, entry, begun));
  const [one, other] = [notes(early), notes(late)];
  world.now = "2026-11-23T10:00:00.000Z" as Instant;
  seqOf(world.annuls(one, facilitator));
  world.now = "2026-11-23T10:00:00.001Z" as Instant;
  seqOf(world.annuls(other, facilitator));
  const of = (entry: number) => {
    const silence = world.state.silences[entry];
    if (silence === undefined) throw new Error("not started");
    return { status: statusOf(silence, world.now), inError: isBrokenInError(silence) };
  };
  expect([of(early).status, of(late)]).toEqual(["running", { status: "broken", inError: true }]);
  world.now = DEADLINE;
  seqOf(concludes(world, early, "no-objection", "clock"));
  seqOf(concludes(world, late, "broken", "clock"));
  seqOf(concludes(world, after, "no-objection", "clock"));
  expect(announces(world, late)).toEqual({ refused: "silence-broken" });
  const note = notes(after);
  expect(of(after)).toEqual({ status: "broken", inError: false });
  seqOf(world.annuls(note, facilitator));
  expect(of(after).status).toBe("no-objection");
});

test("[Z14] once an outcome is announced nothing is annulled any more", () => {
  const world = World.opened();
  const entry = seqOf(starts(world, { others: "continue" }));
  const note = seqOf(received(world, entry, world.now, { ideas: ["17-1"] }));
  world.now = DEADLINE;
  seqOf(concludes(world, entry, "in-part", "clock"));
  seqOf(announces(world, entry));
  expect(world.annuls(note, facilitator)).toEqual({ refused: "silence-over" });
});
