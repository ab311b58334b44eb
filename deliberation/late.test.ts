import { expect, test } from "vitest";
import { heldAt } from "./by-seq.ts";
import { saltedHash } from "./canonical.ts";
import { changeOf } from "./changes.ts";
import { compile } from "./compile.ts";
import { standOn } from "./count.ts";
import type { Entry } from "./entry.ts";
import { fold, stateAt } from "./fold.ts";
import type { DelegationKey, IdeaId, Instant } from "./ids.ts";
import { roundForLate, waitingLate, waitingLateOf } from "./late.ts";
import { cellsOn } from "./matrix.ts";
import { concerns } from "./notice.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { search } from "./search.ts";
import { positionAt, standing } from "./state.ts";
import { originalsNamed } from "./statements.ts";
import { REPORT } from "./testing/report.ts";
import { facilitator, head, secretariat, seqOf, World } from "./testing/world.ts";
import { unreadIn } from "./unread.ts";
import { verify } from "./verify.ts";
import { publicForm, seenBy, type Viewer } from "./view.ts";

const DEADLINE = "2026-11-27T23:00:00.000Z";
const AFTER = "2026-11-28T10:00:00.000Z" as Instant;
const alder = "alder" as DelegationKey;
const birch = "birch" as DelegationKey;
const idea = "17-1" as IdeaId;
const late = { late: true };

/** Round 1 is over by time; alder had stated its support, birch nothing. */
function over(): World {
  const world = World.opened({ closesAt: DEADLINE });
  world.states("alder", "17-1", "support");
  world.now = AFTER;
  return world;
}

function refused(result: Entry | Refusal): string {
  return "refused" in result ? result.refused : "";
}

function admission({ entries }: World) {
  const body = entries.at(-1)?.body;
  if (body?.kind !== "late.admitted") throw new Error("not an admission");
  return body;
}

test("[G1] positions, comments, replies and statements are late words once no round is open, and never before", () => {
  const world = World.opened({ closesAt: DEADLINE });
  const early = seqOf(world.states("alder", "17-1", "support"));
  expect(world.states("birch", "17-1", "support", late)).toEqual(refuse("not-late"));
  world.now = AFTER;
  expect(world.states("birch", "17-1", "support")).toEqual(refuse("no-open-round"));
  seqOf(world.states("birch", "17-1", "support", late));
  seqOf(world.comments("birch", late));
  seqOf(world.comments("birch", { ...late, replyTo: early }));
  seqOf(world.brings("birch", late));
  // As the rules of each kind say, and of the round that ended last.
  expect(world.states("birch", "17-1", "reservation", { ...late, words: undefined })).toEqual(
    refuse("words-required"),
  );
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-04T23:00:00.000Z");
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  expect(world.states("birch", "17-1", "support", late)).toEqual(refuse("round-not-open"));
  seqOf(world.states("birch", "17-1", "support", { ...late, round: "2" }));
  expect(roundForLate(world.state, world.now)?.id).toBe("2");
  const none = new World();
  none.publishes(1);
  none.identifies("17-1");
  none.admits("birch", "member");
  expect(none.states("birch", "17-1", "support", late)).toEqual(refuse("not-late"));
});

test("[G1] late words are cleared like all others", () => {
  const world = over();
  const content = world.position("17-1", "support", late);
  const draft = "position.17-1";
  const asked = { id: world.newId(), kind: "position.stated", draft, content };
  expect(refused(world.submits(asked as never, head("birch"), null))).toBe("not-cleared");
});

test("[O3] [G2] late words undo nothing that stands, and what was possible after a round stays so", () => {
  const world = over();
  const stands = world.state.positions[idea]?.[alder];
  seqOf(world.states("alder", "17-1", "does-not-support", late));
  expect(world.state.positions[idea]?.[alder]).toEqual(stands);
  seqOf(world.corrects("alder", stands?.[0]?.seq ?? 0, "As meant."));
  seqOf(world.aligns("birch", stands?.[0]?.seq ?? 0));
  seqOf(world.dissociates("cedar", { on: "idea", idea }));
  seqOf(world.withdraws("alder", "position.withdrawn", stands?.[0]?.seq ?? 0));
  expect(standing(world.state.positions[idea]?.[alder])).toBeNull();
});

const VIEWERS: Record<string, Viewer> = {
  author: { as: "delegation", delegation: birch },
  other: { as: "delegation", delegation: alder },
  facilitator: { as: "facilitator" },
  administrator: { as: "administrator" },
  reviewer: { as: "reviewer" },
};

test("[G2] [S7] while they wait, to others they are a header; to nobody are they a position, count, news or paper", () => {
  const world = over();
  const before = world.entries.length;
  seqOf(world.states("birch", "17-1", "reservation", { ...late, words: "canary" }));
  seqOf(world.comments("birch", { ...late, words: "canary", commentKind: "question" }));
  seqOf(world.brings("birch", { ...late, words: "canary, and more so", passages: [] }));
  for (const [who, viewer] of Object.entries(VIEWERS)) {
    const seen = world.entries.map((entry) => seenBy(entry, viewer));
    const state = stateAt(seen);
    const reads = who !== "other" && who !== "reviewer";
    expect(JSON.stringify(seen).includes("canary"), who).toBe(reads);
    expect(waitingLate(state)).toHaveLength(reads ? 3 : 0);
    const { head: _, late: _late, ...told } = state;
    const { head: _before, late: _none, ...then } = stateAt(seen, before);
    expect(told, who).toEqual(then);
    expect(JSON.stringify(compile(state))).not.toContain("canary");
    expect(search(REPORT, state, "canary")).toEqual([]);
    expect(unreadIn(state, () => before, { delegation: alder, capacity: null })).toEqual({});
    expect(standOn(state, idea).heard).toBe(1);
    for (const entry of seen.slice(before)) expect(changeOf(state, entry, null)).toBeNull();
  }
  expect(JSON.stringify(world.entries.map(publicForm))).not.toContain("canary");
  expect(waitingLateOf(world.state, birch)).toHaveLength(3);
  expect(waitingLateOf(world.state, alder)).toEqual([]);
});

test("[G3] what is meant for the facilitators or the secretariat alone is not said late", () => {
  const world = over();
  for (const audience of ["facilitators", "secretariat"]) {
    expect(refused(world.comments("birch", { ...late, audience }))).toBe("no-open-round");
    expect(refused(world.brings("birch", { ...late, audience }))).toBe("no-open-round");
  }
});

test("[G4] those who run rounds admit late words they read, once, one entry each", () => {
  const world = over();
  const entry = seqOf(world.states("birch", "17-1", "support", late));
  for (const actor of [head("birch"), head("alder")]) {
    expect(world.lateAdmitted(entry, actor)).toEqual(refuse("not-permitted"));
  }
  expect(world.lateAdmitted(3)).toEqual(refuse("unknown-entry"));
  const asked = { id: world.newId(), kind: "late.admitted", entry };
  const seq = seqOf(world.enters(asked, facilitator));
  // A repeat is the same entry, also of what names no late words.
  expect(seqOf(world.enters(asked, facilitator))).toBe(seq);
  expect(world.enters({ ...asked, entry: 3 }, facilitator)).toEqual(refuse("id-taken"));
  expect(world.lateAdmitted(entry, secretariat)).toEqual(refuse("already-done"));
});

test("[G4] what facilitators do not read they cannot admit", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", DEADLINE, { audience: "secretariat" });
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  const entry = seqOf(world.states("birch", "17-1", "support", { ...late, round: "2" }));
  expect(world.lateAdmitted(entry, facilitator)).toEqual(refuse("unknown-entry"));
  expect(world.entries[seqOf(world.lateAdmitted(entry, secretariat)) - 1]?.header.audience).toBe(
    "secretariat",
  );
});

test("[G4] a position on an idea that was withdrawn, or after which another was stated, is not admitted any more", () => {
  const world = over();
  const [first, second] = [
    seqOf(world.states("birch", "17-1", "support", late)),
    seqOf(world.states("birch", "17-1", "reservation", late)),
  ];
  const gone = seqOf(world.states("birch", "28-1", "support", late));
  world.enters({ kind: "idea.withdrawn", idea: "28-1", reason: "Not bold." });
  expect(world.lateAdmitted(gone)).toEqual(refuse("unknown-idea"));
  seqOf(world.lateAdmitted(second));
  expect(world.lateAdmitted(first)).toEqual(refuse("late-overtaken"));
  const old = seqOf(world.states("birch", "17-3", "support", late));
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", "2026-12-04T23:00:00.000Z");
  world.states("birch", "17-3", "does-not-support", { round: "2" });
  expect(world.lateAdmitted(old)).toEqual(refuse("late-overtaken"));
});

test("[G5] [R7] anybody holds the admitted words against what was sealed; other words, time or entry are found", () => {
  const world = over();
  const sealed = seqOf(world.states("birch", "17-1", "reservation", { ...late, words: "Just so." }));
  seqOf(world.comments("birch", late));
  seqOf(world.lateAdmitted(sealed));
  const { said, salt, receivedAt } = admission(world);
  expect(saltedHash(salt, said)).toBe(world.entries[sealed - 1]?.header.bodyHash);
  expect(receivedAt).toBe(world.entries[sealed - 1]?.header.at);
  const seen = world.entries.map(publicForm);
  expect(verify(seen, world.state.head).intact).toBe(true);
  const [before, last] = [seen.slice(0, -1), world.entries.at(-1) as Entry];
  const others: object[] = [
    { said: { ...said, words: "Not so." } },
    { receivedAt: DEADLINE },
    { salt: "0".repeat(32) },
    { entry: sealed + 1 },
    { entry: 1 },
  ];
  for (const other of others) {
    // A forger who holds the store would chain it anew: the admission alone is what gives it away.
    const body = { ...last.body, ...other };
    const header = { ...last.header, bodyHash: saltedHash(last.bodySalt, body) };
    const forged = { header, body, bodySalt: last.bodySalt } as Entry;
    expect(verify([...before, forged], null).fault).toEqual({
      seq: last.header.seq,
      what: "not-as-received",
    });
  }
});

test("[G6] from the admission on everybody reads them, under its number, marked, and counts them as what they are", () => {
  const world = over();
  const entry = seqOf(world.states("birch", "17-1", "reservation", { ...late, words: "canary" }));
  const comment = seqOf(world.comments("birch", { ...late, words: "canary" }));
  const statement = seqOf(world.brings("birch", late));
  const mark = (of: number) => ({ entry: of, at: AFTER });
  world.now = "2026-11-29T10:00:00.000Z" as Instant;
  const seq = seqOf(world.lateAdmitted(entry));
  const [asComment, asStatement] = [seqOf(world.lateAdmitted(comment)), seqOf(world.lateAdmitted(statement))];
  for (const viewer of Object.values(VIEWERS)) {
    const state = stateAt(world.entries.map((one) => seenBy(one, viewer)));
    const before = stateAt(
      world.entries.map((one) => seenBy(one, viewer)),
      seq - 1,
    );
    expect(standing(before.positions[idea]?.[birch])).toBeNull();
    expect(standing(state.positions[idea]?.[birch])).toMatchObject({
      ...{ seq, stance: "reservation", words: "canary", at: world.now, round: "1" },
      late: mark(entry),
    });
    expect(heldAt(state.comments, asComment)).toMatchObject({ audience: "everyone", late: mark(comment) });
    expect(heldAt(state.statements, asStatement)?.late).toEqual(mark(statement));
    expect(waitingLate(state)).toEqual([]);
    expect(standOn(state, idea).members.reservation).toEqual([birch]);
    expect(search(REPORT, state, "canary")).toHaveLength(2);
    const paper = compile(state).ideas.find((row) => row.idea === idea);
    expect(paper?.positions.map(({ delegation, late }) => [delegation, late])).toEqual([
      ["alder", undefined],
      ["birch", mark(entry)],
    ]);
    expect(paper?.comments[0]?.late).toEqual(mark(comment));
    expect(compile(state).statements[0]?.late).toEqual(mark(statement));
  }
  // What is in time carries no mark.
  expect(positionAt(world.state, 12)?.late).toBeUndefined();
});

test("[X4] [G6] in the matrix the cell of whose position was received after the deadline is marked, and no other", () => {
  const world = over();
  seqOf(world.lateAdmitted(seqOf(world.states("birch", "17-1", "support", late))));
  const cells = cellsOn(world.state, idea, world.now);
  const marksOf = (delegation: DelegationKey) => {
    const cell = cells({ kind: "own", id: `/${delegation}`, delegation, under: null });
    return cell.kind === "own" ? cell.marks : null;
  };
  expect(marksOf(birch)).toContain("late");
  expect(marksOf(alder)).not.toContain("late");
  expect(marksOf("cedar" as DelegationKey)).toEqual([]);
});

test("[G6] in a round for the facilitators late words stay theirs and the author's when they are admitted", () => {
  const world = World.opened();
  world.enters({ kind: "round.closed", round: "1" }, facilitator);
  world.opens("2", DEADLINE, { audience: "facilitators" });
  world.enters({ kind: "round.closed", round: "2" }, facilitator);
  const entry = seqOf(world.states("birch", "17-1", "support", { ...late, round: "2" }));
  const admitted = world.entries[seqOf(world.lateAdmitted(entry)) - 1] as Entry;
  expect(admitted.header.audience).toBe("facilitators");
  const readers = Object.entries(VIEWERS).filter(([, viewer]) => seenBy(admitted, viewer).body !== undefined);
  expect(readers.map(([who]) => who)).toEqual(["author", "facilitator", "administrator"]);
});

test("[G6] once admitted they are answered, corrected, aligned with and withdrawn as any words are", () => {
  const world = over();
  const entry = seqOf(world.states("birch", "17-1", "support-with-wording", late));
  for (const attempt of [
    world.aligns("cedar", entry),
    world.corrects("birch", entry, "No."),
    world.disposes([entry], "noted"),
    world.comments("cedar", { ...late, replyTo: entry }),
  ]) {
    expect(refused(attempt)).toBe("unknown-entry");
  }
  const seq = seqOf(world.lateAdmitted(entry));
  seqOf(world.aligns("cedar", seq));
  seqOf(world.disposes([seq], "noted"));
  seqOf(world.corrects("birch", seq, "As meant."));
  seqOf(world.withdraws("birch", "position.withdrawn", seq));
  expect(standing(world.state.positions[idea]?.[birch])).toBeNull();
});

test("[G7] their author alone withdraws them while they wait, and then they are not admitted", () => {
  const world = over();
  const entry = seqOf(world.states("birch", "17-1", "support", late));
  expect(refused(world.withdraws("alder", "position.withdrawn", entry))).toBe("unknown-entry");
  expect(refused(world.withdraws("birch", "comment.withdrawn", entry))).toBe("unknown-entry");
  const withdrawal = world.entries[seqOf(world.withdraws("birch", "position.withdrawn", entry)) - 1];
  expect(withdrawal?.header.audience).toBe("facilitators");
  expect(waitingLate(world.state)).toEqual([]);
  expect(refused(world.withdraws("birch", "position.withdrawn", entry))).toBe("already-withdrawn");
  expect(world.lateAdmitted(entry)).toEqual(refuse("already-withdrawn"));
  const comment = seqOf(world.comments("birch", late));
  const statement = seqOf(world.brings("birch", late));
  seqOf(world.withdraws("birch", "comment.withdrawn", comment));
  seqOf(world.withdraws("birch", "statement.withdrawn", statement));
  // Once admitted, they are withdrawn by the number they count under.
  const other = seqOf(world.states("birch", "17-1", "support", late));
  seqOf(world.lateAdmitted(other));
  expect(refused(world.withdraws("birch", "position.withdrawn", other))).toBe("unknown-entry");
});

test("[E1] [H7] an admission is news of what it admits, and concerns the delegation whose words they are", () => {
  const world = over();
  const own = seqOf(world.comments("alder", { ...late, words: "A question." }));
  const first = seqOf(world.lateAdmitted(own));
  const reply = seqOf(world.comments("birch", { ...late, replyTo: first }));
  const sealed = world.entries[reply - 1] as Entry;
  const second = seqOf(world.lateAdmitted(reply));
  const [one, other] = [world.entries[first - 1] as Entry, world.entries[second - 1] as Entry];
  expect(changeOf(world.state, one, alder)).toBe("comments");
  expect(concerns(world.state, one, alder)).toBe(true);
  expect(concerns(world.state, one, "cedar" as DelegationKey)).toBe(false);
  expect(changeOf(world.state, other, alder)).toBe("replies");
  expect(changeOf(world.state, sealed, alder)).toBeNull();
});

test("[T10] the file of a late statement is kept, and had by those who read the entry that names it", () => {
  const world = over();
  const original = { name: "statement.docx", sha256: "b".repeat(64) };
  const entry = seqOf(world.brings("birch", { ...late, original }));
  const readers = () =>
    Object.entries(VIEWERS)
      .filter(([, viewer]) => {
        const state = stateAt(world.entries.map((one) => seenBy(one, viewer)));
        return originalsNamed(state).some(
          ({ original: named, by }) => named.name === "statement.docx" && by.delegation === birch,
        );
      })
      .map(([who]) => who);
  expect(readers()).toEqual(["author", "facilitator", "administrator"]);
  seqOf(world.lateAdmitted(entry));
  expect(readers()).toEqual(Object.keys(VIEWERS));
});

test("[F2] late words without their salt are no entry of the record", () => {
  const world = over();
  seqOf(world.comments("birch", late));
  const { bodySalt: _, ...unsalted } = world.entries.at(-1) as Entry;
  const before = stateAt(world.entries.slice(0, -1));
  expect(() => fold(before, unsalted)).toThrow();
});
