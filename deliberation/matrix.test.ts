import { expect, test } from "vitest";
import { standingIdeas, standOn } from "./count.ts";
import { stateAt } from "./fold.ts";
import { type DelegationKey, IdeaId, type Instant, RoundId } from "./ids.ts";
import { type MatrixOptions, matrix, type OwnCell, type TallyCell, UNGROUPED } from "./matrix.ts";
import type { MatrixFilter } from "./matrix-filter.ts";
import { inOrder, type RowOrder, rowOrders, untreatedOn } from "./matrix-order.ts";
import { facilitator, livelyRecord, seqOf, World } from "./testing/world.ts";
import { seenBy } from "./view.ts";

const ORDER = ["birch", "alder", "willow", "cedar", "grove", "copse"];
const LATER = "2026-12-01T10:00:00.000Z" as Instant;

function seen(world: World, options: Partial<MatrixOptions> = {}) {
  return matrix(world.state, { columns: "groups", order: ORDER, at: world.now, ...options });
}

/** What stands in the cell of an idea and a column. */
function cell<C extends TallyCell | OwnCell>(
  world: World,
  idea: string,
  column: string,
  options: Partial<MatrixOptions> = {},
): C {
  const { columns, rows } = seen(world, options);
  const index = columns.findIndex(({ id }) => id === column);
  const found = rows.find((row) => row.idea === idea)?.cells[index];
  if (found === undefined) throw new Error(`no cell ${idea} × ${column}`);
  return found as C;
}

function ideas(world: World, filter: MatrixFilter, options: Partial<MatrixOptions> = {}): string[] {
  return seen(world, { filter, ...options }).rows.map(({ idea }) => idea);
}

function joins(world: World, group: string, delegation: string, change = "joined") {
  seqOf(world.enters({ kind: "group.membership.changed", group, delegation, change }));
}

test("[X1] by groups: everybody, the groups in the order given, whoever is in none; opened, with their members", () => {
  const world = World.opened();
  seqOf(world.enters({ kind: "group.formed", group: "copse", names: { en: "Copse" } }));
  for (const key of ["alder", "birch", "willow"]) joins(world, "copse", key);
  expect(seen(world).columns.map(({ id }) => id)).toEqual(["all", "group:grove", "group:copse", UNGROUPED]);
  const open = ["group:copse", UNGROUPED];
  expect(seen(world, { open }).columns.map(({ id }) => id)).toEqual([
    ...["all", "group:grove", "group:copse", "group:copse/birch", "group:copse/alder", "group:copse/willow"],
    ...[UNGROUPED, `${UNGROUPED}/cedar`],
  ]);
  world.now = LATER;
  joins(world, "copse", "alder", "left");
  joins(world, "copse", "cedar");
  expect(seen(world, { open }).columns.map(({ id }) => id)).toEqual([
    ...["all", "group:grove", "group:copse", "group:copse/birch", "group:copse/cedar", "group:copse/willow"],
    ...[UNGROUPED, `${UNGROUPED}/alder`],
  ]);
});

test("[X1] by delegations: Member States, observers, groups; whoever the order does not name comes last", () => {
  const world = World.opened();
  seqOf(world.admits("aspen", "member"));
  expect(seen(world, { columns: "delegations" }).columns.map(({ id }) => id)).toEqual([
    ...["all", "/birch", "/alder", "/cedar", "/aspen", "/willow", "/grove"],
  ]);
});

test("[X2] the group's own position, an observer's and an alignment are added to no figure of its cell", () => {
  const world = World.opened();
  for (const key of ["alder", "birch", "willow"]) joins(world, "grove", key);
  seqOf(world.lets("alder", "grove"));
  const own = seqOf(world.states("alder", "17-1", "does-not-support", { onBehalfOf: "grove" }));
  seqOf(world.states("willow", "17-1", "support"));
  seqOf(world.aligns("birch", own));
  seqOf(world.states("cedar", "17-1", "reservation"));
  const before = cell<TallyCell>(world, "17-1", "group:grove");
  expect(before.counts).toMatchObject({ "does-not-support": 0, support: 0, "not-stated": 2 });
  expect(before.own?.stance).toBe("does-not-support");
  expect(before.observers.support).toEqual(["willow"]);
  seqOf(world.states("alder", "17-1", "support"));
  const after = cell<TallyCell>(world, "17-1", "group:grove");
  expect(after.counts).toMatchObject({ support: 1, reservation: 0, "not-stated": 1 });
  expect([after.members.support, after.notStated]).toEqual([["alder"], ["birch"]]);
});

test("[X2] who is in two groups is counted in each, and once among all, as everywhere", () => {
  const world = World.opened();
  seqOf(world.enters({ kind: "group.formed", group: "copse", names: { en: "Copse" } }));
  for (const group of ["grove", "copse"]) joins(world, group, "alder");
  seqOf(world.states("alder", "17-1", "support"));
  for (const column of ["all", "group:grove", "group:copse"]) {
    expect(cell<TallyCell>(world, "17-1", column).counts?.support).toBe(1);
  }
  const all = cell<TallyCell>(world, "17-1", "all");
  const { members, notStated } = standOn(world.state, IdeaId.parse("17-1"));
  expect([all.members, [...all.notStated].sort()]).toEqual([members, notStated]);
});

test("[X3] where one round hides totals no cell holds a figure; names by stance it holds", () => {
  const world = World.opened({ totals: false });
  joins(world, "grove", "alder");
  seqOf(world.states("alder", "17-1", "support"));
  const shown = seen(world);
  expect(shown.totals).toBe(false);
  for (const { cells } of shown.rows) {
    for (const one of cells) if (one.kind === "tally") expect(one.counts).toBeNull();
  }
  expect(cell<TallyCell>(world, "17-1", "group:grove").members.support).toEqual(["alder"]);
});

test("[X4] a cell is the delegation's own standing position; its group's is not in it", () => {
  const world = World.opened();
  for (const key of ["birch", "alder"]) joins(world, "grove", key);
  seqOf(world.lets("alder", "grove"));
  seqOf(world.states("alder", "17-1", "support", { onBehalfOf: "grove" }));
  const open = { columns: "delegations" as const };
  const tokens = () =>
    ["/alder", "/birch", "/grove"].map((id) => cell<OwnCell>(world, "17-1", id, open).token);
  expect(tokens()).toEqual(["not-stated", "not-stated", "support"]);
  const first = seqOf(world.states("birch", "17-1", "reservation"));
  expect(tokens()).toEqual(["not-stated", "reservation", "support"]);
  world.withdraws("birch", "position.withdrawn", first);
  expect(tokens()).toEqual(["not-stated", "not-stated", "support"]);
});

test("[X4] marks: aligned, associated with a wording, changed since the last round that ended", () => {
  const world = World.opened();
  const stated = seqOf(world.states("cedar", "17-1", "support-with-wording"));
  seqOf(world.aligns("birch", stated));
  const alignment = world.entries.length;
  seqOf(world.associates("alder", stated));
  const marks = (key: string) =>
    cell<OwnCell>(world, "17-1", `/${key}`, { columns: "delegations", at: world.now }).marks;
  expect(["alder", "birch", "cedar"].map(marks)).toEqual([["wording"], ["aligned"], []]);
  seqOf(world.enters({ kind: "round.closed", round: "1" }, facilitator));
  world.now = LATER;
  seqOf(world.opens("2", "2026-12-20T23:00:00.000Z"));
  expect(marks("cedar")).toEqual([]);
  seqOf(world.states("cedar", "17-1", "support", { round: "2" }));
  world.withdraws("birch", "declaration.withdrawn", alignment);
  expect(["birch", "cedar"].map(marks)).toEqual([[], ["changed"]]);
});

test("[X5] rows stand in the order of the text, without what was withdrawn; filters together narrow them", () => {
  const world = World.opened();
  for (const idea of ["28-2", "16-1"]) seqOf(world.identifies(idea));
  world.enters({ kind: "idea.withdrawn", idea: "28-1", reason: "Not bold." });
  const pillars = { "17": 1, "28": 2 };
  expect(ideas(world, {})).toEqual(["16-1", "17-1", "17-3", "28-2"]);
  expect(ideas(world, { pillar: 1 }, { pillars })).toEqual(["17-1", "17-3"]);
  expect(ideas(world, { pillar: 1, text: "17-3" }, { pillars })).toEqual(["17-3"]);
  expect(ideas(world, { text: "构想 28" })).toEqual(["28-2"]);
  seqOf(world.states("alder", "17-1", "support-with-wording"));
  seqOf(world.states("birch", "17-3", "does-not-support"));
  expect(ideas(world, { wording: true })).toEqual(["17-1"]);
  expect(ideas(world, { opposed: true })).toEqual(["17-3"]);
  expect(ideas(world, { silent: true })).toEqual(["16-1", "28-2"]);
  expect(ideas(world, { pillar: 1, unstated: "alder" as DelegationKey }, { pillars })).toEqual(["17-3"]);
});

test("[X5] not yet stated by a group is the absence of its own position, whatever its members said", () => {
  const world = World.opened();
  for (const key of ["birch", "alder"]) joins(world, "grove", key);
  seqOf(world.lets("alder", "grove"));
  seqOf(world.states("birch", "17-3", "support"));
  seqOf(world.states("alder", "17-1", "support", { onBehalfOf: "grove" }));
  expect(ideas(world, { unstated: "grove" as DelegationKey })).toEqual(["17-3", "28-1"]);
});

test("[X6] contested: supported, with or without suggested wording, and not supported, as it stands now", () => {
  const world = World.opened();
  seqOf(world.states("alder", "17-1", "support"));
  seqOf(world.states("birch", "17-1", "reservation"));
  seqOf(world.states("alder", "17-3", "support-with-wording"));
  const against = seqOf(world.states("cedar", "17-3", "does-not-support"));
  seqOf(world.states("cedar", "28-1", "does-not-support"));
  expect(ideas(world, { contested: true })).toEqual(["17-3"]);
  world.withdraws("cedar", "position.withdrawn", against);
  expect(ideas(world, { contested: true })).toEqual([]);
});

test("[X7] stated, revised or withdrawn since a round ended; nothing while it is not over, then by time alone", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", "17-1", "support"));
  seqOf(world.states("birch", "17-3", "support"));
  const filter = { since: RoundId.parse("1") };
  expect(ideas(world, filter)).toEqual([]);
  world.now = LATER;
  expect(ideas(world, filter)).toEqual([]);
  world.withdraws("alder", "position.withdrawn", first);
  expect(ideas(world, filter)).toEqual(["17-1"]);
  seqOf(world.opens("2", "2026-12-20T23:00:00.000Z"));
  seqOf(world.states("cedar", "28-1", "support", { round: "2" }));
  expect(ideas(world, filter)).toEqual(["17-1", "28-1"]);
  expect(ideas(world, { since: RoundId.parse("2") })).toEqual([]);
  expect(ideas(world, { since: RoundId.parse("9") })).toEqual([]);
});

test("[X8] a sealed position is in no cell of who may not read it, and in no filter's answer", () => {
  const world = World.opened();
  seqOf(world.enters({ kind: "round.closed", round: "1" }, facilitator));
  world.now = LATER;
  seqOf(world.opens("2", "2026-12-20T23:00:00.000Z", { audience: "facilitators" }));
  seqOf(world.states("alder", "17-1", "does-not-support", { round: "2" }));
  const asReadBy = (viewer: Parameters<typeof seenBy>[1]) => {
    const state = stateAt(world.entries.map((entry) => seenBy(entry, viewer)));
    const options = { columns: "delegations" as const, order: ORDER, at: world.now };
    const contested = matrix(state, { ...options, filter: { opposed: true } }).rows.length;
    const changed = matrix(state, { ...options, filter: { since: RoundId.parse("1") } }).rows.length;
    const silent = matrix(state, { ...options, filter: { silent: true } }).rows.length;
    const [first] = matrix(state, options).rows[0]?.cells ?? [];
    return [contested, changed, silent, (first as TallyCell).counts?.["not-stated"]];
  };
  expect(asReadBy({ as: "facilitator" })).toEqual([1, 1, 2, 2]);
  expect(asReadBy({ as: "delegation", delegation: "alder" as DelegationKey })).toEqual([1, 1, 2, 2]);
  expect(asReadBy({ as: "delegation", delegation: "birch" as DelegationKey })).toEqual([0, 0, 3, 3]);
  expect(asReadBy({ as: "reviewer" })).toEqual([0, 0, 3, 3]);
});

test("[X2] [X5] the parts of every cell add up to its Member States, and the same entries give the same matrix", () => {
  const world = livelyRecord();
  const shown = seen(world, { open: ["group:grove", UNGROUPED] });
  for (const { cells } of shown.rows) {
    cells.forEach((one, index) => {
      const column = shown.columns[index];
      if (one.kind !== "tally" || column === undefined || column.kind === "own") return;
      const figures = Object.values(one.counts ?? {}).reduce((sum, figure) => sum + figure, 0);
      const members = column.members.filter((key) => world.state.delegations[key]?.kind === "member");
      expect(figures).toBe(members.length);
    });
  }
  const again = JSON.parse(JSON.stringify(world.state));
  const options = {
    columns: "groups" as const,
    order: ORDER,
    at: world.now,
    open: ["group:grove", UNGROUPED],
  };
  expect(matrix(again, options)).toEqual(shown);
});

test("[X9] rows by divergence and by missing positions, the text deciding between equals, and no divergence without totals", () => {
  const world = World.opened();
  const rows = (order: RowOrder) => seen(world, { rows: order }).rows.map(({ idea }) => idea);
  const text = rows("text");
  expect(rows("divergence")).toEqual(text);
  const [first = "", second = "", third = ""] = text;
  seqOf(world.states("alder", third, "support"));
  seqOf(world.states("birch", third, "does-not-support"));
  seqOf(world.states("cedar", second, "reservation", { words: "Not so." }));
  expect(rows("divergence").slice(0, 3)).toEqual([third, second, first]);
  expect(rows("missing").slice(-2)).toEqual([second, third]);
  expect(rowOrders(world.state)).toContain("divergence");
  const hidden = World.opened({ totals: false });
  expect(rowOrders(hidden.state)).toEqual(["text", "missing"]);
  expect(inOrder(hidden.state, [IdeaId.parse("17-1")], "divergence")).toEqual(["17-1"]);
});

test("[X9] rows by words that nobody answered, for those who give dispositions and nobody else", () => {
  const world = World.opened();
  const ideas = standingIdeas(world.state);
  const [first, second, third] = ideas;
  const on = (idea: IdeaId | undefined) => ({ target: { on: "idea", idea } });
  for (const words of ["One.", "Two."]) seqOf(world.comments("alder", { words, ...on(third) }));
  const answered = seqOf(world.comments("birch", { words: "Three.", ...on(second) }));
  seqOf(world.comments("cedar", { words: "Four.", ...on(second) }));
  const rows = () => inOrder(world.state, ideas, "untreated", untreatedOn(world.state)).slice(0, 3);
  expect(untreatedOn(world.state)).toEqual({ [third ?? ""]: 2, [second ?? ""]: 2 });
  expect(rows()).toEqual([second, third, first]);
  world.disposes([answered], "noted", {});
  expect(rows()).toEqual([third, second, first]);
  expect(inOrder(world.state, ideas, "untreated")).toEqual(ideas);
});
