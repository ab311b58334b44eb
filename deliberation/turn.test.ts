import { expect, test } from "vitest";
import { allHeld } from "./by-seq.ts";
import { contentHash } from "./canonical.ts";
import { changeOf, changesIn } from "./changes.ts";
import { type PlainDrafts, readDraft, SUBMITTED_FIELD } from "./draft.ts";
import { handoverOf } from "./handover.ts";
import { DelegationKey, DraftId, type Instant, type Seq } from "./ids.ts";
import type { Report } from "./report.ts";
import { stageField } from "./stage.ts";
import { facilitator, seqOf, World } from "./testing/world.ts";
import { turnOf } from "./turn.ts";
import { seenBy } from "./view.ts";
import { lastVisit, seenAgain } from "./visit.ts";
import { waitingDrafts } from "./waiting-drafts.ts";
import { progressOfMembers, silentDelegations, unansweredQuestions } from "./work.ts";

const ALDER = DelegationKey.parse("alder");
const section = (key: string, paragraphs: string[]) => ({
  ...{ key, mark: "", heading: [key], pillar: null },
  paragraphs: paragraphs.map((one) => ({ key: one, number: `${one}.`, blocks: [] })),
});
const report = { sections: [section("2", ["16", "17"]), section("4", ["28"]), section("A", ["A1"])] };
const turn = (world: World, at = world.now) =>
  turnOf(world.state, report as unknown as Report, ALDER, at as Instant);
const counted = (world: World) =>
  turn(world).parts.map(({ section: { key }, ideas, open }) => [key, open.length, ideas.length]);

test("[H1] [H2] ideas wait section by section until a position stands; the next is first in the text", () => {
  const world = World.opened();
  expect(counted(world)).toEqual([
    ["2", 2, 2],
    ["4", 1, 1],
  ]);
  expect(turn(world).next).toBe("17-1");
  const stated = seqOf(world.states("alder", "17-1", "position-reserved"));
  world.states("birch", "17-3", "support");
  expect(turn(world)).toMatchObject({ next: "17-3", without: ["17-3", "28-1"], of: 3 });
  world.withdraws("alder", "position.withdrawn", stated);
  expect(turn(world).next).toBe("17-1");
  world.enters({ kind: "idea.withdrawn", idea: "17-1", reason: "Not bold." });
  expect(counted(world)).toEqual([
    ["2", 1, 1],
    ["4", 1, 1],
  ]);
  world.states("alder", "17-3", "support");
  world.states("alder", "28-1", "support");
  expect(turn(world)).toMatchObject({ next: null, without: [], of: 2 });
});

test("[H3] a reply waits until the delegation speaks later in the thread, or the reply is withdrawn", () => {
  const world = World.opened();
  const replies = () => turn(world).replies.map(({ seq }) => seq);
  const own = seqOf(world.comments("alder"));
  const position = seqOf(world.states("alder", "17-3", "support"));
  expect(replies()).toEqual([]);
  const first = seqOf(world.comments("birch", { replyTo: own }));
  const second = seqOf(world.comments("cedar", { replyTo: position, target: { on: "idea", idea: "17-3" } }));
  seqOf(world.comments("cedar", { replyTo: first }));
  expect(replies()).toEqual([first, second]);
  world.comments("alder", { replyTo: own });
  expect(replies()).toEqual([second]);
  const third = seqOf(world.comments("birch", { replyTo: own }));
  expect(replies()).toEqual([second, third]);
  world.withdraws("cedar", "comment.withdrawn", second);
  expect(replies()).toEqual([third]);
});

test("[H4] a round waits from three days before its deadline, while ideas do, and not once it is over", () => {
  const world = World.opened();
  expect(turn(world).closing).toBeNull();
  expect(turn(world, "2026-11-24T22:59:59.999Z" as Instant).closing).toBeNull();
  expect(turn(world, "2026-11-24T23:00:00.000Z" as Instant).closing?.id).toBe("1");
  expect(turn(world, "2026-11-27T23:00:00.000Z" as Instant).closing).toBeNull();
  for (const idea of ["17-1", "17-3", "28-1"]) world.states("alder", idea, "support");
  expect(turn(world, "2026-11-26T00:00:00.000Z" as Instant).closing).toBeNull();
  const other = World.opened();
  other.now = "2026-11-26T00:00:00.000Z" as Instant;
  other.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(turn(other).closing).toBeNull();
});

test("[H5] [C8] a draft is unfinished, awaits instructions, is drafted, waits for clearance, then for submission, and is gone once submitted", () => {
  const world = World.opened();
  const draft = DraftId.parse("position.17-1");
  const plain: PlainDrafts = {
    drafts: { [`${draft}/stance`]: "reservation", [`${draft}/lang`]: "en" },
    texts: {},
  };
  const at = world.now;
  const waits = (clearances: Parameters<typeof waitingDrafts>[1] = []) =>
    waitingDrafts(plain, clearances, world.state, at);
  expect(waits()).toEqual([
    { draft, about: "17-1", waits: "unfinished", changed: false, cleared: null, since: null },
  ]);
  const one = { draft, about: "17-1", changed: false, cleared: null, since: null };
  const stage = `${draft}/stage`;
  plain.drafts[stage] = "awaiting-instructions";
  expect(waits()).toEqual([{ ...one, waits: "awaiting-instructions" }]);
  delete plain.drafts[stage];
  plain.texts[`words/${draft}`] = "With care.";
  expect(waits()).toEqual([{ ...one, waits: "drafting" }]);
  plain.drafts[stage] = "awaiting-instructions";
  expect(waits()).toEqual([{ ...one, waits: "awaiting-instructions" }]);
  plain.drafts[stage] = stageField(plain, draft, "ready");
  expect(waits()).toEqual([{ ...one, waits: "to-clear" }]);
  const reading = readDraft(plain, draft, world.state, at);
  if ("missing" in reading) throw new Error(reading.missing);
  const cleared = { draft, hash: contentHash(reading.content), at };
  expect(waits([cleared])).toEqual([{ ...one, waits: "to-submit", cleared: cleared.hash, since: at }]);
  plain.texts[`words/${draft}`] = "With great care.";
  expect(waits([cleared])).toEqual([{ ...one, waits: "to-clear", changed: true }]);
  plain.texts[`words/${draft}`] = "With care.";
  plain.drafts[`${draft}/${SUBMITTED_FIELD}`] = `20:${reading.said}`;
  expect(waits()).toEqual([]);
  plain.texts[`words/${draft}`] = "With new care.";
  expect(waits()).toEqual([{ ...one, waits: "drafting" }]);
  expect(waitingDrafts({ drafts: {}, texts: {} }, [], world.state, at)).toEqual([]);
});

test("[H6] what is new counts from the visit before, also while this visit goes on", () => {
  const at = (time: string) => `2026-11-20T${time}:00.000Z` as Instant;
  expect(lastVisit(null, at("10:00"))).toBeNull();
  const first = seenAgain(null, 5 as Seq, at("10:00"));
  expect(lastVisit(first, at("10:20"))).toBeNull();
  const later = seenAgain(first, 9 as Seq, at("10:20"));
  expect(lastVisit(later, at("10:51"))).toEqual({ seq: 9, at: at("10:20") });
  const second = seenAgain(later, 14 as Seq, at("17:40"));
  expect(lastVisit(second, at("17:41"))).toEqual({ seq: 9, at: at("10:20") });
  // A page opened earlier, heard of late, takes nothing back.
  expect(seenAgain(second, 7 as Seq, at("17:39"))).toMatchObject({ seq: 14, at: at("17:40") });
});

test("[H7] news are others' words, each of one sort; sealed entries, one's own and housekeeping are none", () => {
  const world = World.opened();
  const own = seqOf(world.comments("alder"));
  world.states("birch", "17-1", "support");
  world.comments("birch", { replyTo: own });
  world.comments("birch");
  world.comments("birch", { audience: "secretariat", words: "Sealed." });
  world.aligns("cedar", own + 1);
  world.withdraws("birch", "position.withdrawn", own + 1);
  world.admits("aspen", "member");
  const seen = world.entries.map((entry) => seenBy(entry, { as: "delegation", delegation: ALDER }));
  expect(changesIn(world.state, seen.slice(own - 1), ALDER)).toEqual({
    ...{
      replies: 1,
      positions: 1,
      declared: 1,
      dispositions: 0,
      comments: 1,
      statements: 0,
      withdrawn: 1,
      ideas: 0,
      rounds: 0,
      text: 0,
    },
  });
  expect(changesIn(world.state, seen, null)).toMatchObject({
    comments: 3,
    replies: 0,
    ideas: 3,
    rounds: 1,
    text: 1,
  });
  expect(seen.map((entry) => changeOf(world.state, entry, ALDER)).filter(Boolean)).toHaveLength(10);
});

test("[H8] silent is a Member State without a standing position of its own", () => {
  const world = World.opened();
  const stated = seqOf(world.states("alder", "17-1", "position-reserved"));
  world.states("willow", "17-1", "support");
  const silent = () => silentDelegations(world.state).map(({ key }) => key);
  expect(silent()).toEqual(["birch", "cedar"]);
  world.withdraws("alder", "position.withdrawn", stated);
  expect(silent()).toEqual(["alder", "birch", "cedar"]);
});

test("[H13] how far a Member State has come: ideas that stand, with a position of its own", () => {
  const world = World.opened();
  const first = seqOf(world.states("alder", "17-1", "support"));
  world.states("alder", "17-3", "support");
  world.states("willow", "17-1", "support");
  const progress = () =>
    progressOfMembers(world.state).map(({ delegation, stated }) => [delegation.key, stated]);
  expect(progress()).toEqual([
    ["alder", 2],
    ["birch", 0],
    ["cedar", 0],
  ]);
  world.enters({ kind: "idea.withdrawn", idea: "17-3", reason: "Twice." });
  expect(progress()[0]).toEqual(["alder", 1]);
  world.withdraws("alder", "position.withdrawn", first);
  expect(progressOfMembers(world.state)[0]).toMatchObject({ stated: 0, of: 2 });
});

test("[H9] a question waits until somebody else replies to it", () => {
  const world = World.opened();
  const open = () => unansweredQuestions(world.state, allHeld(world.state.comments)).map(({ seq }) => seq);
  world.comments("birch");
  const question = seqOf(world.comments("birch", { commentKind: "question" }));
  world.comments("birch", { replyTo: question });
  expect(open()).toEqual([question]);
  const reply = seqOf(world.comments("cedar", { replyTo: question }));
  expect(open()).toEqual([]);
  world.withdraws("cedar", "comment.withdrawn", reply);
  expect(open()).toEqual([question]);
  world.withdraws("birch", "comment.withdrawn", question);
  expect(open()).toEqual([]);
});

test("[H10] the pack holds every revision and comment since the date, withdrawn and superseded ones too", () => {
  const world = World.opened();
  world.comments("alder", { words: "Too early." });
  world.now = "2026-11-21T10:00:00.000Z" as Instant;
  const since = world.now;
  const first = seqOf(world.states("alder", "28-1", "position-reserved"));
  const second = seqOf(world.states("alder", "28-1", "support"));
  const other = seqOf(world.states("alder", "17-1", "support"));
  world.states("birch", "17-1", "support");
  const comment = seqOf(world.comments("alder"));
  const birch = seqOf(world.states("birch", "17-3", "support"));
  const aligned = seqOf(world.aligns("alder", birch));
  world.aligns("cedar", birch);
  world.withdraws("alder", "declaration.withdrawn", aligned);
  world.withdraws("alder", "position.withdrawn", other);
  world.withdraws("alder", "comment.withdrawn", comment);
  const { positions, comments, declarations, missed } = handoverOf(world.state, ALDER, since);
  expect(positions.map(({ revision, superseded }) => [revision.seq, superseded])).toEqual([
    [first, true],
    [second, false],
    [other, false],
  ]);
  expect(positions[2]?.revision.withdrawn).not.toBeNull();
  expect(comments.map(({ seq, withdrawn }) => [seq, withdrawn !== null])).toEqual([[comment, true]]);
  expect(declarations.map(({ seq, withdrawn }) => [seq, withdrawn !== null])).toEqual([[aligned, true]]);
  expect(missed).toEqual([]);
});

test("[H11] missed are the ideas without a position of the delegation when a round closed since the date", () => {
  const world = World.opened();
  const stated = seqOf(world.states("alder", "17-1", "support"));
  world.states("alder", "17-3", "support");
  world.now = "2026-11-27T23:00:00.000Z" as Instant;
  world.enters({ kind: "round.closed", round: "1" }, "clock");
  const closedAt = world.now;
  world.now = "2026-11-28T10:00:00.000Z" as Instant;
  world.opens("2", "2026-12-27T23:00:00.000Z");
  // What came or went after the closing changes nothing in what was missed.
  world.states("alder", "28-1", "support", { round: "2" });
  world.withdraws("alder", "position.withdrawn", stated);
  expect(handoverOf(world.state, ALDER, closedAt).missed).toEqual([
    { round: "1", closedAt, ideas: ["28-1"] },
  ]);
  expect(handoverOf(world.state, ALDER, world.now).missed).toEqual([]);
});

test("[H12] an alignment waits for a look while the position it names was revised or withdrawn since", () => {
  const world = World.opened();
  const moved = () =>
    turn(world).moved.map(({ declaration, author, now }) => [declaration.seq, author, now?.rev ?? null]);
  const first = seqOf(world.states("birch", "17-1", "support-with-wording"));
  const aligned = seqOf(world.aligns("alder", first));
  const associated = seqOf(world.associates("alder", first));
  world.aligns("cedar", first);
  expect(moved()).toEqual([]);
  const second = seqOf(world.states("birch", "17-1", "reservation"));
  expect(moved()).toEqual([
    [aligned, "birch", 2],
    [associated, "birch", 2],
  ]);
  seqOf(world.withdraws("alder", "declaration.withdrawn", associated));
  const renewed = seqOf(world.aligns("alder", second));
  expect(moved()).toEqual([]);
  seqOf(world.withdraws("birch", "position.withdrawn", second));
  expect(moved()).toEqual([[renewed, "birch", null]]);
});

test("[H14] what was entered for a delegation waits for it until it is confirmed or annulled", () => {
  const world = World.opened();
  const [first, second] = [seqOf(world.receives("alder")), seqOf(world.receives("alder"))];
  const waits = (who: string) =>
    turnOf(world.state, { sections: [] } as never, who as DelegationKey, world.now).entered.map(
      ({ seq }) => seq,
    );
  expect([waits("alder"), waits("birch")]).toEqual([[first, second], []]);
  world.confirms("alder", first);
  world.annuls(second);
  expect(waits("alder")).toEqual([]);
});
