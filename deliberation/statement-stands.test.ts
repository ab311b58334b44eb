import fc from "fast-check";
import { expect, test } from "vitest";
import { heldAt } from "./by-seq.ts";
import { compile } from "./compile.ts";
import { standOn } from "./count.ts";
import { handoverOf } from "./handover.ts";
import type { DelegationKey, IdeaId } from "./ids.ts";
import { cellsOn, type OwnCell } from "./matrix.ts";
import { concerns } from "./notice.ts";
import { doesTakePart } from "./participation.ts";
import { saidOn } from "./said-before.ts";
import { declaredOfStatement } from "./state.ts";
import { wordsOn } from "./statements.ts";
import { REPORT } from "./testing/report.ts";
import { seqOf, World } from "./testing/world.ts";
import { turnOf } from "./turn.ts";
import { unreadIn } from "./unread.ts";

const IDEA = "17-1" as IdeaId;
const [ALDER, BIRCH, CEDAR] = ["alder", "birch", "cedar"] as DelegationKey[] as [
  DelegationKey,
  DelegationKey,
  DelegationKey,
];

/** Alder's statement: "We support this. We would go further.", its first sentence on 17-1. */
function brought(more: object = {}) {
  const world = World.opened();
  return { world, statement: seqOf(world.brings("alder", more)) };
}

test("[A7] one aligns with another's statement that stands and is heard by everyone, as it was last settled", () => {
  const { world, statement } = brought();
  const unknown = { refused: "unknown-entry" };
  expect(world.alignsWithStatement("alder", statement)).toEqual(unknown);
  expect(world.alignsWithStatement("birch", 3)).toEqual(unknown);
  const sealed = seqOf(world.brings("alder", { audience: "facilitators" }));
  expect(world.alignsWithStatement("birch", sealed)).toEqual(unknown);
  const received = seqOf(world.receives("cedar"));
  expect(world.alignsWithStatement("birch", received)).toEqual(unknown);
  expect(world.alignsWithStatement("birch", statement, { except: [1] })).toEqual({
    refused: "unknown-passage",
  });
  const corrected = seqOf(world.corrects("alder", statement, "We support this. We would go no further."));
  expect(world.alignsWithStatement("birch", statement)).toEqual({ refused: "changed-since-read" });
  seqOf(world.alignsWithStatement("birch", statement, { as: corrected, except: [0], words: "But for one." }));
  const [row] = compile(world.state).statements;
  expect(row?.declarations).toMatchObject([
    {
      kind: "alignment.declared",
      statement: { author: "alder", rev: 2, except: ["17-1"] },
      status: "stands",
    },
  ]);
  world.withdraws("alder", "statement.withdrawn", statement);
  expect(world.alignsWithStatement("cedar", statement, { as: corrected })).toEqual(unknown);
});

test("[A7] [N4] [X4] aligning with a statement states no position, enters no list or cell of its ideas, and takes no part again", () => {
  const { world, statement } = brought();
  world.joins("birch");
  world.lets("birch", "grove");
  world.binds();
  world.says("birch", world.position(IDEA, "support", { onBehalfOf: "grove" }), `position.${IDEA}.grove`);
  const before = standOn(world.state, IDEA);
  world.takesPart("cedar", false);
  seqOf(world.alignsWithStatement("birch", statement));
  seqOf(world.alignsWithStatement("cedar", statement));
  const { aligned, through } = standOn(world.state, IDEA);
  expect([aligned, through]).toEqual([before.aligned, before.through]);
  const cell = cellsOn(world.state, IDEA, world.now)({ kind: "own", id: "", delegation: BIRCH, under: null });
  expect((cell as OwnCell).marks).toEqual(["through"]);
  expect(doesTakePart(world.state, "cedar")).toBe(false);
});

test("[A8] [A9] one dissociates from a statement or a passage of it; the whole of it and an alignment exclude each other", () => {
  const { world, statement } = brought();
  const stands = () =>
    declaredOfStatement(world.state, statement).map(({ kind, statement: of }) => [kind, of?.passage]);
  seqOf(world.alignsWithStatement("birch", statement));
  seqOf(world.dissociatesFromStatement("birch", statement, { passage: 0 }));
  expect(stands()).toEqual([
    ["alignment.declared", null],
    ["dissociation.declared", 0],
  ]);
  const whole = seqOf(world.dissociatesFromStatement("birch", statement));
  expect(stands()).toEqual([
    ["dissociation.declared", 0],
    ["dissociation.declared", null],
  ]);
  seqOf(world.alignsWithStatement("birch", statement));
  expect(stands().map(([kind]) => kind)).toEqual(["dissociation.declared", "alignment.declared"]);
  world.withdraws("birch", "declaration.withdrawn", whole);
  expect(world.dissociatesFromStatement("birch", statement, { passage: 4 })).toEqual({
    refused: "unknown-passage",
  });
  expect(standOn(world.state, IDEA).heard).toBe(0);
});

test("[A5] withdrawn by its author alone, and then it is not listed", () => {
  const { world, statement } = brought();
  const aligned = seqOf(world.alignsWithStatement("birch", statement));
  expect(world.withdraws("alder", "declaration.withdrawn", aligned)).toEqual({ refused: "unknown-entry" });
  seqOf(world.withdraws("birch", "declaration.withdrawn", aligned));
  expect(declaredOfStatement(world.state, statement)).toEqual([]);
  expect(compile(world.state).statements[0]?.declarations).toMatchObject([
    { status: "withdrawn", words: null },
  ]);
});

test("[T12] its author corrects a statement; passages go with their words, and both texts are kept", () => {
  const { world, statement } = brought();
  expect(world.corrects("birch", statement, "No.")).toEqual({ refused: "unknown-entry" });
  const now = () => {
    const one = heldAt(world.state.statements, statement);
    if (one === undefined) throw new Error("no statement");
    return one;
  };
  world.corrects("alder", statement, "Today we support this. We would go further.");
  expect(wordsOn(now(), IDEA)).toEqual(["Today we support this."]);
  world.corrects("alder", statement, "Today we gladly support this. We would go further.");
  expect(wordsOn(now(), IDEA)).toEqual(["Today we gladly support this."]);
  expect(now().corrections.map(({ words }) => words)).toHaveLength(2);
  expect(compile(world.state).statements[0]).toMatchObject({ corrected: 2, words: now().words });
  world.withdraws("alder", "statement.withdrawn", statement);
  expect(world.corrects("alder", statement, "Too late.")).toEqual({ refused: "already-withdrawn" });
});

test("[T12] whatever a correction says, a passage stays within the text and keeps its words where they were not changed", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (kept, before, after) => {
      const world = World.opened();
      const words = `${before}«${kept}»${after}.`;
      const start = before.length;
      const passages = [{ start, end: start + kept.length + 2, target: { on: "idea", idea: IDEA } }];
      const statement = seqOf(
        world.brings("alder", {
          words: `|${words}|`,
          passages: passages.map((one) => ({ ...one, start: one.start + 1, end: one.end + 1 })),
        }),
      );
      world.corrects("alder", statement, `|${after}«${kept}»${before}|`);
      const one = heldAt(world.state.statements, statement);
      for (const { start: from, end: to } of one?.passages ?? []) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(one?.words.length ?? 0);
      }
      world.corrects("alder", statement, `First. ${one?.words}`);
      const moved = heldAt(world.state.statements, statement);
      if (one !== undefined && moved !== undefined) expect(wordsOn(moved, IDEA)).toEqual(wordsOn(one, IDEA));
    }),
    { seed: 63_677, numRuns: 60 },
  );
});

test("[H12] [E1] an alignment waits for a look once the statement was corrected or withdrawn, and the aligned delegation alone is told", () => {
  const { world, statement } = brought();
  world.alignsWithStatement("birch", statement);
  const moved = (who: DelegationKey) =>
    turnOf(world.state, REPORT, who, world.now).movedStatements.map(({ statement: one }) => one.seq);
  expect(moved(BIRCH)).toEqual([]);
  const corrected = world.corrects("alder", statement, "We support this, and would go further.");
  if (!("header" in corrected)) throw new Error("refused");
  expect([moved(BIRCH), moved(CEDAR)]).toEqual([[statement], []]);
  expect(concerns(world.state, corrected, BIRCH)).toBe(true);
  expect(concerns(world.state, corrected, CEDAR)).toBe(false);
  seqOf(world.alignsWithStatement("birch", statement, { as: corrected.header.seq }));
  expect(moved(BIRCH)).toEqual([]);
  world.withdraws("alder", "statement.withdrawn", statement);
  expect(moved(BIRCH)).toEqual([statement]);
});

test("[E1] what is declared of a statement concerns whose statement it is", () => {
  const { world, statement } = brought();
  for (const said of [
    world.alignsWithStatement("birch", statement),
    world.dissociatesFromStatement("cedar", statement),
  ]) {
    if (!("header" in said)) throw new Error("refused");
    expect(concerns(world.state, said, ALDER)).toBe(true);
    expect(concerns(world.state, said, "willow" as DelegationKey)).toBe(false);
  }
});

test("[T13] [M3] [M5] a statement is answered on a place it is read with; the reply waits for its author", () => {
  const { world, statement } = brought();
  const on = (target: object) => world.comments("birch", { replyTo: statement, target });
  expect(on({ on: "idea", idea: "17-3" })).toEqual({ refused: "unknown-entry" });
  const reply = seqOf(on({ on: "idea", idea: "17-1" }));
  const waiting = () => turnOf(world.state, REPORT, ALDER, world.now).replies.map(({ seq }) => seq);
  expect(waiting()).toEqual([reply]);
  seqOf(world.comments("alder", { replyTo: reply }));
  expect(waiting()).toEqual([]);
  seqOf(world.replies("cedar", statement));
  expect(world.replies("alder", statement)).toEqual({ refused: "unknown-entry" });
  world.withdraws("alder", "statement.withdrawn", statement);
  expect(on({ on: "idea", idea: "17-1" })).toEqual({ refused: "unknown-entry" });
});

test("[U1] [B1] [H10] what is declared of a statement is unread where the statement is read, and in what was said and handed over", () => {
  const { world, statement } = brought();
  const head = world.state.head.seq;
  const since = world.now;
  seqOf(world.alignsWithStatement("birch", statement));
  const own = { delegation: ALDER, capacity: null };
  expect(unreadIn(world.state, () => head, own)).toEqual({ "17-1": 1 });
  expect(saidOn(world.state, BIRCH, IDEA).map(({ kind }) => kind)).toEqual(["declaration"]);
  expect(handoverOf(world.state, BIRCH, since).declarations).toHaveLength(1);
  expect(handoverOf(world.state, ALDER, since).ofStatements.get(statement as never)).toHaveLength(1);
});
