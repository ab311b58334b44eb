import { expect, test } from "vitest";
import { heldAt } from "./by-seq.ts";
import { contentHash } from "./canonical.ts";
import { draftIds, fieldKey, type PlainDrafts, readDraft, submittedAs, textRoot } from "./draft.ts";
import { DraftId } from "./ids.ts";
import { seqOf, World } from "./testing/world.ts";

const position = DraftId.parse("position.17-1");
const comment = DraftId.parse("comment.00000000-0000-4000-8000-000000000001");
const correction = DraftId.parse("correction.00000000-0000-4000-8000-000000000002");

/** A room that holds one draft: its fields and its texts. */
function room(draft: DraftId, fields: Record<string, unknown>, words = "", wording = ""): PlainDrafts {
  const drafts = Object.entries(fields).map(([field, value]) => [`${draft}/${field}`, value]);
  const texts = { [textRoot("words", draft)]: words, [textRoot("wording", draft)]: wording };
  return { drafts: Object.fromEntries(drafts), texts };
}

function reading(world: World, plain: PlainDrafts, draft: DraftId) {
  return readDraft(plain, draft, world.state, world.now);
}

function contentOf(world: World, plain: PlainDrafts, draft: DraftId) {
  const read = reading(world, plain, draft);
  if ("missing" in read) throw new Error(read.missing);
  expect(read.hash).toBe(contentHash(read.content));
  return read.content;
}

test("[C1] a position as drafted is admitted with exactly the words, round and text it was read with", () => {
  const world = World.opened();
  const plain = room(position, { stance: "support-with-wording", lang: "zh" }, " We agree. ", " 改后 ");
  const content = contentOf(world, plain, position);
  expect(content).toEqual({
    kind: "position.stated",
    idea: "17-1",
    stance: "support-with-wording",
    words: "We agree.",
    wording: "改后",
    lang: "zh",
    textVersion: 1,
    round: "1",
  });
  seqOf(world.says("alder", content, position));
  expect(world.entries.at(-1)?.body).toMatchObject(content);
});

test("[C1] a comment as drafted is admitted, with its audience in the header", () => {
  const world = World.opened();
  const fields = { target: '{"on":"idea","idea":"17-3"}', lang: "en" };
  expect(contentOf(world, room(comment, fields, "Words."), comment)).toMatchObject({
    commentKind: "general",
    audience: "everyone",
    target: { on: "idea", idea: "17-3" },
  });
  const replyTo = seqOf(world.states("birch", "17-3", "support"));
  const more = { ...fields, commentKind: "question", audience: "secretariat", replyTo };
  const content = contentOf(world, room(comment, more, "Words."), comment);
  seqOf(world.says("alder", content, comment));
  const { header, body } = world.entries.at(-1) ?? {};
  expect(header?.audience).toBe("secretariat");
  expect(body).toMatchObject({ commentKind: "question", words: "Words.", replyTo });
  expect(body).not.toHaveProperty("audience");
});

test("[M4] [O3] a correction is drafted and admitted, a round being open or not", () => {
  const world = World.opened();
  const entry = seqOf(world.comments("alder", { words: "Teh words." }));
  world.enters({ kind: "round.closed", round: "1" });
  const plain = room(correction, { entry, lang: "en", reason: "a slip" }, "The words.");
  seqOf(world.says("alder", contentOf(world, plain, correction), correction));
  expect(heldAt(world.state.comments, entry)?.corrections).toMatchObject([
    { words: "The words.", reason: "a slip" },
  ]);
});

test("[G1] [G3] [C1] after a round a draft is read as late words, cleared as such, and says the same as in time", () => {
  const world = World.opened();
  const fields = { target: '{"on":"report"}', lang: "en" };
  const inTime = reading(world, room(comment, fields, "Words."), comment);
  world.enters({ kind: "round.closed", round: "1" });
  const late = reading(world, room(comment, fields, "Words."), comment);
  expect(late).toMatchObject({ content: { late: true, round: "1" } });
  if ("missing" in inTime || "missing" in late) throw new Error("unread");
  // What was cleared before the round closed is not cleared for the facilitators alone.
  expect([late.said, late.hash === inTime.hash]).toEqual([inTime.said, false]);
  seqOf(world.says("alder", late.content, comment));
  expect(world.entries.at(-1)?.header.audience).toBe("facilitators");
  for (const audience of ["facilitators", "secretariat"]) {
    const narrow = room(comment, { ...fields, audience }, "Words.");
    expect(reading(world, narrow, comment)).toEqual({ missing: "no-open-round" });
  }
  const correcting = room(correction, { entry: 1, lang: "en", reason: "a slip" }, "The words.");
  expect(contentOf(world, correcting, correction)).not.toHaveProperty("late");
});

test("[P3] a wording typed for a stance that was then changed stays out of what is cleared", () => {
  const world = World.opened();
  const content = contentOf(world, room(position, { stance: "support", lang: "en" }, "", "改后"), position);
  expect(content).not.toHaveProperty("wording");
  expect(content).not.toHaveProperty("words");
  expect(world.says("alder", content, position)).toHaveProperty("header");
});

test("[C5] a draft without words yet, or of spaces, is no content", () => {
  const world = World.opened();
  for (const words of ["", " \n\t"]) {
    expect(reading(world, room(comment, { target: '{"on":"report"}', lang: "en" }, words), comment)).toEqual({
      missing: "nothing-yet",
    });
    expect(reading(world, room(position, { stance: "reservation", lang: "en" }, words), position)).toEqual({
      missing: "words-required",
    });
    const wordless = room(position, { stance: "support-with-wording", lang: "en" }, "", words);
    expect(reading(world, wordless, position)).toEqual({ missing: "wording-required" });
  }
});

test("[C5] whatever a colleague's browser wrote into a field, the draft is read or malformed: nothing throws", () => {
  const world = World.opened();
  const sound = { target: '{"on":"report"}', lang: "en", replyTo: 3 };
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, null, "3", {}, [], true];
  for (const value of odd) {
    for (const field of ["replyTo", "lang", "target"]) {
      const plain = room(comment, { ...sound, [field]: value }, "Words.");
      expect(reading(world, plain, comment), `${field} ${value}`).toEqual({ missing: "malformed" });
    }
    const plain = room(position, { stance: value, lang: "en" });
    expect(reading(world, plain, position), `stance ${value}`).toEqual({ missing: "malformed" });
  }
});

test("[C5] a room lists the drafts it holds anything of, each once, and nothing else", () => {
  const plain = { drafts: {}, texts: {} };
  for (const one of [
    room(position, { stance: "support", lang: "en" }, "Words."),
    room(comment, {}, "Words."),
    room(correction, { entry: 3 }),
  ]) {
    Object.assign(plain.drafts, one.drafts);
    Object.assign(plain.texts, one.texts);
  }
  Object.assign(plain.drafts, { "elsewhere/stance": "support" });
  Object.assign(plain.texts, { "words/position.17-9": "" });
  expect(draftIds(plain)).toEqual([comment, correction, position]);
});

test("[C5] only a whole mark says that a draft was submitted", () => {
  const hash = "a".repeat(64);
  const marked = (mark: unknown) =>
    submittedAs({ drafts: { [fieldKey(position, "submitted")]: mark }, texts: {} }, position);
  expect(marked(`12:${hash}`)).toEqual({ seq: 12, hash });
  for (const mark of [undefined, 12, "", hash, `:${hash}`, `12:${hash}b`, `x12:${hash}`]) {
    expect(marked(mark)).toBeNull();
  }
});
