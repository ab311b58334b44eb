/** What is said without attribution is nobody's to everybody but its own delegation. Rules Q of SPEC.md. */
import { expect, test } from "vitest";
import { contentHash } from "./canonical.ts";
import { carried, opening, wordsOn } from "./carried.ts";
import { changeOf } from "./changes.ts";
import { chosenOf } from "./choice.ts";
import { compile } from "./compile.ts";
import { standOn } from "./count.ts";
import { queueOf } from "./disposition-queue.ts";
import { stateAt } from "./fold.ts";
import { type DelegationKey, IdeaId } from "./ids.ts";
import { may } from "./may.ts";
import { isRefusal } from "./refusal.ts";
import { search } from "./search.ts";
import { REPORT } from "./testing/report.ts";
import { facilitator, head, seat, secretariat, seqOf, World } from "./testing/world.ts";
import { ideasAwaiting } from "./turn.ts";
import { figuresOn, ownPositionIn, unattributedOn } from "./unattributed.ts";
import { asSeen, ownOf, unreadOn } from "./unread.ts";
import { publicForm, seenBy, type Viewer } from "./view.ts";
import { progressOfMembers, silentDelegations } from "./work.ts";

const FAR = "2027-11-27T23:00:00.000Z";
const IDEA = IdeaId.parse("17-1");
const SECOND = { round: "2" };
const REFUSED = { refused: "without-attribution" };
const as = (delegation: string): Viewer => ({ as: "delegation", delegation: delegation as DelegationKey });
const OTHERS: Viewer[] = [as("birch"), { as: "facilitator" }, { as: "administrator" }, { as: "reviewer" }];

/** Round 1 by name, in which alder and birch spoke; round 2 is open without attribution. */
function quiet(modalities: object = {}): World {
  const world = World.opened({ closesAt: FAR });
  world.states("alder", "17-1", "support", { words: "By name." });
  world.states("birch", "17-1", "reservation");
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", FAR, { attribution: "unattributed", ...modalities });
  return world;
}

function seen(world: World, viewer: Viewer) {
  return stateAt(world.entries.map((entry) => seenBy(entry, viewer)));
}

function entryAt(world: World, seq: number) {
  const entry = world.entries[seq - 1];
  if (entry === undefined) throw new Error("no entry");
  return entry;
}

test("[Q1] what is said in a round without attribution holds no author and no language, in whatever round is opened later", () => {
  const world = quiet();
  const stated = seqOf(
    world.states("alder", "17-1", "does-not-support", { words: "无名。", lang: "zh", ...SECOND }),
  );
  const said = seqOf(world.comments("alder", { words: "Nobody's words.", ...SECOND }));
  for (const seq of [stated, said]) {
    const { body } = entryAt(world, seq);
    expect(body.by).toEqual({ delegation: null, capacity: "national" });
    expect(body).not.toHaveProperty("lang");
    expect(JSON.stringify(body)).not.toContain("alder");
  }
  world.extends("2", "2027-11-28T23:00:00.000Z");
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  world.reopens("2", "2027-11-29T23:00:00.000Z");
  expect(world.comments("birch", { words: "Still nobody's.", ...SECOND })).toHaveProperty(
    "body.by.delegation",
    null,
  );
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  world.opens("3", "2027-12-29T23:00:00.000Z");
  expect(world.comments("birch", { words: "By name again.", round: "3" })).toHaveProperty(
    "body.by.delegation",
    "birch",
  );
  expect(world.state.rounds[2]?.modalities.attribution).toBe("unattributed");
  expect(entryAt(world, said).body.by.delegation).toBeNull();
});

test("[Q2] [S5] only the own delegation reads in the provenance whose words they are; not administrators either", () => {
  const world = quiet();
  const entry = entryAt(world, seqOf(world.states("alder", "17-1", "support", SECOND)));
  expect(seenBy(entry, as("alder")).provenance).toMatchObject({ author: "alder" });
  expect(publicForm(entry)).not.toHaveProperty("provenance");
  for (const viewer of OTHERS) expect(seenBy(entry, viewer)).toEqual(publicForm(entry));
  expect(may(secretariat, "provenance.read", entry)).toBe(false);
  expect(may(head("alder"), "provenance.read", entry)).toBe(true);
  // What bears a name is read as before.
  expect(may(secretariat, "provenance.read", entryAt(world, 1))).toBe(true);
});

test("[Q2] [S4] the author reads its own sealed words, a facilitator reads them as nobody's, others see a header", () => {
  const world = quiet();
  const entry = entryAt(
    world,
    seqOf(world.comments("alder", { audience: "facilitators", words: "Sealed.", ...SECOND })),
  );
  expect(seenBy(entry, as("alder")).body).toEqual(entry.body);
  expect(seenBy(entry, { as: "facilitator" })).toEqual({
    header: entry.header,
    body: entry.body,
    bodySalt: entry.bodySalt,
  });
  expect(seenBy(entry, as("birch"))).toEqual({ header: entry.header });
});

test("[Q2] a Member State has one position on an idea in a round; its author alone states it anew and withdraws it", () => {
  const world = quiet();
  const first = seqOf(world.states("alder", "17-1", "support", SECOND));
  const other = seqOf(world.states("birch", "17-1", "support", SECOND));
  const second = seqOf(world.states("alder", "17-1", "reservation", SECOND));
  expect(entryAt(world, second).body).toMatchObject({ replaces: first });
  expect(entryAt(world, other).body).not.toHaveProperty("replaces");
  const standing = (viewer: Viewer) =>
    unattributedOn(seen(world, viewer), IDEA)
      .filter((one) => one.replaced === null && one.withdrawn === null)
      .map(({ seq }) => seq)
      .sort();
  expect(standing(as("cedar"))).toEqual([other, second]);
  expect(world.withdraws("alder", "position.withdrawn", first)).toEqual({ refused: "unknown-entry" });
  expect(world.withdraws("birch", "position.withdrawn", second)).toEqual({ refused: "unknown-entry" });
  expect(world.withdraws("alder", "comment.withdrawn", second)).toEqual({ refused: "unknown-entry" });
  const withdrawn = world.withdraws("alder", "position.withdrawn", second);
  expect(withdrawn).toHaveProperty("body.by.delegation", null);
  expect(standing(as("cedar"))).toEqual([other]);
  expect(world.withdraws("alder", "position.withdrawn", second)).toEqual({ refused: "already-withdrawn" });
  // Then nothing of it stands, and what is stated next replaces nothing.
  expect(world.states("alder", "17-1", "support", SECOND)).not.toHaveProperty("body.replaces");
  const comment = seqOf(world.comments("birch", SECOND));
  expect(world.withdraws("alder", "comment.withdrawn", comment)).toEqual({ refused: "unknown-entry" });
  expect(world.withdraws("birch", "comment.withdrawn", comment)).toHaveProperty(
    "body.kind",
    "unattributed.withdrawn",
  );
});

test("[Q2] [R8] the same id and words are the same entry for their author; another is refused", () => {
  const world = quiet();
  const [draft, content] = ["position.17-1", world.position("17-1", "support", SECOND)] as const;
  const id = world.newId();
  const ask = (who: string) =>
    world.submits(
      { id, kind: "position.stated", draft, content } as never,
      head(who),
      world.clearance(who, draft as never, contentHash(content)),
    );
  const first = ask("alder");
  expect(isRefusal(first)).toBe(false);
  expect(ask("alder")).toEqual(first);
  expect(ask("birch")).toEqual({ refused: "id-taken" });
  // Said anew since: a repeat still answers with what it became then.
  world.states("alder", "17-1", "reservation", SECOND);
  expect(ask("alder")).toEqual(first);
});

test("[Q3] what would name its author is refused in a round without attribution", () => {
  const world = quiet();
  world.joins("alder");
  world.lets("alder", "grove");
  expect(world.brings("alder", SECOND)).toEqual(REFUSED);
  expect(world.receives("alder", SECOND)).toEqual(REFUSED);
  const forGroup = world.position("17-1", "support", { onBehalfOf: "grove", ...SECOND });
  expect(world.says("alder", forGroup, "position.17-1.grove")).toEqual(REFUSED);
  expect(world.states("willow", "17-1", "support", SECOND)).toEqual(REFUSED);
  const named = world.state.positions[IDEA]?.alder?.[0]?.seq ?? 0;
  expect(world.replies("birch", named, SECOND)).toEqual(REFUSED);
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  expect(world.states("alder", "17-1", "support", { late: true, ...SECOND })).toEqual(REFUSED);
  expect(world.comments("alder", { late: true, ...SECOND })).toEqual(REFUSED);
  world.reopens("2", "2027-12-29T23:00:00.000Z");
  // An observer comments: comments are counted nowhere.
  expect(world.comments("willow", SECOND)).toHaveProperty("body.kind", "unattributed.commented");
  // By name, also then: what is declared of what bears a name.
  expect(world.aligns("cedar", named)).toHaveProperty("body.by.delegation", "cedar");
});

test("[Q3] nothing by name is declared of, or answers, words without attribution; sealed ones are as if they were not there", () => {
  const world = quiet();
  const stated = seqOf(world.states("alder", "17-1", "support-with-wording", SECOND));
  const said = seqOf(world.comments("alder", SECOND));
  const sealed = seqOf(world.comments("alder", { audience: "secretariat", ...SECOND }));
  expect(world.aligns("birch", stated)).toEqual(REFUSED);
  expect(world.associates("birch", stated)).toEqual(REFUSED);
  expect(world.dissociates("birch", { on: "idea", idea: "17-1" }, "We do not.", stated)).toEqual(REFUSED);
  expect(world.replies("birch", said, SECOND)).toEqual(REFUSED);
  for (const who of ["alder", "birch"]) {
    expect(world.corrects(who, said, "Corrected.")).toEqual(REFUSED);
    expect(world.answers(who, said, "agrees")).toEqual(REFUSED);
  }
  expect(world.corrects("birch", sealed, "Corrected.")).toEqual({ refused: "unknown-entry" });
  expect(world.comments("birch", { replyTo: sealed, ...SECOND })).toEqual({ refused: "unknown-entry" });
  expect(world.comments("alder", { replyTo: sealed, ...SECOND })).toEqual({ refused: "unknown-entry" });
  expect(world.comments("birch", { replyTo: said, ...SECOND })).toHaveProperty("body.replyTo", said);
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  world.opens("3", FAR);
  expect(world.comments("birch", { replyTo: said, round: "3" })).toEqual(REFUSED);
});

test("[Q4] named positions, their figures and every list of who stated what stay as they are; the own delegation's waiting ends", () => {
  const world = quiet();
  const figures = (state = seen(world, as("alder"))) => ({
    positions: state.positions,
    stand: standOn(state, IDEA),
    silent: silentDelegations(state).map(({ key }) => key),
    progress: progressOfMembers(state),
  });
  const before = figures();
  world.states("alder", "17-1", "does-not-support", SECOND);
  world.states("cedar", "17-3", "support", SECOND);
  for (const viewer of [...OTHERS, as("alder"), as("cedar")])
    expect(figures(seen(world, viewer))).toEqual(before);
  const third = IdeaId.parse("17-3");
  const awaiting = (who: string, reader = who) =>
    ideasAwaiting(seen(world, as(reader)), who as DelegationKey, world.now);
  expect(awaiting("cedar")).not.toContain(third);
  expect(awaiting("cedar", "birch")).toContain(third);
  expect(ownPositionIn(seen(world, as("cedar")), third, "2", "cedar" as DelegationKey)?.stance).toBe(
    "support",
  );
  expect(ownPositionIn(seen(world, as("birch")), third, "2", "cedar" as DelegationKey)).toBeNull();
  // Of that round alone: in the next one it waits again.
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  world.opens("3", FAR, { attribution: "unattributed" });
  expect(awaiting("cedar")).toContain(third);
  expect(world.states("cedar", "17-3", "support", { round: "3" })).not.toHaveProperty("body.replaces");
});

test("[Q4] [U1] [H7] one's own words are no news to their delegation, and news to all others alike", () => {
  const world = quiet();
  const head0 = world.state.head.seq;
  const entry = entryAt(world, seqOf(world.comments("alder", { words: "News.", ...SECOND })));
  const unread = (viewer: Viewer, own: Parameters<typeof ownOf>[0]) =>
    unreadOn(seen(world, viewer), IDEA, head0, ownOf(own));
  expect(unread(as("alder"), head("alder"))).toBe(0);
  expect(unread(as("birch"), head("birch"))).toBe(1);
  expect(unread({ as: "reviewer" }, seat({ as: "reviewer" }))).toBe(1);
  expect(changeOf(world.state, seenBy(entry, as("alder")), "alder" as DelegationKey)).toBeNull();
  expect(changeOf(world.state, seenBy(entry, as("birch")), "birch" as DelegationKey)).toBe("comments");
  const then = asSeen(seen(world, as("birch")), IDEA, head0, ownOf(head("birch")));
  expect(unattributedOn(then, IDEA)).toEqual([]);
  const own = asSeen(seen(world, as("alder")), IDEA, head0, ownOf(head("alder")));
  expect(unattributedOn(own, IDEA).map(({ words }) => words)).toEqual(["News."]);
});

test("[Q5] figures of the whole membership by round and stance; fewer than three are not told, nor who is missing", () => {
  const world = World.opened({ closesAt: FAR });
  for (const more of ["elm", "fir", "hazel"]) world.admits(more, "member");
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", FAR, { attribution: "unattributed" });
  for (const who of ["alder", "birch", "cedar"]) world.states(who, "17-1", "support", SECOND);
  for (const who of ["elm", "fir"]) world.states(who, "17-1", "reservation", SECOND);
  const told = figuresOn(world.state, IDEA);
  expect(told).toEqual([
    {
      round: "2",
      of: {
        support: 3,
        "support-with-wording": null,
        reservation: null,
        "position-reserved": null,
        "does-not-support": null,
      },
    },
  ]);
  world.states("cedar", "17-1", "reservation", SECOND);
  expect(figuresOn(world.state, IDEA)[0]?.of).toMatchObject({ support: null, reservation: 3 });
  expect(figuresOn(world.state, "17-3")).toEqual([]);
  const row = () => compile(stateAt(world.entries.map(publicForm))).ideas.find(({ idea }) => idea === IDEA);
  expect(row()?.unattributedFigures).toHaveLength(1);
  // Positions without words are told in a figure alone.
  expect(row()?.unattributed.every(({ words }) => words !== null)).toBe(true);
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  world.opens("3", FAR, { totals: false });
  expect(row()?.unattributedFigures).toEqual([]);
});

test("[Q6] listed by the hash of the body, whoever spoke first; found by nobody's name, and by no choice of a delegation", () => {
  const world = quiet();
  for (const who of ["cedar", "alder", "birch"]) world.comments(who, { words: `Of ${who}.`, ...SECOND });
  const state = seen(world, { as: "reviewer" });
  const listed = unattributedOn(state, IDEA);
  expect(listed.map(({ order }) => order)).toEqual(listed.map(({ order }) => order).toSorted());
  expect(listed.map(({ order, seq }) => [order, seq])).toEqual(
    listed.map(({ seq }) => [entryAt(world, seq).header.bodyHash, seq]),
  );
  expect(listed.map(({ author }) => author)).toEqual([null, null, null]);
  expect(search(REPORT, state, "alder").map(({ author, lang }) => [author, lang])).toEqual([[null, null]]);
  const chosen = (choice: object) =>
    chosenOf(compile(state), choice, REPORT).ideas.flatMap(({ unattributed }) => unattributed.length);
  expect(chosen({}).concat(chosen({ delegation: "alder" }))).toEqual([3, 0, 0, 0, 0, 0]);
});

test("[Q8] a disposition answers them for everybody; in the queue they are nobody's, and their author does not answer it", () => {
  const world = quiet();
  const stated = seqOf(world.states("alder", "17-1", "support-with-wording", SECOND));
  const said = seqOf(world.comments("birch", { words: "A question.", ...SECOND }));
  const bare = seqOf(world.states("cedar", "17-1", "support", SECOND));
  const sealed = seqOf(world.comments("birch", { audience: "facilitators", ...SECOND }));
  const queue = () => queueOf(seen(world, { as: "facilitator" }));
  expect(queue().map(({ entry, author, by, at }) => [entry, author, by, at])).toEqual(
    [stated, said].map((entry) => [entry, null, null, null]),
  );
  for (const entry of [bare, sealed])
    expect(world.disposes([entry], "noted")).toEqual({ refused: "unknown-entry" });
  expect(world.disposes([sealed], "noted", { heardBy: "birch" })).toEqual({ refused: "unknown-entry" });
  expect(world.disposes([said], "noted")).toHaveProperty("header.audience", "everyone");
  expect(world.disposes([stated], "reflected", { where: "A/1" })).toHaveProperty(
    "body.kind",
    "disposition.given",
  );
  expect(queue().map(({ treatment }) => treatment)).toEqual(["published", "published"]);
  for (const who of ["alder", "birch"]) expect(world.answers(who, said, "agrees")).toEqual(REFUSED);
  const row = compile(seen(world, { as: "reviewer" })).ideas.flatMap(({ unattributed }) => unattributed);
  expect(row.map(({ disposition }) => disposition?.outcome).sort()).toEqual(["noted", "reflected"]);
  // Stated anew, it is answered no more as it stands.
  world.states("alder", "17-1", "reservation", SECOND);
  expect(world.disposes([stated], "noted")).toEqual({ refused: "changed-since-read" });
});

test("[F6] carried, words without attribution keep their figures and get their words with their place", () => {
  const world = quiet();
  world.states("alder", "17-1", "reservation", { words: "Nobody's.", ...SECOND });
  const part = carried(world.state, 0);
  expect(figuresOn(part, IDEA)).toEqual(figuresOn(world.state, IDEA));
  expect(unattributedOn(part, IDEA)[0]?.words).toBeNull();
  const opened = opening(part, IDEA, wordsOn(world.state, IDEA));
  expect(opened && unattributedOn(opened, IDEA)).toEqual(unattributedOn(world.state, IDEA));
});
