import fc from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "./canonical.ts";
import {
  draftIds,
  fieldKey,
  isDueForErasing,
  type PlainDrafts,
  readDraft,
  submittedAs,
  textRoot,
} from "./draft.ts";
import { DraftId, type Instant } from "./ids.ts";
import { type Clearance, Content, Submission } from "./submission.ts";
import { facilitator, head, person, seat, seqOf, World } from "./testing/world.ts";

const draft = DraftId.parse("position.17-1");

test("[C1] words nobody cleared, and words another delegation cleared, are refused", () => {
  const world = World.opened();
  const content = world.position("17-1", "support");
  const submission = () => Submission.parse({ id: world.newId(), kind: content.kind, draft, content });
  const hash = contentHash(content);
  expect(world.submits(submission(), head("alder"), null)).toEqual({ refused: "not-cleared" });
  expect(world.submits(submission(), head("alder"), world.clearance("birch", draft, hash))).toEqual({
    refused: "not-cleared",
  });
  const other = world.clearance("alder", DraftId.parse("position.17-3"), hash);
  expect(world.submits(submission(), head("alder"), other)).toEqual({ refused: "not-cleared" });
  expect(world.submits(submission(), head("alder"), world.clearance("alder", draft, hash))).toHaveProperty(
    "header",
  );
});

test("[C2] whatever differs from what was cleared, be it one letter, is refused", () => {
  const world = World.opened();
  const cleared = world.position("17-1", "reservation", { words: "As cleared." });
  const clearance = world.clearance("alder", draft, contentHash(cleared));
  fc.assert(
    fc.property(
      fc.record(
        {
          words: fc.string({ minLength: 1 }).map((words) => `x${words}`),
          stance: fc.constantFrom("support", "does-not-support"),
          lang: fc.constantFrom("fr", "zh"),
        },
        { requiredKeys: [] },
      ),
      (change) => {
        fc.pre(Object.keys(change).length > 0);
        const content = Content.parse({ ...cleared, ...change });
        const submission = Submission.parse({ id: world.newId(), kind: content.kind, draft, content });
        expect(world.submits(submission, head("alder"), clearance)).toEqual({
          refused: "changed-since-clearance",
        });
      },
    ),
    { seed: 44 },
  );
});

test("[C3] a drafter without the right does not submit, even what was cleared", () => {
  const world = World.opened();
  const drafter = seat({ as: "delegation", delegation: "alder", function: "drafter", rights: ["clearing"] });
  const content = world.position("17-1", "support");
  expect(world.says("alder", content, draft, drafter)).toEqual({ refused: "not-permitted" });
  const trusted = seat({
    as: "delegation",
    delegation: "alder",
    function: "drafter",
    rights: ["submitting"],
  });
  expect(world.says("alder", content, draft, trusted)).toHaveProperty("header");
});

test("[C4] the provenance names who drafted, cleared and submitted", () => {
  const world = World.opened();
  world.states("alder", "17-1", "support");
  expect(world.entries.at(-1)?.provenance).toEqual({
    v: 1,
    drafted: [person(8)],
    cleared: person(7),
    submitted: person(1),
  });
});

test("[C5] a draft reads as submitted until a letter more is typed, and then is open again", () => {
  const world = World.opened();
  const at = world.now;
  const plain = (words: string, mark?: string): PlainDrafts => ({
    drafts: {
      [fieldKey(draft, "stance")]: "support",
      [fieldKey(draft, "lang")]: "en",
      ...(mark === undefined ? {} : { [fieldKey(draft, "submitted")]: mark }),
    },
    texts: { [textRoot("words", draft)]: words },
  });
  const first = readDraft(plain("Yes."), draft, world.state, at);
  if (!("said" in first)) throw new Error(first.missing);
  const mark = `9:${first.said}`;
  expect(submittedAs(plain("Yes.", mark), draft)).toEqual({ seq: 9, hash: first.said });
  const typed = readDraft(plain("Yes. But", mark), draft, world.state, at);
  expect("said" in typed && typed.said).not.toBe(first.said);
  expect(draftIds(plain("Yes."))).toEqual([draft]);
});

test("[C5] in the next round the same words are still the ones that were submitted", () => {
  const world = World.opened();
  const plain: PlainDrafts = {
    drafts: { [fieldKey(draft, "stance")]: "support", [fieldKey(draft, "lang")]: "en" },
    texts: { [textRoot("words", draft)]: "Yes." },
  };
  const first = readDraft(plain, draft, world.state, world.now);
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2027-01-27T23:00:00.000Z");
  const second = readDraft(plain, draft, world.state, world.now);
  if (!("said" in first && "said" in second)) throw new Error("no content");
  expect(second.said).toBe(first.said);
  expect(second.hash).not.toBe(first.hash);
});

test("[C7] a draft is due thirty days after it was submitted, unless it says something else since", () => {
  const world = World.opened();
  const plain = (words: string, mark: string): PlainDrafts => ({
    drafts: {
      [fieldKey(draft, "stance")]: "support",
      [fieldKey(draft, "lang")]: "en",
      ...(mark === "" ? {} : { [fieldKey(draft, "submitted")]: mark }),
    },
    texts: { [textRoot("words", draft)]: words },
  });
  const first = readDraft(plain("Yes.", ""), draft, world.state, world.now);
  if (!("said" in first)) throw new Error(first.missing);
  const mark = `9:${first.said}`;
  const submittedAt = "2026-11-01T10:00:00.000Z" as Instant;
  const [early, due] = ["2026-12-01T09:59:59.999Z", "2026-12-01T10:00:00.000Z"] as Instant[];
  const isDue = (read: PlainDrafts, at = due) => isDueForErasing(read, draft, submittedAt, at as Instant);
  expect(isDue(plain("Yes.", mark))).toBe(true);
  expect(isDue(plain("Yes.", mark), early)).toBe(false);
  expect(isDue(plain("Yes. But", mark))).toBe(false);
  expect(isDue(plain("Yes.", ""))).toBe(false);
  expect(isDue({ drafts: { [fieldKey(draft, "submitted")]: mark }, texts: {} })).toBe(true);
  expect(
    isDue({
      ...plain("Yes.", mark),
      drafts: { ...plain("Yes.", mark).drafts, [`${draft}/lang`]: Number.NaN },
    }),
  ).toBe(false);
});

test("[C5] an unfinished draft says what it lacks", () => {
  const world = World.opened();
  const reading = (drafts: Record<string, unknown>, at = world.now) =>
    readDraft({ drafts, texts: {} }, draft, world.state, at);
  const with_ = (stance: string) => ({
    [fieldKey(draft, "stance")]: stance,
    [fieldKey(draft, "lang")]: "en",
  });
  expect(reading({})).toEqual({ missing: "nothing-yet" });
  expect(reading(with_("reservation"))).toEqual({ missing: "words-required" });
  expect(reading(with_("support-with-wording"))).toEqual({ missing: "wording-required" });
  const after = "2027-01-01T00:00:00.000Z" as Instant;
  const unheard = readDraft(
    { drafts: with_("support"), texts: {} },
    draft,
    { ...world.state, rounds: {} },
    after,
  );
  expect(unheard).toEqual({ missing: "no-open-round" });
});

test("[C1] [C2] comments and corrections are cleared as positions are", () => {
  const world = World.opened();
  const entry = seqOf(world.comments("alder", { words: "Teh words." }));
  const correction = { kind: "entry.corrected", entry, words: "The words.", lang: "en", reason: "a slip" };
  for (const [content, other] of [
    [world.comment(), world.comment({ words: "Other words." })],
    [world.comment(), world.comment({ audience: "facilitators" })],
    [Content.parse(correction), Content.parse({ ...correction, reason: "another reason" })],
  ] as const) {
    const kind = content.kind === "comment.made" ? "comment" : "correction";
    const draft = DraftId.parse(`${kind}.${world.newId()}`);
    const asks = (clearance: Clearance | null) =>
      world.submits(
        Submission.parse({ id: world.newId(), kind: content.kind, draft, content }),
        head("alder"),
        clearance,
      );
    expect(asks(null)).toEqual({ refused: "not-cleared" });
    expect(asks(world.clearance("birch", draft, contentHash(content)))).toEqual({ refused: "not-cleared" });
    expect(asks(world.clearance("alder", draft, contentHash(other)))).toEqual({
      refused: "changed-since-clearance",
    });
    expect(asks(world.clearance("alder", draft, contentHash(content)))).toHaveProperty("header");
  }
});
