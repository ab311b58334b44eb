import fc from "fast-check";
import { expect, test } from "vitest";
import { heldAt } from "./by-seq.ts";
import { compile } from "./compile.ts";
import { standingIdeas, standOn } from "./count.ts";
import { fieldKey, type PlainDrafts, readDraft, textRoot } from "./draft.ts";
import { type DelegationKey, DraftId, IdeaId } from "./ids.ts";
import { isRefusal } from "./refusal.ts";
import { saidOn } from "./said-before.ts";
import { search } from "./search.ts";
import { standing, statementsOn } from "./state.ts";
import { type LinkedWords, passageField } from "./statement-draft.ts";
import { wordsOn } from "./statements.ts";
import { anyWorld, SEEDED } from "./testing/records.ts";
import { facilitator, seqOf, World } from "./testing/world.ts";
import { readsBody, readsProvenance } from "./view.ts";

const IDEA = "17-1";
const REFUSED = { refused: "unknown-entry" };
const REPORT = { sections: [] } as unknown as Parameters<typeof search>[0];

test("[T1] a statement is brought in an open round, of a day that has come, and states no position", () => {
  const world = World.opened();
  expect(world.brings("alder", { date: "2026-11-22" })).toEqual({ refused: "date-ahead" });
  expect(world.brings("alder", { round: "2" })).toEqual({ refused: "round-not-open" });
  const seq = seqOf(world.brings("alder"));
  expect(standing(world.state.positions[IDEA]?.alder)).toBeNull();
  expect(standOn(world.state, IDEA as never)).toMatchObject({ heard: 0 });
  expect(compile(world.state).statements).toMatchObject([
    {
      seq,
      delegation: "alder",
      status: "stands",
      passages: [{ paragraph: "17", words: "We support this." }],
    },
  ]);
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  expect(world.brings("birch")).toEqual({ refused: "no-open-round" });
});

test("[T1] no figure of any record changes by its statements", () => {
  fc.assert(
    fc.property(anyWorld, ({ state }) => {
      const bare = { ...state, statements: {}, linked: {} };
      for (const idea of standingIdeas(state)) expect(standOn(state, idea)).toEqual(standOn(bare, idea));
    }),
    SEEDED,
  );
});

test("[T2] a passage stands in the text, once with each place, and speaks to what exists", () => {
  const world = World.opened();
  const target = { on: "idea", idea: IDEA };
  const passage = { start: 0, end: 16, target };
  const brings = (...passages: object[]) => world.brings("alder", { passages });
  expect(brings({ ...passage, end: 999 })).toEqual({ refused: "unknown-passage" });
  expect(brings({ start: 5, end: 5, target })).toEqual({ refused: "unknown-passage" });
  expect(brings(passage, passage)).toEqual({ refused: "unknown-passage" });
  expect(brings({ ...passage, target: { on: "paragraph", paragraph: "99" } })).toEqual({
    refused: "unknown-target",
  });
  expect(brings(passage, { ...passage, target: { on: "paragraph", paragraph: "17" } })).toHaveProperty(
    "header",
  );
});

test("[T3] a statement is read with every place it names; one that names none, with the report", () => {
  const world = World.opened();
  const passages = [
    { start: 0, end: 16, target: { on: "idea", idea: IDEA } },
    { start: 17, end: 37, target: { on: "paragraph", paragraph: "16" } },
  ];
  const seq = seqOf(world.brings("alder", { passages }));
  const whole = seqOf(world.brings("birch", { passages: [] }));
  expect(statementsOn(world.state, IDEA).map((one) => one.seq)).toEqual([seq]);
  expect(statementsOn(world.state, "16").flatMap((one) => wordsOn(one, "16"))).toEqual([
    "We would go further.",
  ]);
  expect(statementsOn(world.state, "").map((one) => one.seq)).toEqual([whole]);
  expect(search(REPORT, world.state, "further").map((one) => one.kind)).toEqual(["statement", "statement"]);
  const said = saidOn(world.state, "alder" as DelegationKey, "16");
  expect(said).toMatchObject([{ kind: "statement", seq, place: "16" }]);
});

test("[T4] a position is taken from a statement of its own name, that stands and is heard as widely", () => {
  const world = World.opened();
  const own = seqOf(world.brings("alder"));
  const narrow = seqOf(world.brings("alder", { audience: "facilitators" }));
  const states = (who: string, statement: number) => world.states(who, IDEA, "support", { statement });
  expect(states("birch", own)).toEqual(REFUSED);
  expect(states("alder", narrow)).toEqual(REFUSED);
  expect(states("alder", seqOf(world.comments("alder")))).toEqual(REFUSED);
  expect(states("alder", own)).toHaveProperty("header");
  expect(standing(world.state.positions[IDEA]?.alder)?.statement).toBe(own);
  world.withdraws("alder", "statement.withdrawn", own);
  expect(states("alder", own)).toEqual(REFUSED);
});

test("[T4] what a group states is taken from the group's statement", () => {
  const world = World.opened();
  const national = seqOf(world.brings("alder"));
  expect(world.brings("alder", { onBehalfOf: "grove" })).toEqual({ refused: "no-speaking-right" });
  world.joins("alder");
  world.lets("alder", "grove");
  const ofGroup = seqOf(world.brings("alder", { onBehalfOf: "grove" }));
  const states = (statement: number) =>
    world.says(
      "alder",
      world.position(IDEA, "support", { onBehalfOf: "grove", statement }),
      `position.${IDEA}.grove`,
    );
  expect(states(national)).toEqual(REFUSED);
  expect(states(ofGroup)).toHaveProperty("header");
});

test("[T5] only its author withdraws a statement, once; its words are then in no paper", () => {
  const world = World.opened();
  const seq = seqOf(world.brings("alder"));
  expect(world.withdraws("birch", "statement.withdrawn", seq)).toEqual(REFUSED);
  expect(world.withdraws("alder", "statement.withdrawn", seq)).toHaveProperty("header");
  expect(world.withdraws("alder", "statement.withdrawn", seq)).toEqual({ refused: "already-withdrawn" });
  expect(compile(world.state).statements).toMatchObject([{ status: "withdrawn", words: null }]);
  expect(search(REPORT, world.state, "further")).toEqual([]);
});

test("[T6] a linked passage is found by its words while colleagues write; lost ones stop the clearing", () => {
  const world = World.opened();
  const draft = DraftId.parse("statement.00000000-0000-4000-8000-000000000001");
  const target = { on: "idea", idea: IDEA };
  const linked = (exact: string, start: number) => JSON.stringify([{ exact, start, target }]);
  const reading = (words: string, passages: string) => {
    const fields = { date: "2026-11-19", lang: "en", passages };
    const drafts = Object.entries(fields).map(([name, value]) => [fieldKey(draft, name as "lang"), value]);
    const plain = { drafts: Object.fromEntries(drafts), texts: { [textRoot("words", draft)]: words } };
    return readDraft(plain as PlainDrafts, draft, world.state, world.now);
  };
  expect(reading("We agree.", linked("agree", 3))).toMatchObject({
    content: { kind: "statement.made", manner: "written", passages: [{ start: 3, end: 8, target }] },
  });
  expect(reading("  Indeed, we agree.", linked("agree", 3))).toMatchObject({
    content: { passages: [{ start: 11, end: 16 }] },
  });
  for (const words of ["We do not.", "Who agree and agree"])
    expect(reading(words, linked("agree", 3))).toEqual({ missing: "unknown-passage" });
});

test("[T14] links that are fields of their own are read in their order, each pair once, and a lost one is named", () => {
  const world = World.opened();
  const draft = DraftId.parse("statement.00000000-0000-4000-8000-000000000001");
  const target = { on: "idea" as const, idea: IdeaId.parse(IDEA) };
  const [late, early] = [
    { exact: "agree", start: 12, target },
    { exact: "We", start: 0, target },
  ];
  const reading = (words: string, ...links: LinkedWords[]) => {
    const drafts = Object.fromEntries([
      [fieldKey(draft, "date"), "2026-11-19"],
      [fieldKey(draft, "lang"), "en"],
      ...links.map((link) => [fieldKey(draft, passageField(link)), JSON.stringify(link)]),
      // Written by nobody's hand: no link, and no other's loss.
      [`${draft}/passage.0123456789abcdef`, "no link"],
    ]);
    return readDraft({ drafts, texts: { [textRoot("words", draft)]: words } }, draft, world.state, world.now);
  };
  const moved = { ...late, start: 3 };
  expect(reading("We agree.", late, early, moved)).toMatchObject({
    content: {
      passages: [
        { start: 0, end: 2, target },
        { start: 3, end: 8, target },
      ],
    },
  });
  expect(reading("They agree.", late, early)).toEqual({ missing: "unknown-passage" });
});

test("[T4] [T6] a position's draft names a statement that is still a draft, and waits for it", () => {
  const world = World.opened();
  const statement = DraftId.parse("statement.00000000-0000-4000-8000-000000000001");
  const draft = DraftId.parse(`position.${IDEA}`);
  const drafts = {
    [`${draft}/stance`]: "support",
    [`${draft}/lang`]: "en",
    [`${draft}/statement`]: statement,
  };
  const read = (more: object) =>
    readDraft({ drafts: { ...drafts, ...more }, texts: {} }, draft, world.state, world.now);
  expect(read({})).toEqual({ missing: "statement-not-submitted" });
  const submitted = { [`${statement}/submitted`]: `21:${"a".repeat(64)}` };
  expect(read(submitted)).toMatchObject({ content: { statement: 21 } });
});

test("[T7] what the secretariat enters is the delegation's only once it confirmed it", () => {
  const world = World.opened();
  expect(world.receives("grove")).toEqual({ refused: "unknown-delegation" });
  expect(world.receives("alder", {})).toHaveProperty("body.by.capacity", "secretariat");
  const seq = seqOf(world.receives("alder"));
  const rows = () => compile(world.state).statements.filter((one) => one.seq === seq);
  expect(rows()).toMatchObject([{ delegation: "alder", received: true, status: "unconfirmed" }]);
  expect(saidOn(world.state, "alder" as DelegationKey, IDEA)).toEqual([]);
  expect(world.states("alder", IDEA, "support", { statement: seq })).toEqual(REFUSED);
  expect(world.withdraws("alder", "statement.withdrawn", seq)).toEqual(REFUSED);
  expect(world.confirms("birch", seq)).toEqual(REFUSED);
  expect(
    world.enters({ kind: "statement.received", ...bare(world), delegation: "birch" }, facilitator),
  ).toEqual({
    refused: "not-permitted",
  });
  expect(world.confirms("alder", seq)).toHaveProperty("header");
  expect(world.confirms("alder", seq)).toEqual({ refused: "already-done" });
  expect(rows()).toMatchObject([{ received: true, status: "stands" }]);
  expect(world.states("alder", IDEA, "support", { statement: seq })).toHaveProperty("header");
});

test("[T7] paper may come after the round; sealed, it is read by the delegation it was entered for", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-27T23:00:00.000Z", { audience: "secretariat" });
  expect(world.receives("alder")).toHaveProperty("header.audience", "everyone");
  const sealed = world.receives("alder", { round: "2" });
  if (isRefusal(sealed)) throw new Error(sealed.refused);
  expect(sealed.header.audience).toBe("secretariat");
  const as = (delegation: string) => ({ as: "delegation" as const, delegation: delegation as DelegationKey });
  expect(readsBody(sealed, as("alder"))).toBe(true);
  expect(readsProvenance(sealed, as("alder"))).toBe(false);
  expect(readsBody(sealed, as("birch"))).toBe(false);
  const confirmed = world.confirms("alder", sealed.header.seq);
  expect(confirmed).toHaveProperty("header.audience", "secretariat");
});

test("[T8] the secretariat annuls what it entered itself, before it was confirmed, and nothing else", () => {
  const world = World.opened();
  const own = { refused: "not-own-error" };
  for (const seq of [seqOf(world.brings("alder")), seqOf(world.states("alder", IDEA, "support")), 1])
    expect(world.annuls(seq)).toEqual(own);
  const first = seqOf(world.receives("alder"));
  expect(world.annuls(first, facilitator)).toEqual({ refused: "not-permitted" });
  expect(world.annuls(first)).toHaveProperty("header");
  expect(world.annuls(first)).toEqual({ refused: "already-withdrawn" });
  expect(world.confirms("alder", first)).toEqual({ refused: "already-withdrawn" });
  expect(heldAt(world.state.statements, first)?.annulled?.reason).toBe("Entered twice.");
  const second = seqOf(world.receives("alder"));
  world.confirms("alder", second);
  expect(world.annuls(second)).toEqual(own);
});

/** What a statement holds, without what its kind adds. */
function bare(world: World) {
  const { kind: _kind, audience: _audience, ...fields } = { audience: undefined, ...world.statement() };
  return fields;
}
