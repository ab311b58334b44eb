import fc from "fast-check";
import { expect, test } from "vitest";
import { heldAt } from "./by-seq.ts";
import { compile } from "./compile.ts";
import { standingIdeas, standOn } from "./count.ts";
import type { IdeaId } from "./ids.ts";
import { commentsOn, declaredOn, standing } from "./state.ts";
import { anyWorld, SEEDED } from "./testing/records.ts";
import { facilitator, seqOf, World } from "./testing/world.ts";

const IDEA = "17-1" as IdeaId;
const REFUSED = { refused: "unknown-entry" };

test("[A1] one aligns with another's standing position that everyone hears, and with no other", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", IDEA, "support"));
  const second = seqOf(world.states("alder", IDEA, "reservation"));
  const comment = seqOf(world.comments("alder"));
  for (const entry of [first, comment, 9_999]) expect(world.aligns("birch", entry)).toEqual(REFUSED);
  expect(world.aligns("alder", second)).toEqual(REFUSED);
  expect(world.aligns("birch", second, { words: "But not with its last sentence." })).toHaveProperty(
    "header",
  );
  world.withdraws("alder", "position.withdrawn", second);
  expect(world.aligns("cedar", second)).toEqual(REFUSED);
});

test("[A1] a sealed position is as if it were not there", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-27T23:00:00.000Z", { audience: "facilitators" });
  const sealed = seqOf(world.states("alder", IDEA, "support-with-wording", { round: "2" }));
  expect(world.aligns("birch", sealed)).toEqual(REFUSED);
  expect(world.associates("birch", sealed)).toEqual(REFUSED);
});

test("[A2] an alignment stays with its revision; a newer one with the same author takes its place", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", IDEA, "support"));
  world.aligns("birch", first);
  const second = seqOf(world.states("alder", IDEA, "reservation"));
  expect(declaredOn(world.state, IDEA)).toMatchObject([{ with: { entry: first, author: "alder", rev: 1 } }]);
  world.aligns("birch", second);
  expect(declaredOn(world.state, IDEA)).toMatchObject([{ with: { entry: second, author: "alder", rev: 2 } }]);
  const rows = compile(world.state).ideas.find(({ idea }) => idea === IDEA)?.declarations;
  expect(rows?.map(({ status }) => status)).toEqual(["superseded", "stands"]);
});

test("[A2] [N4] who aligns with another position on an idea stands under the newer alignment alone", () => {
  const world = World.opened();
  const alder = seqOf(world.states("alder", IDEA, "support"));
  const cedar = seqOf(world.states("cedar", IDEA, "reservation"));
  world.aligns("birch", alder);
  const newer = seqOf(world.aligns("birch", cedar));
  expect(standOn(world.state, IDEA).aligned).toMatchObject({ support: [], reservation: ["birch"] });
  expect(declaredOn(world.state, IDEA)).toMatchObject([{ with: { author: "cedar" } }]);
  world.withdraws("birch", "declaration.withdrawn", newer);
  expect(Object.values(standOn(world.state, IDEA).aligned).flat()).toEqual([]);
  const rows = compile(world.state).ideas.find(({ idea }) => idea === IDEA)?.declarations;
  expect(rows?.map(({ status }) => status)).toEqual(["superseded", "withdrawn"]);
});

test("[N4] who states a position of its own is no longer among the aligned, until it is withdrawn", () => {
  const world = World.opened();
  world.aligns("birch", seqOf(world.states("alder", IDEA, "support")));
  const own = seqOf(world.states("birch", IDEA, "reservation"));
  expect(standOn(world.state, IDEA).aligned.support).toEqual([]);
  expect(declaredOn(world.state, IDEA)).toMatchObject([{ by: { delegation: "birch" } }]);
  world.withdraws("birch", "position.withdrawn", own);
  expect(standOn(world.state, IDEA).aligned.support).toEqual(["birch"]);
});

test("[A3] one associates with a wording that stands, and states nothing by it", () => {
  const world = World.opened();
  const plain = seqOf(world.states("alder", IDEA, "support"));
  const worded = seqOf(world.states("cedar", IDEA, "support-with-wording"));
  expect(world.associates("birch", plain)).toEqual(REFUSED);
  expect(world.associates("birch", worded)).toHaveProperty("header");
  expect(standing(world.state.positions[IDEA]?.birch)).toBeNull();
  expect(standOn(world.state, IDEA).notStated).toEqual(["birch"]);
});

test("[A4] one dissociates from a passage in words, and states nothing by it", () => {
  const world = World.opened();
  expect(world.dissociates("birch", { on: "idea", idea: "99-1" })).toEqual({ refused: "unknown-target" });
  expect(() => world.dissociates("birch", { on: "paragraph", paragraph: "17" }, " ")).toThrow();
  expect(world.dissociates("birch", { on: "paragraph", paragraph: "17" })).toHaveProperty("header");
  expect(declaredOn(world.state, "17")).toMatchObject([{ by: { delegation: "birch" }, with: null }]);
  expect(standOn(world.state, IDEA).heard).toBe(0);
  expect(compile(world.state).declarations).toMatchObject([{ paragraph: "17", status: "stands" }]);
});

test("[A5] only its author withdraws a declaration; then it is neither listed nor counted", () => {
  const world = World.opened();
  const entry = seqOf(world.aligns("birch", seqOf(world.states("alder", IDEA, "support"))));
  expect(world.withdraws("cedar", "declaration.withdrawn", entry)).toEqual(REFUSED);
  expect(standOn(world.state, IDEA).aligned.support).toEqual(["birch"]);
  expect(world.withdraws("birch", "declaration.withdrawn", entry)).toHaveProperty("header");
  expect(world.withdraws("birch", "declaration.withdrawn", entry)).toEqual({ refused: "already-withdrawn" });
  expect(declaredOn(world.state, IDEA)).toEqual([]);
  expect(standOn(world.state, IDEA).aligned.support).toEqual([]);
});

test("[O3] aligning, associating and dissociating stay possible after a round closed", () => {
  const world = World.opened();
  const entry = seqOf(world.states("alder", IDEA, "support-with-wording"));
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(world.aligns("birch", entry)).toHaveProperty("header");
  expect(world.associates("birch", entry)).toHaveProperty("header");
  expect(world.dissociates("birch", { on: "idea", idea: IDEA })).toHaveProperty("header");
});

test("[D4] [P7] who is registered speaks for a group in those days, and who comes after may revise it", () => {
  const world = World.opened({ closesAt: "2027-11-27T23:00:00.000Z" });
  const says = (who: string, stance: "support" | "reservation" = "support") =>
    world.says(who, world.position(IDEA, stance, { onBehalfOf: "grove" }), `position.${IDEA}.grove`);
  expect(says("alder")).toEqual({ refused: "no-speaking-right" });
  expect(world.lets("grove", "grove")).toEqual({ refused: "unknown-delegation" });
  expect(world.lets("alder", "birch")).toEqual({ refused: "unknown-delegation" });
  world.joins("alder");
  world.joins("birch");
  world.lets("alder", "grove", "2026-11-21T00:00:00.000Z", "2026-12-21T00:00:00.000Z");
  expect(says("alder")).toEqual({ refused: "no-speaking-right" });
  world.now = "2026-11-21T00:00:00.000Z" as typeof world.now;
  const first = seqOf(says("alder"));
  expect(world.entries.at(-1)?.body.by).toEqual({ delegation: "alder", capacity: "on-behalf-of-group" });
  expect(standOn(world.state, IDEA)).toMatchObject({ heard: 0, groups: { support: ["grove"] } });
  expect(says("birch")).toEqual({ refused: "no-speaking-right" });
  world.now = "2026-12-21T00:00:00.000Z" as typeof world.now;
  expect(says("alder")).toEqual({ refused: "no-speaking-right" });
  world.lets("birch", "grove");
  expect(world.withdraws("alder", "position.withdrawn", first)).toEqual(REFUSED);
  const second = seqOf(says("birch", "reservation"));
  expect(world.state.positions[IDEA]?.grove?.map(({ rev }) => rev)).toEqual([1, 2]);
  expect(world.withdraws("birch", "position.withdrawn", second)).toHaveProperty("header");
});

test("[P7] who speaks for a group belongs to it: before it joined and after it left it does not", () => {
  const world = World.opened();
  world.lets("alder", "grove");
  const says = () =>
    world.says("alder", world.position(IDEA, "support", { onBehalfOf: "grove" }), `position.${IDEA}.grove`);
  expect(says()).toEqual({ refused: "no-speaking-right" });
  world.joins("alder");
  const stated = seqOf(says());
  world.now = "2026-11-21T00:00:00.000Z" as typeof world.now;
  world.leaves("alder");
  expect(says()).toEqual({ refused: "no-speaking-right" });
  expect(world.withdraws("alder", "position.withdrawn", stated)).toEqual(REFUSED);
  expect(standing(world.state.positions[IDEA]?.grove)?.stance).toBe("support");
});

test("[M5] a reply is on the place of what it answers", () => {
  const world = World.opened();
  const replyTo = seqOf(world.comments("alder"));
  const target = { on: "paragraph", paragraph: "16" };
  expect(world.comments("birch", { replyTo, target })).toEqual(REFUSED);
  expect(world.replies("birch", replyTo, { target })).toEqual(REFUSED);
});

test("[M6] the right of reply is exercised twice in a round, to another's words, also just after its end", () => {
  const world = World.opened();
  const said = seqOf(world.comments("alder"));
  expect(world.replies("alder", said)).toEqual(REFUSED);
  const reply = seqOf(world.replies("birch", said));
  expect(heldAt(world.state.comments, reply)).toMatchObject({ rightOfReply: true, replyTo: said });
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.now = "2026-11-21T09:59:00.000Z" as typeof world.now;
  expect(world.replies("birch", said)).toHaveProperty("header");
  expect(world.replies("birch", said)).toEqual({ refused: "replies-used-up" });
  world.now = "2026-11-21T10:00:00.000Z" as typeof world.now;
  expect(world.replies("cedar", said)).toEqual({ refused: "no-open-round" });
  expect(commentsOn(world.state, IDEA)).toHaveLength(3);
});

test("[N4] who is aligned is listed apart, each once in a list, and changes no figure", () => {
  fc.assert(
    fc.property(anyWorld, ({ state }) => {
      const bare = { ...state, declared: {} };
      for (const idea of standingIdeas(state)) {
        // [N6] Whom a group's rule binds depends on what they declared, and is in no figure either.
        const { aligned, through: _bound, ...own } = standOn(state, idea);
        const { aligned: none, through: _boundAlone, ...alone } = standOn(bare, idea);
        expect(own).toEqual(alone);
        const keys = Object.values(aligned).flat();
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(own.notStated).toContain(key);
        expect(Object.values(none).flat()).toEqual([]);
      }
    }),
    SEEDED,
  );
});
