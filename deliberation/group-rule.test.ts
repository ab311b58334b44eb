import fc from "fast-check";
import { expect, test } from "vitest";
import { standingIdeas, standOn } from "./count.ts";
import type { IdeaId, Instant } from "./ids.ts";
import { membersOf } from "./membership.ts";
import { declaredOn } from "./state.ts";
import { anyWorld, SEEDED } from "./testing/records.ts";
import { head, seqOf, World } from "./testing/world.ts";

const IDEA = "17-1" as IdeaId;
const ON_IDEA = { on: "idea", idea: IDEA };
const REFUSED = { refused: "unknown-entry" };

/** Grove: alder, who speaks for it, birch, cedar and the observer willow; bound by its rule. */
function bound() {
  const world = World.opened();
  for (const key of ["alder", "birch", "cedar", "willow"]) world.joins(key);
  world.lets("alder", "grove");
  world.binds();
  const stated = seqOf(
    world.says("alder", world.position(IDEA, "support", { onBehalfOf: "grove" }), `position.${IDEA}.grove`),
  );
  return { world, stated };
}
const through = ({ state }: World) => standOn(state, IDEA).through;

test("[D7] only the secretariat registers a group's rule, of a group, and a later registration takes its place", () => {
  const { world } = bound();
  const asked = { kind: "group.rule.registered", group: "grove", from: world.now, until: null };
  expect(world.enters(asked, head("alder"))).toEqual({ refused: "not-permitted" });
  expect(world.binds("alder")).toEqual({ refused: "unknown-delegation" });
  expect(world.binds("grove", world.now, world.now)).toMatchObject({ refused: "malformed" });
  expect(through(world)).toHaveLength(1);
  world.binds("grove", "2026-12-01T00:00:00.000Z");
  expect(through(world)).toEqual([]);
  expect(standOn(world.state, IDEA, "2026-12-01T00:00:00.000Z" as Instant).through).toHaveLength(1);
});

test("[N6] members have the group's position through its rule, listed apart and added to no figure", () => {
  const { world } = bound();
  expect(through(world)).toEqual([
    { group: "grove", stance: "support", members: ["alder", "birch", "cedar"] },
  ]);
  expect(standOn(world.state, IDEA)).toMatchObject({ heard: 0, notStated: ["alder", "birch", "cedar"] });
});

test("[N6] a member's own act goes before the rule: a position, an alignment, a dissociation", () => {
  const { world, stated } = bound();
  const members = () => through(world)[0]?.members;
  const own = seqOf(world.states("birch", IDEA, "reservation"));
  expect(members()).toEqual(["alder", "cedar"]);
  world.withdraws("birch", "position.withdrawn", own);
  expect(members()).toEqual(["alder", "birch", "cedar"]);
  world.aligns("birch", stated);
  const dissociated = seqOf(world.dissociates("cedar", ON_IDEA, "Not for us.", stated));
  expect(members()).toEqual(["alder"]);
  // It holds for later revisions of the group's position, until it is withdrawn.
  world.says("alder", world.position(IDEA, "reservation", { onBehalfOf: "grove" }), `position.${IDEA}.grove`);
  expect(members()).toEqual(["alder"]);
  world.withdraws("cedar", "declaration.withdrawn", dissociated);
  expect(members()).toEqual(["alder", "cedar"]);
});

test("[A6] one dissociates from another's standing position on the idea it is on; it states nothing", () => {
  const { world, stated } = bound();
  expect(world.dissociates("birch", { on: "idea", idea: "17-3" }, "No.", stated)).toEqual(REFUSED);
  expect(world.dissociates("birch", ON_IDEA, "No.", 2)).toEqual(REFUSED);
  world.aligns("birch", stated);
  world.dissociates("birch", ON_IDEA, "No.", stated);
  expect(declaredOn(world.state, IDEA)).toMatchObject([
    { kind: "dissociation.declared", with: { author: "grove", rev: 1 } },
  ]);
  expect(standOn(world.state, IDEA)).toMatchObject({ heard: 0, aligned: { support: [] } });
  world.aligns("birch", stated);
  expect(declaredOn(world.state, IDEA)).toMatchObject([{ kind: "alignment.declared" }]);
});

test("[N6] in every record own, aligned and through-group lists are apart, and a rule changes no figure", () => {
  fc.assert(
    fc.property(anyWorld, ({ state }) => {
      for (const idea of standingIdeas(state)) {
        const { through: lists, ...own } = standOn(state, idea);
        const { through: none, ...unbound } = standOn({ ...state, bound: {} }, idea);
        expect(own).toEqual(unbound);
        expect(none).toEqual([]);
        const aligned = Object.values(own.aligned).flat();
        for (const { group, stance, members } of lists) {
          expect(own.groups[stance]).toContain(group);
          const belong = own.asOf === null ? [] : membersOf(state, group, own.asOf);
          for (const key of members) {
            expect(belong).toContain(key);
            expect(own.notStated).toContain(key);
            expect(aligned).not.toContain(key);
          }
        }
      }
    }),
    SEEDED,
  );
});
