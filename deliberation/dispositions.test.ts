import { expect, test } from "vitest";
import { carried, opening, wordsOn } from "./carried.ts";
import { dispositionOf, hasMoved } from "./disposition.ts";
import { queueOf, untreatedCount, waitingDispositions } from "./disposition-queue.ts";
import { fold, stateAt } from "./fold.ts";
import type { DelegationKey, Seq } from "./ids.ts";
import { concerns } from "./notice.ts";
import { preparedAs, preparedIn, publicationsOf } from "./podium.ts";
import { search } from "./search.ts";
import { REPORT } from "./testing/report.ts";
import { facilitator, head, seat, secretariat, seqOf, World } from "./testing/world.ts";
import { asSeen, unreadOn } from "./unread.ts";
import { publicForm, readsProvenance, seenBy, type Viewer } from "./view.ts";

const alder = { as: "delegation", delegation: "alder" } as Viewer;
const birch = { as: "delegation", delegation: "birch" } as Viewer;
const seen = (world: World, viewer: Viewer) => stateAt(world.entries.map((one) => seenBy(one, viewer)));

test("[J1] facilitators alone give dispositions, in the six words there are", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  const wording = seqOf(world.states("birch", "17-1", "support-with-wording"));
  for (const actor of [secretariat, head("alder"), seat({ as: "reviewer" }), "clock"] as const)
    expect(world.disposes([comment], "noted", { actor })).toEqual({ refused: "not-permitted" });
  expect(() => world.disposes([comment], "accepted" as "noted")).toThrow();
  expect(world.disposes([comment], "reflected")).toEqual({ refused: "place-required" });
  expect(world.disposes([comment], "not-reflected")).toEqual({ refused: "reason-required" });
  seqOf(world.disposes([comment], "reflected", { where: "A/63/L.80, para. 2" }));
  seqOf(world.disposes([wording], "not-reflected", { reason: "Agreed language was kept." }));
  expect(dispositionOf(world.state, comment)).toMatchObject({ outcome: "reflected", version: 1 });
  expect(dispositionOf(world.state, wording)).toMatchObject({ reason: "Agreed language was kept." });
});

test("[J2] words are answered as they stand, and what moves later is marked", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  const plain = seqOf(world.states("cedar", "17-1", "support"));
  const wording = seqOf(world.states("birch", "17-1", "support-with-wording"));
  expect(world.disposes([plain], "noted")).toEqual({ refused: "unknown-entry" });
  expect(world.disposes([2], "noted")).toEqual({ refused: "unknown-entry" });
  const before = { to: [{ entry: comment, as: comment }], outcome: "noted", lang: "en" };
  seqOf(world.corrects("alder", comment, "Other words."));
  expect(world.enters({ kind: "disposition.given", answers: [before] }, facilitator)).toEqual({
    refused: "changed-since-read",
  });
  for (const entry of [comment, wording]) {
    seqOf(world.disposes([entry], "noted"));
    expect(hasMoved(world.state, entry as Seq, dispositionOf(world.state, entry)?.as as Seq)).toBe(false);
  }
  seqOf(world.corrects("alder", comment, "Yet other words."));
  seqOf(world.states("birch", "17-1", "support-with-wording", { wording: "再改" }));
  for (const entry of [comment, wording])
    expect(hasMoved(world.state, entry as Seq, dispositionOf(world.state, entry)?.as as Seq)).toBe(true);
  expect(world.disposes([wording], "noted")).toEqual({ refused: "changed-since-read" });
  seqOf(world.withdraws("alder", "comment.withdrawn", comment));
  expect(world.disposes([comment], "noted")).toEqual({ refused: "already-withdrawn" });
});

test("[J3] answers of one entry stand together or not at all", () => {
  const world = World.opened();
  const [one, other] = [seqOf(world.comments("alder")), seqOf(world.comments("birch"))];
  const elsewhere = seqOf(world.comments("cedar", { target: { on: "idea", idea: "17-3" } }));
  const to = (...entries: number[]) => entries.map((entry) => ({ entry, as: entry }));
  const gives = (...answers: object[]) => world.enters({ kind: "disposition.given", answers }, facilitator);
  const noted = { outcome: "noted", lang: "en" };
  expect(gives({ to: to(one, other), ...noted }, { to: to(one), ...noted })).toMatchObject({
    refused: "malformed",
  });
  expect(gives({ to: to(one, elsewhere), ...noted })).toMatchObject({ refused: "malformed" });
  expect(gives({ to: to(one), ...noted }, { to: to(elsewhere), outcome: "reflected", lang: "en" })).toEqual({
    refused: "place-required",
  });
  expect(dispositionOf(world.state, one)).toBeNull();
  const entry = seqOf(gives({ to: to(one, other), ...noted }, { to: to(elsewhere), ...noted }));
  expect([one, other, elsewhere].map((seq) => dispositionOf(world.state, seq)?.seq)).toEqual([
    entry,
    entry,
    entry,
  ]);
  expect(dispositionOf(world.state, one)?.alike).toEqual([one, other]);
});

test("[J4] the answer to sealed words is read by their author and those named, and by nobody else", () => {
  const world = World.opened();
  const open = seqOf(world.comments("alder"));
  const sealed = seqOf(world.comments("alder", { audience: "facilitators", words: "Among us." }));
  const other = seqOf(world.comments("birch", { audience: "facilitators" }));
  const secret = seqOf(world.comments("alder", { audience: "secretariat" }));
  expect(world.disposes([secret], "noted", { heardBy: "alder" })).toEqual({ refused: "unknown-entry" });
  expect(world.disposes([sealed], "noted")).toEqual({ refused: "answers-mixed" });
  expect(world.disposes([sealed], "noted", { heardBy: "birch" })).toEqual({ refused: "answers-mixed" });
  expect(world.disposes([sealed, other], "noted", { heardBy: "alder" })).toEqual({
    refused: "answers-mixed",
  });
  expect(world.disposes([open, sealed], "noted", { heardBy: "alder" })).toEqual({ refused: "answers-mixed" });
  expect(world.disposes([open], "noted", { heardBy: "alder" })).toMatchObject({ refused: "malformed" });
  const given = seqOf(world.disposes([sealed], "noted", { heardBy: "alder", reason: "Heard." }));
  const answered = seqOf(world.answers("alder", sealed, "contests", { words: "We insist." }));
  for (const seq of [given, answered]) {
    const entry = world.entries[seq - 1];
    if (entry === undefined) throw new Error("no entry");
    expect(entry.header.audience).toBe("facilitators");
    expect(publicForm(entry)).toEqual({ header: entry.header });
    expect(seenBy(entry, birch)).toEqual({ header: entry.header });
    expect(seenBy(entry, alder).body).toEqual(entry.body);
    expect(seenBy(entry, { as: "facilitator" }).body).toEqual(entry.body);
    expect(readsProvenance(entry, alder)).toBe(seq === answered);
  }
  expect(dispositionOf(seen(world, birch), sealed)).toBeNull();
  expect(dispositionOf(seen(world, alder), sealed)?.reply?.words).toBe("We insist.");
});

test("[J5] a further disposition is the next version and resets what the author said", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  seqOf(world.disposes([comment], "noted"));
  const first = dispositionOf(world.state, comment)?.seq;
  seqOf(world.answers("alder", comment, "agrees"));
  seqOf(world.disposes([comment], "not-reflected", { reason: "On reflection." }));
  expect(dispositionOf(world.state, comment)).toMatchObject({ version: 2, reply: null });
  const late = { disposition: first };
  expect(world.answers("alder", comment, "agrees", late)).toEqual({ refused: "answer-overtaken" });
});

test("[J6] the author, and nobody else, agrees or contests with a reason; what it said last counts", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  expect(world.answers("alder", comment, "agrees")).toEqual({ refused: "unknown-entry" });
  seqOf(world.disposes([comment], "noted"));
  expect(world.answers("birch", comment, "agrees")).toEqual({ refused: "unknown-entry" });
  expect(world.answers("alder", comment, "contests")).toEqual({ refused: "reason-required" });
  const disposition = dispositionOf(world.state, comment)?.seq;
  const content = { kind: "disposition.answered", entry: comment, disposition, says: "agrees", lang: "en" };
  const draft = "answer.00000000-0000-4000-8000-000000000000";
  const asked = { kind: "disposition.answered", draft, content };
  expect(world.enters(asked, head("alder"))).toEqual({ refused: "not-cleared" });
  seqOf(world.answers("alder", comment, "contests", { words: "It matters." }));
  seqOf(world.answers("alder", comment, "agrees"));
  expect(dispositionOf(world.state, comment)?.reply).toMatchObject({ says: "agrees", words: null });
});

test("[J7] the queue follows the text, and what says the same is answered once", () => {
  const world = World.opened();
  const idea = { on: "idea", idea: "28-1" };
  const later = seqOf(world.comments("alder", { target: idea, words: "Same  words." }));
  const alike = seqOf(world.comments("birch", { target: idea, words: "Same words. " }));
  const french = seqOf(world.comments("birch", { target: idea, words: "Same words.", lang: "fr" }));
  const sealed = seqOf(
    world.comments("cedar", { target: idea, words: "Same words.", audience: "facilitators" }),
  );
  const secret = seqOf(world.comments("cedar", { audience: "secretariat" }));
  const wording = seqOf(world.states("birch", "17-1", "support-with-wording"));
  seqOf(world.states("alder", "17-1", "support"));
  const report = seqOf(world.comments("alder", { target: { on: "report" } }));
  const gone = seqOf(world.comments("alder"));
  seqOf(world.withdraws("alder", "comment.withdrawn", gone));
  const queue = queueOf(seen(world, { as: "facilitator" }));
  expect(queue.map(({ entry }) => entry)).toEqual([report, wording, later, alike, french, sealed]);
  expect(queueOf(world.state).some(({ entry }) => entry === secret)).toBe(false);
  expect(queue.map((one) => one.alike)).toEqual([
    [report],
    [wording],
    [later, alike],
    [later, alike],
    [french],
    [sealed],
  ]);
  seqOf(world.disposes([later, alike], "noted"));
  seqOf(world.answers("alder", later, "agrees"));
  seqOf(world.corrects("birch", alike, "Others."));
  const now = queueOf(world.state);
  expect(now.find(({ entry }) => entry === later)?.treatment).toBe("agreed");
  expect(now.find(({ entry }) => entry === alike)).toMatchObject({ treatment: "untreated", moved: true });
  expect(untreatedCount(world.state)).toBe(5);
});

test("[J8] a disposition waits for the author until it answered, or its words moved", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  const wording = seqOf(world.states("alder", "17-1", "support-with-wording"));
  seqOf(world.disposes([comment], "noted"));
  seqOf(world.disposes([wording], "noted"));
  const waiting = (who: string) =>
    waitingDispositions(world.state, who as DelegationKey, world.now).map(({ entry }) => entry);
  expect(waiting("alder")).toEqual([comment, wording]);
  expect(waiting("birch")).toEqual([]);
  seqOf(world.answers("alder", comment, "agrees"));
  seqOf(world.states("alder", "17-1", "support"));
  expect(waiting("alder")).toEqual([]);
});

test("[E1] [U1] [U3] a disposition concerns the author of the words, and is unread to all but who gave it", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  const before = world.state.head.seq;
  const given = seqOf(world.disposes([comment], "noted"));
  const entry = world.entries[given - 1];
  if (entry === undefined) throw new Error("no entry");
  expect(["alder", "birch"].map((who) => concerns(world.state, entry, who as DelegationKey))).toEqual([
    true,
    false,
  ]);
  const own = { delegation: "alder" as DelegationKey, capacity: null };
  expect(unreadOn(world.state, "17-1", before, own)).toBe(1);
  expect(unreadOn(world.state, "17-1", before, { delegation: null, capacity: "facilitator" })).toBe(0);
  expect(dispositionOf(asSeen(world.state, "17-1", before, own), comment)).toBeNull();
});

test("[F6] of a long record, dispositions come with the words of their place", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  const wording = seqOf(world.states("alder", "17-1", "support-with-wording"));
  seqOf(world.disposes([comment, wording], "noted"));
  const short = carried(world.state, 0);
  expect(dispositionOf(short, comment)).toBeNull();
  const opened = opening(short, "17-1", wordsOn(world.state, "17-1"));
  expect(opened?.dispositions).toEqual(world.state.dispositions);
  const given = seqOf(world.disposes([comment, wording], "kept-in-brackets"));
  const entry = world.entries[given - 1];
  if (entry === undefined || opened === null) throw new Error("no entry");
  expect(fold(opened, entry).dispositions).toEqual(world.state.dispositions);
  const later = opening(fold(short, entry), "17-1", wordsOn(world.state, "17-1"));
  expect(later?.dispositions).toEqual(world.state.dispositions);
});

test("[J3] [J4] [J7] what is prepared is published together, sealed answers apart, alike words in one answer", () => {
  const world = World.opened();
  const [one, two] = [seqOf(world.comments("alder")), seqOf(world.comments("birch"))];
  const sealed = seqOf(world.comments("cedar", { audience: "facilitators" }));
  const other = seqOf(world.comments("cedar", { words: "Something else." }));
  const queue = () => queueOf(seen(world, { as: "facilitator" }));
  const prepare = (entry: number, outcome: string, more: object = {}) => {
    const fields = { outcome, as: entry, lang: "en", ...more };
    for (const [field, value] of Object.entries(fields)) drafts[`disposition.${entry}/${field}`] = value;
  };
  const drafts: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  const prepared = () => preparedIn({ drafts, texts });
  prepare(one, "noted");
  prepare(sealed, "kept-in-brackets");
  prepare(other, "not-reflected");
  expect(prepared().get(other)?.lacks).toBe("reason-required");
  expect(publicationsOf(queue(), prepared())).toEqual([
    {
      answers: [
        {
          to: [
            { entry: one, as: one },
            { entry: two, as: two },
          ],
          outcome: "noted",
          lang: "en",
        },
      ],
    },
    {
      heardBy: "cedar",
      answers: [{ to: [{ entry: sealed, as: sealed }], outcome: "kept-in-brackets", lang: "en" }],
    },
  ]);
  texts[`words/disposition.${other}`] = "Against agreed language.";
  const all = publicationsOf(queue(), prepared());
  for (const publication of all)
    seqOf(world.enters({ kind: "disposition.given", ...publication }, facilitator));
  for (const { draft, hash } of preparedAs(all.flatMap(({ answers }) => answers)))
    drafts[`${draft}/submitted`] = `99:${hash}`;
  expect([...prepared().keys()]).toEqual([]);
  prepare(one, "kept-for-discussion");
  expect(publicationsOf(queue(), prepared()).flatMap(({ answers }) => answers)).toHaveLength(1);
  seqOf(world.corrects("alder", one, "Others."));
  expect(publicationsOf(queue(), prepared())).toEqual([]);
});

test("[W1] [W2] reasons and what authors say of them are found, and no longer once the words were withdrawn", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  const sealed = seqOf(world.comments("birch", { audience: "facilitators" }));
  seqOf(world.disposes([comment], "not-reflected", { reason: "Outside the mandate." }));
  seqOf(world.disposes([sealed], "noted", { reason: "A mandate among us.", heardBy: "birch" }));
  seqOf(world.answers("alder", comment, "contests", { words: "The mandate is wide." }));
  const found = (viewer: Viewer) =>
    search(REPORT, seen(world, viewer), "mandate").map(({ author }) => author);
  expect(found(alder)).toEqual([null, "alder"]);
  expect(found(birch)).toEqual([null, "alder", null]);
  seqOf(world.withdraws("alder", "comment.withdrawn", comment));
  expect(found(alder)).toEqual([]);
});
