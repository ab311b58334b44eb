import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeState } from "#db/follow";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { allEntries, headOf } from "#db/record";
import { FULL_DELEGATIONS } from "#db/seed/full-demonstration";
import { allSeedIdeas, seedReport } from "#db/seed/seed";
import { bodyFor } from "#deliberation/body";
import { allHeld } from "#deliberation/by-seq";
import { standOn } from "#deliberation/count";
import type { Entry, Kind } from "#deliberation/entry";
import { stateAt } from "#deliberation/fold";
import { IdeaId, Instant, ReportId } from "#deliberation/ids";
import { waitingLate } from "#deliberation/late";
import { declaredOfStatement, openRound, type State, standing, wordsAt } from "#deliberation/state";
import { verify } from "#deliberation/verify";
import { CLOCK } from "./full-demonstration/floor.ts";
import { planFullDemonstration } from "./full-demonstration/plan.ts";
import { actorOf, FULL_SEED, seatFullDemonstration } from "./full-demonstration.ts";
import { RecordKeeper } from "./keeper.ts";

const NOW = Instant.parse("2026-11-23T12:00:00.000Z");
const REPORT = ReportId.parse("A-63-677");
let folder: string;
let store: Store;
let entries: Entry[];
let state: State;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "full-"));
  store = openStore(folder);
  migrateStore(store);
  // In one transaction, as at a start.
  store.sqlite.exec("BEGIN IMMEDIATE");
  await seatFullDemonstration(store, new RecordKeeper(store), { password: "a-password-for-tests", now: NOW });
  store.sqlite.exec("COMMIT");
  entries = [...allEntries(store, REPORT)] as Entry[];
  state = judgeState(store, REPORT);
}, 120_000);

afterAll(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

test("the same seed and moment give the same bodies at the same times; another seed gives others", () => {
  const again = planFullDemonstration({ seed: FULL_SEED, now: NOW, text: seedReport() });
  const somebody = new Map(
    again
      .map(({ by }) => [by, "00000000-0000-4000-8000-000000000001"] as const)
      .filter(([by]) => by !== CLOCK),
  );
  const state = stateAt(entries);
  const told = again.map(({ at, by, submission }) => ({
    at,
    body: bodyFor(state, submission, actorOf(by, somebody)),
  }));
  expect(entries.map(({ header, body }) => ({ at: header.at, body }))).toEqual(told);
  const other = planFullDemonstration({ seed: FULL_SEED + 1, now: NOW, text: seedReport() });
  expect(other.map(({ submission }) => submission)).not.toEqual(again.map(({ submission }) => submission));
});

test("the chain of a full demonstration holds to its end, and lies in the past", () => {
  expect(verify(entries, headOf(store, REPORT))).toMatchObject({
    intact: true,
    endProven: true,
    fault: null,
  });
  expect(
    entries.every(({ header }, index) => index === 0 || header.at >= (entries[index - 1]?.header.at ?? "")),
  ).toBe(true);
  expect((state.head.at ?? "") < NOW).toBe(true);
});

test("an Assembly: 193 members, 4 observers, 5 groups, 108 ideas, three rounds in two sessions, the last one open", () => {
  const kinds = Object.groupBy(Object.values(state.delegations), ({ kind }) => kind);
  expect([kinds.member?.length, kinds.observer?.length, kinds.group?.length]).toEqual([193, 4, 5]);
  expect(state.item?.demonstration).toBe(true);
  expect(Object.keys(state.ideas)).toEqual(allSeedIdeas().map(({ id }) => id));
  const rounds = Object.values(state.rounds);
  expect(rounds.map(({ session, closedAt }) => [session, closedAt === null])).toEqual([
    [80, false],
    [80, false],
    [81, true],
  ]);
  expect(rounds.every(({ closedAt, closesAt }) => closedAt === null || closedAt === closesAt)).toBe(true);
  expect(openRound(state, NOW)?.id).toBe("3");
  expect(rounds.map(({ course }) => course.map(({ kind }) => kind))).toEqual([
    ["opened", "closed"],
    ["opened", "extended", "closed"],
    ["opened"],
  ]);
});

test("[D8] [D9] one delegation was succeeded and one lost its standing; what both said stays, in no figure", () => {
  const former = Object.values(state.delegations).filter(({ kind }) => kind === "former");
  expect(former.map(({ standings, succeeded }) => [standings?.at(-1)?.was, succeeded?.[0]?.by])).toEqual([
    ["member", "hundred-wells"],
    ["observer", undefined],
  ]);
  for (const { key } of former) {
    const ideas = Object.keys(state.positions).filter((idea) => state.positions[idea]?.[key] !== undefined);
    expect(ideas).toHaveLength(3);
    const stand = standOn(state, IdeaId.parse(ideas[0]));
    expect([stand.of, stand.former.support.includes(key)]).toEqual([193, true]);
  }
});

test("members come and go in groups, and chairs speak for them", () => {
  const all = Object.values(state.memberships).flat();
  expect(all.filter(({ until }) => until !== null).map(({ delegation }) => delegation)).toEqual(["walnut"]);
  expect(new Set(all.map(({ from }) => from.slice(0, 7))).size).toBe(3);
  expect(Object.keys(state.speaking).sort()).toEqual(Object.keys(state.memberships).sort());
  const spoken = Object.values(state.positions).flatMap((authors) => Object.keys(authors));
  for (const group of Object.keys(state.speaking)) expect(spoken).toContain(group);
});

test("some say nothing, some speak on every idea, in six languages", () => {
  const covered = FULL_DELEGATIONS.map(
    ({ key }) => Object.values(state.positions).filter((authors) => authors[key] !== undefined).length,
  );
  expect(covered.filter((ideas) => ideas === 0).length).toBeGreaterThan(5);
  expect(covered.filter((ideas) => ideas === 108).length).toBeGreaterThan(2);
  expect(covered.filter((ideas) => ideas > 0 && ideas < 20).length).toBeGreaterThan(40);
  const languages = entries.flatMap(({ body }) => ("lang" in body && body.by.delegation ? [body.lang] : []));
  expect(new Set(languages).size).toBe(6);
});

test("every sort of act is there, and often", () => {
  const counts = Object.groupBy(entries, ({ body }) => body.kind);
  const least: Partial<Record<Kind, number>> = {
    "position.stated": 5_000,
    "position.withdrawn": 40,
    "comment.made": 1_000,
    "comment.withdrawn": 20,
    "entry.corrected": 80,
    "alignment.declared": 200,
    "wording.associated": 100,
    "dissociation.declared": 50,
    "declaration.withdrawn": 10,
    "disposition.given": 20,
    "disposition.answered": 100,
    "reply.exercised": 20,
    "speaking.granted": 6,
    "participation.declared": 6,
    "statement.made": 6,
  };
  for (const [kind, least_] of Object.entries(least))
    expect(counts[kind as Kind]?.length ?? 0, kind).toBeGreaterThanOrEqual(least_);
  const comments = allHeld(state.comments);
  const where = Object.groupBy(comments, ({ target }) => target.on);
  for (const on of ["report", "paragraph", "words", "idea"] as const)
    expect(where[on]?.length ?? 0, on).toBeGreaterThan(20);
  expect(comments.filter(({ replyTo }) => replyTo !== null).length).toBeGreaterThan(200);
  expect(new Set(entries.map(({ header }) => header.audience))).toEqual(
    new Set(["everyone", "facilitators", "secretariat"]),
  );
  const revisions = Object.values(state.positions).flatMap((authors) => Object.values(authors));
  expect(revisions.filter((all) => all.length > 1).length).toBeGreaterThan(300);
});

test("statements are aligned with, dissociated from in a passage, answered, and corrected after somebody had aligned", () => {
  const statements = allHeld(state.statements);
  const said = statements.flatMap(({ seq }) => declaredOfStatement(state, seq));
  expect(said.filter(({ kind }) => kind === "alignment.declared").length).toBeGreaterThanOrEqual(6);
  expect(said.some(({ statement }) => (statement?.except.length ?? 0) > 0)).toBe(true);
  expect(said.some(({ statement }) => statement?.passage === 1)).toBe(true);
  expect(statements.filter(({ corrections }) => corrections.length > 0).length).toBeGreaterThanOrEqual(3);
  const answered = new Set(allHeld(state.comments).map(({ replyTo }) => replyTo));
  expect(statements.filter(({ seq }) => answered.has(seq)).length).toBeGreaterThanOrEqual(6);
});

test("some do not take part, with and without words; of one what it stated before stands, and one came back", () => {
  const said = Object.values(state.participation);
  const out = said.filter((all) => all.at(-1)?.takesPart === false);
  expect(out.length).toBeGreaterThanOrEqual(3);
  expect(new Set(out.map((all) => all.at(-1)?.words === null)).size).toBe(2);
  expect(said.some((all) => all.at(-1)?.takesPart === true)).toBe(true);
  const stated = out.filter(([first]) =>
    Object.values(state.positions).some((authors) => standing(authors[first?.by.delegation ?? ""]) !== null),
  );
  expect(stated).toHaveLength(1);
});

test("[G2] [G6] some came late: most was admitted and carries its mark, some waits and is counted nowhere", () => {
  const late = allHeld(state.late);
  const kinds = (some: typeof late) => new Set(some.map(({ body }) => body.kind));
  const waiting = waitingLate(state);
  expect(late.length - waiting.length).toBeGreaterThan(8);
  expect(waiting.length).toBeGreaterThan(2);
  expect(kinds(late).size).toBe(3);
  const marked = Object.values(state.positions).flatMap((authors) =>
    Object.values(authors).flatMap((all) => all.flatMap((one) => one.late?.entry ?? [])),
  );
  const admitted = late.filter(({ body, admitted }) => body.kind === "position.stated" && admitted !== null);
  expect(marked.sort((a, b) => a - b)).toEqual(admitted.map(({ seq }) => seq));
  for (const { seq } of waiting) expect(wordsAt(state, seq)).toBeUndefined();
});

test("wordings collide: on one idea different ones, and identical ones of several delegations", () => {
  const contested = Object.values(state.positions).filter((authors) => {
    const wordings = Object.values(authors).flatMap((all) => standing(all)?.wording ?? []);
    return new Set(wordings).size >= 3 && wordings.length >= new Set(wordings).size + 3;
  });
  expect(contested.length).toBeGreaterThan(20);
});
