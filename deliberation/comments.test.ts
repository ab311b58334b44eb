import { expect, test } from "vitest";
import { heldAt } from "./by-seq.ts";
import { compile } from "./compile.ts";
import { commentsOn, placeOf } from "./state.ts";
import { Content } from "./submission.ts";
import { facilitator, head, seqOf, World } from "./testing/world.ts";

test("[M1] a comment is on the report, a paragraph, selected words or an idea that exists", () => {
  const world = World.opened();
  const words = { on: "words", paragraph: "17", exact: "词", prefix: "", suffix: "", start: 0 };
  for (const target of [
    { on: "report" },
    { on: "paragraph", paragraph: "17" },
    words,
    { on: "idea", idea: "17-3" },
  ]) {
    expect(world.comments("alder", { target })).toHaveProperty("header");
  }
  for (const target of [
    { on: "paragraph", paragraph: "99" },
    { ...words, paragraph: "99" },
    { on: "idea", idea: "17-9" },
  ]) {
    expect(world.comments("alder", { target })).toEqual({ refused: "unknown-target" });
  }
});

test("[M2] a withdrawn comment keeps its place and its replies; only its author withdraws it, once", () => {
  const world = World.opened();
  const first = seqOf(world.comments("alder", { words: "Withdrawn words." }));
  const reply = seqOf(world.comments("birch", { replyTo: first }));
  expect(world.withdraws("birch", "comment.withdrawn", first)).toEqual({ refused: "unknown-entry" });
  seqOf(world.withdraws("alder", "comment.withdrawn", first));
  expect(world.withdraws("alder", "comment.withdrawn", first)).toEqual({ refused: "already-withdrawn" });
  expect(heldAt(world.state.comments, first)?.withdrawn).not.toBeNull();
  const places = commentsOn(
    world.state,
    placeOf(heldAt(world.state.comments, first)?.target ?? { on: "report" }),
  );
  expect(places.map(({ seq }) => seq)).toEqual([first, reply]);
  expect(heldAt(world.state.comments, reply)?.replyTo).toBe(first);
  const row = compile(world.state)
    .ideas.flatMap(({ comments }) => comments)
    .find(({ seq }) => seq === first);
  expect(row).toMatchObject({ status: "withdrawn", words: null });
});

test("[M3] a reply answers a comment its author may read, or a position; nobody answers what is sealed to them", () => {
  const world = World.opened();
  const position = seqOf(world.states("alder", "17-1", "support"));
  const sealed = seqOf(world.comments("alder", { audience: "facilitators" }));
  expect(world.comments("birch", { replyTo: position })).toHaveProperty("header");
  expect(world.comments("birch", { replyTo: sealed })).toEqual({ refused: "unknown-entry" });
  expect(world.comments("birch", { replyTo: 9_999 })).toEqual({ refused: "unknown-entry" });
  expect(world.comments("alder", { replyTo: sealed })).toHaveProperty("header");
});

test("[M4] an author corrects its own entry; both texts are kept and the later one is shown", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder", { words: "Teh words." }));
  const position = seqOf(world.states("alder", "17-1", "support", { words: "Teh position." }));
  expect(world.corrects("birch", comment, "Mine.")).toEqual({ refused: "unknown-entry" });
  seqOf(world.corrects("alder", comment, "The words."));
  seqOf(world.corrects("alder", position, "The position."));
  expect(heldAt(world.state.comments, comment)).toMatchObject({
    words: "Teh words.",
    corrections: [{ words: "The words." }],
  });
  const idea = compile(world.state).ideas.find((one) => one.idea === "17-1");
  expect(idea?.comments[0]).toMatchObject({ words: "The words.", corrected: true });
  expect(idea?.positions[0]).toMatchObject({ words: "The position.", corrected: true });
});

test("[M3] [S6] trying numbers in a sealed round tells nobody which of them is a position", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-04T23:00:00.000Z", { audience: "facilitators" });
  const position = seqOf(world.states("alder", "17-1", "support", { round: "2" }));
  const comment = seqOf(world.comments("alder", { round: "2" }));
  for (const replyTo of [position, comment, 9_999]) {
    expect(world.comments("birch", { replyTo, round: "2" })).toEqual({ refused: "unknown-entry" });
    expect(world.corrects("birch", replyTo, "Mine?")).toEqual({ refused: "unknown-entry" });
    for (const kind of ["position.withdrawn", "comment.withdrawn"] as const) {
      expect(world.withdraws("birch", kind, replyTo)).toEqual({ refused: "unknown-entry" });
    }
  }
  expect(world.comments("alder", { replyTo: position, round: "2" })).toHaveProperty("header");
});

test("[M4] what was withdrawn is not corrected, and nobody corrects another's words", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder"));
  const position = seqOf(world.states("alder", "17-1", "support"));
  expect(world.corrects("birch", comment, "Other words.")).toEqual({ refused: "unknown-entry" });
  expect(world.corrects("birch", position, "Other words.")).toEqual({ refused: "unknown-entry" });
  world.withdraws("alder", "comment.withdrawn", comment);
  world.withdraws("alder", "position.withdrawn", position);
  expect(world.corrects("alder", comment, "Too late.")).toEqual({ refused: "already-withdrawn" });
  expect(world.corrects("alder", position, "Too late.")).toEqual({ refused: "already-withdrawn" });
});

test("[M4] corrected twice, all three texts are kept and the last is shown", () => {
  const world = World.opened();
  const comment = seqOf(world.comments("alder", { words: "Teh wrods." }));
  seqOf(world.corrects("alder", comment, "The wrods."));
  seqOf(world.corrects("alder", comment, "The words."));
  const { words, corrections } = heldAt(world.state.comments, comment) ?? {};
  expect([words, ...(corrections ?? []).map((one) => one.words)]).toEqual([
    "Teh wrods.",
    "The wrods.",
    "The words.",
  ]);
  const idea = compile(world.state).ideas.find((one) => one.idea === "17-1");
  expect(idea?.comments[0]?.words).toBe("The words.");
});

test("[M2] the reason a comment was withdrawn for is kept", () => {
  const world = World.opened();
  const entry = seqOf(world.comments("alder"));
  seqOf(world.enters({ kind: "comment.withdrawn", entry, reason: "Said twice." }, head("alder")));
  expect(heldAt(world.state.comments, entry)?.withdrawn).toMatchObject({
    seq: entry + 1,
    reason: "Said twice.",
  });
});

test("[M1] before a text was published there is no report to comment on", () => {
  const world = new World();
  world.admits("alder", "member");
  world.opens("1", "2026-11-27T23:00:00.000Z");
  expect(world.comments("alder", { target: { on: "report" } })).toEqual({ refused: "unknown-target" });
});

test("[M4] a correction in another language is shown in that language", () => {
  const world = World.opened();
  const entry = seqOf(world.comments("alder", { words: "Words.", lang: "en" }));
  const fields = { entry, words: "词。", lang: "zh", reason: "the wrong language" };
  const correction = Content.parse({ kind: "entry.corrected", ...fields });
  seqOf(world.says("alder", correction, `correction.${world.newId()}`));
  const idea = compile(world.state).ideas.find((one) => one.idea === "17-1");
  expect(idea?.comments[0]).toMatchObject({ words: "词。", lang: "zh", corrected: true });
});
