import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { standOn } from "./count.ts";
import type { IdeaId } from "./ids.ts";
import { summariesOn } from "./summary.ts";
import { facilitator, head, secretariat, seqOf, World } from "./testing/world.ts";

const IDEA = "17-1" as IdeaId;
const summary = {
  ...{ kind: "summary.issued", target: { on: "idea", idea: IDEA }, words: "Views converge.", lang: "en" },
  ...{ textVersion: 1, round: "1" },
};
const issues = (world: World, more: object = {}, actor: Parameters<World["enters"]>[1] = facilitator) =>
  world.enters({ ...summary, ...more }, actor);

test("[V1] a facilitator alone issues a summary, on what stands and of a round that was opened", () => {
  const world = World.opened();
  for (const actor of [secretariat, head("alder"), "clock"] as const)
    expect(issues(world, {}, actor)).toEqual({ refused: "not-permitted" });
  expect(issues(world, { target: { on: "idea", idea: "99-1" } })).toEqual({ refused: "unknown-idea" });
  expect(issues(world, { round: "7" })).toEqual({ refused: "round-not-open" });
  expect(issues(world, { textVersion: 2 })).toEqual({ refused: "unknown-text-version" });
  world.enters({ kind: "idea.withdrawn", idea: "28-1", reason: "Not bold." });
  expect(issues(world, { target: { on: "idea", idea: "28-1" } })).toEqual({ refused: "unknown-idea" });
  seqOf(issues(world, { target: { on: "report" } }));
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  seqOf(issues(world));
  expect(summariesOn(world.state, "")).toHaveLength(1);
  expect(summariesOn(world.state, IDEA)).toHaveLength(1);
});

test("[V2] a summary is heard by everyone, states nobody's position and changes no figure", () => {
  const world = World.opened();
  world.opens("2", "2027-11-27T23:00:00.000Z", { audience: "facilitators" });
  world.states("alder", IDEA, "support");
  const before = standOn(world.state, IDEA);
  const positions = world.state.positions;
  seqOf(issues(world));
  expect(world.entries.at(-1)?.header.audience).toBe("everyone");
  expect(world.entries.at(-1)?.body.by).toEqual({ delegation: null, capacity: "facilitator" });
  expect(world.state.positions).toBe(positions);
  expect(standOn(world.state, IDEA)).toMatchObject({ ...before, asOf: expect.anything() });
});

test("[V3] issued again in its language it is the next version; the earlier is readable, in papers too", () => {
  const world = World.opened();
  const first = seqOf(issues(world));
  const french = seqOf(issues(world, { lang: "fr", words: "Les vues se rapprochent." }));
  const second = seqOf(issues(world, { words: "Views have converged." }));
  expect(summariesOn(world.state, IDEA)).toMatchObject([
    { seq: second, version: 2, status: "stands", words: "Views have converged." },
    { seq: french, version: 1, status: "stands", lang: "fr" },
    { seq: first, version: 1, status: "superseded", words: "Views converge." },
  ]);
  const row = compile(world.state).ideas.find(({ idea }) => idea === IDEA);
  expect(row?.comments.map(({ seq, commentKind, status }) => [seq, commentKind, status])).toEqual([
    [first, "summary", "superseded"],
    [french, "summary", "stands"],
    [second, "summary", "stands"],
  ]);
});
