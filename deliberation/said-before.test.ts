import { expect, test } from "vitest";
import { stateAt } from "./fold.ts";
import type { DelegationKey } from "./ids.ts";
import { passageOf, saidOn } from "./said-before.ts";
import { seqOf, World } from "./testing/world.ts";
import { seenBy, type Viewer } from "./view.ts";

const alder = "alder" as DelegationKey;
const birch = "birch" as DelegationKey;
const PARAGRAPH = { target: { on: "paragraph", paragraph: "17" } };

test("[B1] every revision, comment and declaration on the idea and its paragraph, newest first", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", "17-1", "support"));
  const comment = seqOf(world.comments("alder", PARAGRAPH));
  world.withdraws("alder", "comment.withdrawn", comment);
  const second = seqOf(world.states("alder", "17-1", "reservation"));
  const declared = seqOf(world.dissociates("alder", { on: "paragraph", paragraph: "17" }));
  const reply = seqOf(world.comments("alder", { replyTo: seqOf(world.comments("birch")) }));
  world.states("alder", "28-1", "support");
  world.states("birch", "17-1", "support");
  const said = saidOn(world.state, alder, "17-1");
  expect(said.map(({ seq, kind, place }) => [seq, kind, place])).toEqual([
    [reply, "comment", "17-1"],
    [declared, "declaration", "17"],
    [second, "position", "17-1"],
    [comment, "comment", "17"],
    [first, "position", "17-1"],
  ]);
  expect(said.flatMap((one) => (one.kind === "position" ? [one.superseded] : []))).toEqual([false, true]);
  expect(said.flatMap((one) => (one.kind === "comment" ? [one.comment.withdrawn !== null] : []))).toEqual([
    false,
    true,
  ]);
});

test("[B1] a paragraph is read with all its ideas, the report as a whole with nothing else", () => {
  const world = World.opened();
  const one = seqOf(world.states("alder", "17-1", "support"));
  const three = seqOf(world.states("alder", "17-3", "support"));
  const whole = seqOf(world.comments("alder", { target: { on: "report" } }));
  expect(passageOf(world.state, "17")).toEqual(["17", "17-1", "17-3"]);
  expect(saidOn(world.state, alder, "17").map(({ seq }) => seq)).toEqual([three, one]);
  expect(saidOn(world.state, alder, "").map(({ seq }) => seq)).toEqual([whole]);
});

test("[B2] a group's words count while the delegation belonged to it, and those it spoke itself always", () => {
  const world = World.opened();
  const grove = (change: string) => {
    world.now = new Date(Date.parse(world.now) + 60_000).toISOString() as typeof world.now;
    world.enters({ kind: "group.membership.changed", group: "grove", delegation: "alder", change });
  };
  const forGroup = (idea: string) =>
    seqOf(
      world.says("birch", world.position(idea, "support", { onBehalfOf: "grove" }), `position.${idea}.grove`),
    );
  world.enters({ kind: "group.membership.changed", group: "grove", delegation: "birch", change: "joined" });
  world.lets("birch", "grove");
  const before = forGroup("17-1");
  grove("joined");
  const during = forGroup("17-1");
  grove("left");
  const after = forGroup("17-1");
  expect(saidOn(world.state, alder, "17-1")).toMatchObject([{ seq: during, author: "grove" }]);
  expect(saidOn(world.state, birch, "17-1").map(({ seq }) => seq)).toEqual([after, during, before]);
});

test("[B3] another delegation's words are not in it, nor what the reader may not read", () => {
  const world = World.opened();
  world.states("birch", "17-1", "support");
  world.comments("birch", { audience: "facilitators", words: "Sealed." });
  const own = seqOf(world.comments("alder", { audience: "facilitators", words: "Sealed, ours." }));
  expect(saidOn(world.state, alder, "17-1").map(({ seq }) => seq)).toEqual([own]);
  const viewer: Viewer = { as: "delegation", delegation: birch };
  const seen = stateAt(world.entries.map((entry) => seenBy(entry, viewer)));
  expect(saidOn(seen, alder, "17-1")).toEqual([]);
});
