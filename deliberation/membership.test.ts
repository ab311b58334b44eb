import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { standOn } from "./count.ts";
import { STANCES } from "./entry.ts";
import { stateAt } from "./fold.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { matrix, type OwnCell, type TallyCell } from "./matrix.ts";
import { membersOf } from "./membership.ts";
import { SEEDED } from "./testing/records.ts";
import { seqOf, World } from "./testing/world.ts";

const IDEA = "17-1" as IdeaId;
const GROUPS = ["grove", "copse"];
const WHO = ["alder", "birch", "cedar", "willow", "aspen", "maple"];

/** What an assembly looked like just after an entry, kept beside the record by the test itself. */
interface Then {
  seq: number;
  at: Instant;
  members: Set<string>;
  groups: Record<string, Set<string>>;
}

const step = fc.record({
  what: fc.constantFrom("join", "join", "leave", "admit", "state", "behalf", "align"),
  who: fc.constantFrom(...WHO),
  group: fc.constantFrom(...GROUPS),
  stance: fc.constantFrom(...STANCES),
  minutes: fc.constantFrom(0, 1, 60),
});

/** An assembly whose membership changes while it speaks, and what was true after each entry. */
const changing = fc.array(step, { minLength: 12, maxLength: 40, size: "max" }).map((steps) => {
  const world = World.opened({ closesAt: "2027-11-27T23:00:00.000Z" });
  world.enters({ kind: "group.formed", group: "copse", names: { en: "Copse" } });
  const now: Omit<Then, "seq" | "at"> = {
    members: new Set(["alder", "birch", "cedar"]),
    groups: { grove: new Set(), copse: new Set() },
  };
  const after: Then[] = [];
  for (const { what, who, group, stance, minutes } of steps) {
    world.now = new Date(Date.parse(world.now) + minutes * 60_000).toISOString() as Instant;
    const result = does(world, { what, who, group, stance });
    if (result === null || !("header" in result)) continue;
    if (what === "admit") now.members.add(who);
    if (what === "join") now.groups[group]?.add(who);
    if (what === "leave") now.groups[group]?.delete(who);
    const groups = Object.fromEntries(Object.entries(now.groups).map(([key, of]) => [key, new Set(of)]));
    after.push({ ...result.header, members: new Set(now.members), groups });
  }
  return { world, after };
});

function does(
  world: World,
  {
    what,
    who,
    group,
    stance,
  }: { what: string; who: string; group: string; stance: (typeof STANCES)[number] },
) {
  if (what === "join") return world.joins(who, group);
  if (what === "leave") return world.leaves(who, group);
  if (what === "admit") return world.admits(who, "member");
  if (what === "state") return world.states(who, IDEA, stance);
  if (what === "behalf") {
    world.lets(who, group);
    const content = world.position(IDEA, stance, { onBehalfOf: group });
    return world.says(who, content, `position.${IDEA}.${group}`);
  }
  const [entry = 0] = Object.values(world.state.positions[IDEA] ?? {}).flatMap(
    (all) => all.at(-1)?.seq ?? [],
  );
  return world.aligns(who, entry);
}

test("[N5] [N2] as of every entry the parts of each figure add up to the membership of that moment", () => {
  fc.assert(
    fc.property(changing, ({ world, after }) => {
      for (const { seq, at, members, groups } of after) {
        const state = stateAt(world.entries, seq);
        const stand = standOn(state, IDEA);
        const stated = STANCES.flatMap((stance) => stand.members[stance]);
        expect([...stated, ...stand.notStated].sort()).toEqual([...members].sort());
        expect([stand.of, stand.heard, stand.asOf]).toEqual([members.size, stated.length, at]);
        const sorted = (of: Iterable<string>) => [...of].sort();
        for (const group of Object.values(stand.groups).flat()) {
          expect(sorted(stand.membersOf[group] ?? [])).toEqual(sorted(groups[group] ?? []));
        }
        for (const { key, members: listed } of compile(state).groups) {
          expect(sorted(listed)).toEqual(sorted(groups[key] ?? []));
        }
      }
    }),
    SEEDED,
  );
});

test("[N5] [X2] a group's cell adds up to those of its members that are Member States at that moment", () => {
  fc.assert(
    fc.property(changing, ({ world, after }) => {
      const { seq, at, members, groups } = after.at(-1) ?? {};
      if (seq === undefined || at === undefined) return;
      const { columns, rows } = matrix(stateAt(world.entries, seq), { columns: "groups", order: WHO, at });
      const row = rows.find(({ idea }) => idea === IDEA);
      for (const [index, column] of columns.entries()) {
        if (column.kind !== "group" || column.group === null) continue;
        const cell = row?.cells[index] as Exclude<TallyCell, OwnCell>;
        const within = [...(groups?.[column.group] ?? [])].filter((key) => members?.has(key));
        const counted = [...STANCES.flatMap((stance) => cell.members[stance]), ...cell.notStated];
        expect(counted.sort()).toEqual(within.sort());
        const sum = Object.values(cell.counts ?? {}).reduce((one, other) => one + other, 0);
        expect(sum).toBe(within.length);
      }
    }),
    SEEDED,
  );
});

test("[N5] who belonged to a group at a past moment is told by the later record as by the one of that moment", () => {
  fc.assert(
    fc.property(changing, ({ world, after }) => {
      for (const [index, { at, groups }] of after.entries()) {
        // Of several entries of one moment the last holds.
        if (after[index + 1]?.at === at) continue;
        for (const group of GROUPS) {
          const then = membersOf(world.state, group as DelegationKey, at);
          expect([...then].sort()).toEqual([...(groups[group] ?? [])].sort());
        }
      }
    }),
    SEEDED,
  );
});

test("[N5] a delegation that joined after a figure's moment, or left before it, is not among the members said with it", () => {
  const world = World.opened();
  for (const key of ["alder", "birch"]) world.joins(key);
  world.lets("alder", "grove");
  const said = () =>
    world.says("alder", world.position(IDEA, "support", { onBehalfOf: "grove" }), "position.17-1.grove");
  const first = seqOf(said());
  world.now = "2026-11-21T10:00:00.000Z" as Instant;
  world.leaves("birch");
  world.joins("cedar");
  expect(standOn(stateAt(world.entries, first), IDEA).membersOf.grove).toEqual(["alder", "birch"]);
  expect(standOn(world.state, IDEA).membersOf.grove).toEqual(["alder", "cedar"]);
});
