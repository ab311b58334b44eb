import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { ideasWithoutPosition, standOn } from "./count.ts";
import { STANCES } from "./entry.ts";
import { handoverOf } from "./handover.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { matrix, type OwnCell, type TallyCell } from "./matrix.ts";
import { passes } from "./matrix-filter.ts";
import { doesTakePart } from "./participation.ts";
import { roundsCompared } from "./rounds-compared.ts";
import { search } from "./search.ts";
import { REPORT } from "./testing/report.ts";
import { facilitator, head, MEMBERS, seqOf, World } from "./testing/world.ts";
import { turnOf } from "./turn.ts";
import { progressOfMembers, silentDelegations } from "./work.ts";

const IDEA = "17-1" as IdeaId;
const ALDER = "alder" as DelegationKey;
const BIRCH = "birch" as DelegationKey;

test("[P8] a delegation says it at any time, in cleared words or none; a group, a facilitator and nobody uncleared", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  const content = { kind: "participation.declared", takesPart: false, lang: "en" } as const;
  const draft = `participation.${world.newId()}`;
  const asked = { id: world.newId(), kind: content.kind, draft, content };
  expect(world.submits(asked as never, head("alder"), null)).toEqual({ refused: "not-cleared" });
  expect(world.submits(asked as never, facilitator, null)).toEqual({ refused: "not-permitted" });
  expect(world.takesPart("grove", false)).toEqual({ refused: "unknown-delegation" });
  expect(world.takesPart("alder", true)).toEqual({ refused: "already-done" });
  seqOf(world.takesPart("alder", false));
  expect(world.takesPart("alder", false)).toEqual({ refused: "already-done" });
  // The same in other words takes the place of what was said.
  seqOf(world.takesPart("alder", false, "We do not take part."));
  expect(compile(world.state).participation.map(({ words, status }) => [words, status])).toEqual([
    [null, "superseded"],
    ["We do not take part.", "stands"],
  ]);
  seqOf(world.takesPart("willow", false));
  expect(world.state.positions).toEqual({});
});

test("[P9] [N2] it is listed apart on every idea, in no stance and not among the not yet stated; an observer in no figure", () => {
  const world = World.opened();
  world.takesPart("alder", false);
  world.takesPart("willow", false);
  world.states("birch", IDEA, "support");
  for (const idea of ["17-1", "17-3", "28-1"] as IdeaId[]) {
    expect(standOn(world.state, idea)).toMatchObject({ notTakingPart: ["alder"], of: 3 });
    expect(standOn(world.state, idea).notStated).not.toContain("alder");
  }
  expect(standOn(world.state, IDEA)).toMatchObject({ heard: 1, notStated: ["cedar"] });
});

test("[P9] neither an earlier alignment nor a group's rule gives it a stance meanwhile", () => {
  const world = World.opened();
  const stated = seqOf(world.states("birch", IDEA, "support"));
  world.aligns("alder", stated);
  for (const key of ["alder", "cedar"]) world.joins(key);
  world.lets("cedar", "grove");
  world.binds();
  world.says("cedar", world.position(IDEA, "support", { onBehalfOf: "grove" }), `position.${IDEA}.grove`);
  world.takesPart("cedar", false);
  world.takesPart("alder", false);
  const { aligned, through } = standOn(world.state, IDEA);
  expect(Object.values(aligned).flat()).toEqual([]);
  expect(through[0]?.members).toEqual([]);
});

test("[P10] it takes part again by saying so, by a position in its own name, or by aligning; not by speaking for a group", () => {
  const world = World.opened();
  const takes = () => doesTakePart(world.state, "alder");
  world.takesPart("alder", false);
  seqOf(world.takesPart("alder", true, "We are back."));
  expect(takes()).toBe(true);
  world.takesPart("alder", false);
  world.joins("alder");
  world.lets("alder", "grove");
  seqOf(
    world.says("alder", world.position(IDEA, "support", { onBehalfOf: "grove" }), `position.${IDEA}.grove`),
  );
  seqOf(world.comments("alder"));
  expect(takes()).toBe(false);
  const own = seqOf(world.states("alder", IDEA, "position-reserved"));
  expect(takes()).toBe(true);
  // Once withdrawn it is not yet stated, and takes part still.
  world.withdraws("alder", "position.withdrawn", own);
  expect(standOn(world.state, IDEA).notStated).toContain("alder");
  world.takesPart("alder", false);
  world.aligns("alder", seqOf(world.states("birch", IDEA, "support")));
  expect([takes(), standOn(world.state, IDEA).aligned.support]).toEqual([true, ["alder"]]);
});

test("[P10] late words were said when they came: admitted, they undo nothing it said since", () => {
  for (const saysSince of [true, false]) {
    const world = World.opened();
    if (!saysSince) world.takesPart("alder", false);
    world.enters({ kind: "round.closed", round: "1" }, facilitator);
    const late = seqOf(world.states("alder", IDEA, "support", { late: true }));
    if (saysSince) world.takesPart("alder", false);
    seqOf(world.lateAdmitted(late));
    expect(doesTakePart(world.state, "alder")).toBe(!saysSince);
    expect(standOn(world.state, IDEA).members.support).toEqual(["alder"]);
  }
});

test("[P10] what it had stated before stands, and is counted, until it withdraws it", () => {
  const world = World.opened();
  const own = seqOf(world.states("alder", IDEA, "reservation"));
  world.takesPart("alder", false);
  expect(standOn(world.state, IDEA)).toMatchObject({
    members: { reservation: ["alder"] },
    notTakingPart: [],
    heard: 1,
  });
  expect(standOn(world.state, "17-3" as IdeaId).notTakingPart).toEqual(["alder"]);
  world.withdraws("alder", "position.withdrawn", own);
  expect(standOn(world.state, IDEA)).toMatchObject({ notTakingPart: ["alder"], heard: 0 });
});

test("[P9] [X4] its cell says so, a tally counts it apart, and no cell of a stance holds it", () => {
  const world = World.opened();
  world.takesPart("alder", false);
  world.takesPart("willow", false);
  const order = [...MEMBERS, "willow"];
  const { rows, columns } = matrix(world.state, { columns: "delegations", order, at: world.now });
  const [all, ...own] = rows[0]?.cells ?? [];
  expect((all as TallyCell).counts).toMatchObject({ "not-taking-part": 1, "not-stated": 2 });
  const token = (key: string) =>
    (own[columns.findIndex((one) => one.kind === "own" && one.delegation === key) - 1] as OwnCell).token;
  expect(["alder", "birch", "willow"].map(token)).toEqual([
    "not-taking-part",
    "not-stated",
    "not-taking-part",
  ]);
});

test("[P11] [H1] [H8] [H13] nothing on ideas waits for it, it is not silent, and filters for what is missing pass it by", () => {
  const world = World.opened();
  world.takesPart("alder", false);
  expect(turnOf(world.state, REPORT, ALDER, world.now)).toMatchObject({
    without: [],
    next: null,
    closing: null,
  });
  expect(ideasWithoutPosition(world.state, ALDER)).toEqual([]);
  expect(silentDelegations(world.state).map(({ key }) => key)).toEqual(["birch", "cedar"]);
  expect(progressOfMembers(world.state)[0]).toMatchObject({ stated: 0, of: 3, takesPart: false });
  expect(passes(world.state, IDEA, { unstated: ALDER }, {}, world.now)).toBe(false);
  expect(passes(world.state, IDEA, { unstated: BIRCH }, {}, world.now)).toBe(true);
});

test("[P11] [H11] a round that closed while it did not take part is none it missed; one that closed before is", () => {
  const world = World.opened();
  const since = world.now;
  world.takesPart("alder", false);
  world.now = "2026-11-20T11:00:00.000Z" as Instant;
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.now = "2026-11-20T12:00:00.000Z" as Instant;
  world.takesPart("alder", true);
  expect(handoverOf(world.state, ALDER, since).missed).toEqual([]);
  expect(handoverOf(world.state, BIRCH, since).missed).toMatchObject([{ round: "1" }]);
  expect(handoverOf(world.state, ALDER, since).participation.map(({ takesPart }) => takesPart)).toEqual([
    false,
    true,
  ]);
});

test("[P9] [Y1] a round keeps who did not take part at its end", () => {
  const world = World.opened();
  world.takesPart("alder", false);
  world.now = "2026-11-20T11:00:00.000Z" as Instant;
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.now = "2026-11-20T12:00:00.000Z" as Instant;
  world.takesPart("alder", true);
  const [end, now] = roundsCompared(world.state, IDEA, world.now);
  expect([end?.notTakingPart, now?.notTakingPart]).toEqual([["alder"], []]);
  expect(now?.notStated).toContain("alder");
});

test("[P8] [W1] [W2] the words it said last are found, and not those it said before", () => {
  const world = World.opened();
  world.takesPart("alder", false, "Heliotrope.");
  const found = () => search(REPORT, world.state, "heliotrope").map(({ kind, author }) => [kind, author]);
  expect(found()).toEqual([["participation", "alder"]]);
  world.takesPart("alder", true);
  expect(found()).toEqual([]);
});

test("[P9] [N1] [N2] whatever delegations say of taking part, and state and withdraw, the parts add up to the membership", () => {
  const act = fc.record({
    who: fc.constantFrom(...MEMBERS, "willow"),
    what: fc.constantFrom(...STANCES, "withdraw", "out", "out", "in"),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const world = World.opened();
      const latest = new Map<string, number>();
      const out = new Set<string>();
      for (const { who, what } of acts) {
        if (what === "out" || what === "in") {
          world.takesPart(who, what === "in");
          if (what === "out") out.add(who);
          else out.delete(who);
        } else if (what === "withdraw") {
          const seq = latest.get(who);
          if (seq !== undefined) world.withdraws(who, "position.withdrawn", seq);
          latest.delete(who);
        } else {
          latest.set(who, seqOf(world.states(who, IDEA, what)));
          out.delete(who);
        }
      }
      const stand = standOn(world.state, IDEA);
      const apart = MEMBERS.filter((key) => out.has(key) && !latest.has(key));
      expect(stand.notTakingPart).toEqual(apart);
      const stated = STANCES.flatMap((stance) => stand.members[stance]);
      expect([...stated, ...stand.notStated, ...apart].sort()).toEqual([...MEMBERS].sort());
      expect(stand.heard + stand.notStated.length + stand.notTakingPart.length).toBe(stand.of);
    }),
    { seed: 193, numRuns: 60 },
  );
});
