import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { ideasWithoutPosition, standOn } from "./count.ts";
import { STANCES } from "./entry.ts";
import { stateAt } from "./fold.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { matrix } from "./matrix.ts";
import { groupsOf } from "./membership.ts";
import type { Actor } from "./seat.ts";
import { onRecordAgainst } from "./silence.ts";
import { namesAt, predecessorsOf } from "./standing.ts";
import { standing } from "./state.ts";
import { facilitator, head, secretariat, seqOf, World } from "./testing/world.ts";
import { silentDelegations } from "./work.ts";

const IDEA = "17-1" as IdeaId;
const ALDER = "alder" as DelegationKey;
const DECIDED = { since: "2026-11-18", citation: "Decision 81/501" };
const LATER = "2026-11-21T10:00:00.000Z" as Instant;

const changes = (
  world: World,
  delegation: string,
  standing: string,
  more: object = {},
  actor: Actor = secretariat,
) => world.enters({ kind: "delegation.standing.changed", delegation, standing, ...DECIDED, ...more }, actor);
const succeeds = (
  world: World,
  delegation: string,
  successor: string,
  more: object = {},
  actor: Actor = secretariat,
) =>
  world.enters(
    { kind: "delegation.succeeded", delegation, successor, manner: "succeeded", ...DECIDED, ...more },
    actor,
  );

test("[D8] the secretariat alone changes a standing, citing a document and a day that has come", () => {
  const world = World.opened();
  for (const actor of [head("alder"), facilitator, "clock"] as const)
    expect(changes(world, "alder", "observer", {}, actor)).toEqual({ refused: "not-permitted" });
  for (const nobody of ["nobody", "grove"])
    expect(changes(world, nobody, "observer")).toEqual({ refused: "unknown-delegation" });
  expect(changes(world, "alder", "member")).toEqual({ refused: "already-done" });
  expect(changes(world, "alder", "former", { since: "2026-11-22" })).toEqual({ refused: "day-ahead" });
  expect(() => changes(world, "alder", "former", { citation: " " })).toThrow();
  const seq = seqOf(changes(world, "alder", "observer"));
  expect(world.state.delegations.alder).toMatchObject({
    kind: "observer",
    standings: [{ kind: "observer", was: "member", at: world.now, ...DECIDED, seq }],
  });
});

test("[D8] [N5] [N7] a standing counts from its entry on: in earlier figures the delegation is as it was", () => {
  const world = World.opened();
  seqOf(world.states("alder", IDEA, "support"));
  const before = world.state.head.seq;
  const observer = seqOf(changes(world, "alder", "observer"));
  const ended = seqOf(changes(world, "alder", "former"));
  const back = seqOf(changes(world, "alder", "member"));
  const of = (seq: number) => {
    const stand = standOn(stateAt(world.entries, seq), IDEA);
    const { members, observers, former } = stand;
    const listed = [members, observers, former].map(({ support }) => support.includes(ALDER));
    const sum = STANCES.reduce((all, one) => all + members[one].length, stand.notStated.length);
    expect(sum).toBe(stand.of);
    return [stand.of, stand.heard, ...listed];
  };
  expect(of(before)).toEqual([3, 1, true, false, false]);
  expect(of(observer)).toEqual([2, 0, false, true, false]);
  expect(of(ended)).toEqual([2, 0, false, false, true]);
  expect(of(back)).toEqual([3, 1, true, false, false]);
});

test("[D8] who has no standing submits nothing and has nothing waiting; what it said stays by the name it had", () => {
  const world = World.opened();
  const said = seqOf(world.states("alder", IDEA, "reservation"));
  world.now = "2026-11-20T11:00:00.000Z" as Instant;
  world.enters({ kind: "delegation.renamed", delegation: "alder", names: { en: "Black Alder" } });
  world.joins("alder");
  world.lets("alder", "grove");
  const silence = { wording: "案文", ideas: [IDEA], lang: "zh", closesAt: "2026-11-26T10:00:00.000Z" };
  const started = seqOf(world.enters({ kind: "silence.started", ...silence }, facilitator));
  world.now = LATER;
  seqOf(changes(world, "alder", "former"));
  const { state } = world;
  const refused = { refused: "standing-ended" };
  expect(world.states("alder", "17-3", "support")).toEqual(refused);
  expect(world.withdraws("alder", "position.withdrawn", said)).toEqual(refused);
  expect(
    world.declares(
      "alder",
      { kind: "silence.objected", entry: started, words: "No.", lang: "en" },
      "objection",
    ),
  ).toEqual(refused);
  expect(
    world.enters({ kind: "delegation.renamed", delegation: "alder", names: { en: "Grey Alder" } }),
  ).toEqual(refused);
  for (const asked of [world.joins("alder"), world.lets("alder", "grove"), world.receives("alder")])
    expect(asked).toEqual({ refused: "unknown-delegation" });
  expect(groupsOf(state, ALDER, world.now)).toEqual([]);
  expect(ideasWithoutPosition(state, ALDER)).toEqual([]);
  expect(silentDelegations(state).map(({ key }) => key)).toEqual(["birch", "cedar"]);
  expect(onRecordAgainst(state, [IDEA])).toEqual([]);
  const { columns } = matrix(state, { columns: "delegations", order: [], at: world.now });
  expect(columns.map(({ id }) => id)).not.toContain("alder");
  const revision = standing(state.positions[IDEA]?.alder);
  expect(revision?.seq).toBe(said);
  const alder = state.delegations.alder;
  expect(alder && namesAt(alder, revision?.at ?? LATER)).toEqual({ en: "alder" });
  const [row] = compile(state).ideas.find(({ idea }) => idea === IDEA)?.positions ?? [];
  expect(row).toMatchObject({ delegation: "alder", kind: "former", status: "stands" });
  // Given standing again it speaks, and joins its group anew.
  seqOf(changes(world, "alder", "member"));
  expect(groupsOf(world.state, ALDER, world.now)).toEqual([]);
  seqOf(world.states("alder", "17-3", "support"));
  seqOf(world.joins("alder"));
});

test("[D9] whoever is succeeded has no standing; its words stay its own, and the successor aligns or speaks itself", () => {
  const world = World.opened();
  const said = seqOf(world.states("alder", IDEA, "support"));
  expect(succeeds(world, "alder", "birch", {}, head("birch"))).toEqual({ refused: "not-permitted" });
  for (const successor of ["alder", "grove", "nobody"])
    expect(succeeds(world, "alder", successor)).toEqual({ refused: "unknown-delegation" });
  expect(succeeds(world, "grove", "birch")).toEqual({ refused: "unknown-delegation" });
  expect(succeeds(world, "alder", "birch", { since: "2027-01-01" })).toEqual({ refused: "day-ahead" });
  seqOf(succeeds(world, "alder", "birch"));
  expect(succeeds(world, "alder", "birch")).toEqual({ refused: "already-done" });
  // Two may come after one, but nobody who has no standing.
  seqOf(succeeds(world, "alder", "cedar", { manner: "continued" }));
  expect(succeeds(world, "birch", "alder")).toEqual({ refused: "unknown-delegation" });
  expect(world.state.delegations.alder).toMatchObject({
    kind: "former",
    standings: [{ kind: "former", was: "member" }],
    succeeded: [
      { by: "birch", manner: "succeeded" },
      { by: "cedar", manner: "continued" },
    ],
  });
  expect(predecessorsOf(world.state, "cedar" as DelegationKey).map(({ key }) => key)).toEqual(["alder"]);
  const stand = () => standOn(world.state, IDEA);
  expect([stand().of, stand().notStated, stand().former.support]).toEqual([2, ["birch", "cedar"], ["alder"]]);
  seqOf(world.aligns("birch", said));
  expect([stand().heard, stand().aligned.support]).toEqual([0, ["birch"]]);
  seqOf(world.states("birch", IDEA, "reservation"));
  expect([stand().members.reservation, stand().former.support]).toEqual([["birch"], ["alder"]]);
});
