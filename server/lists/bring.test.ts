import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { judgeState } from "#db/follow";
import { migrateStore } from "#db/migrate";
import { closeStore, openStore, type Store } from "#db/open";
import { addPerson } from "#db/people";
import { headOf } from "#db/record";
import { allSeats } from "#db/seats";
import { seedReport } from "#db/seed/seed";
import { type Instant, PersonId, type ReportId } from "#deliberation/ids";
import { Seat } from "#deliberation/seat";
import type { ListKind } from "#formats/lists/columns";
import { readList } from "#formats/lists/read";
import { RecordKeeper, serverTime } from "../keeper.ts";
import { publishText } from "../publish.ts";
import { bringList, type Takes } from "./bring.ts";

const person = PersonId.parse("00000000-0000-4000-8000-000000000001");
let folder: string;
let store: Store;
let keeper: RecordKeeper;
let report: ReportId;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "lists-"));
  store = openStore(folder);
  migrateStore(store);
  keeper = new RecordKeeper(store);
  const secretariat = Seat.parse({ as: "administrator", person });
  report = await publishText(store, keeper, secretariat, seedReport(), { demonstration: true });
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const DELEGATIONS = [
  "key,kind,name_en,name_zh,name_ar,name_fr,name_ru,name_es,standing,since,citation",
  "oak,member,Oak,橡树,البلوط,Chêne,Дуб,Roble,,,",
  "elm,member,Elm,榆树,الدردار,Orme,Вяз,Olmo,observer,2026-01-05,Decision 81/501",
  "ash,observer,Ash,白蜡,المران,Frêne,Ясень,Fresno,,,",
];
const GROUPS = ["key,name_en,name_zh,name_ar,name_fr,name_ru,name_es", "wood,Wood,林,الغابة,Bois,Лес,Bosque"];

const brings = (list: ListKind, lines: readonly string[], takes: Takes, at: Instant = serverTime()) => {
  const read = readList(list, new TextEncoder().encode(lines.join("\n")));
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return bringList({ store, keeper, report, person, at }, list, read.rows, takes);
};
const does = ({ rows }: Awaited<ReturnType<typeof brings>>) =>
  rows.map(({ row, does, faults }) => [
    row,
    ...does,
    ...faults.map(({ column, fault }) => `${column}: ${fault}`),
  ]);
const head = () => headOf(store, report).seq;
const state = () => judgeState(store, report);

test("[D41] [D42] a check takes nothing and says what would be taken, by rows that rest on one another", async () => {
  const before = head();
  const checked = await brings("delegations", DELEGATIONS, "check");
  expect([checked.taken, head()]).toEqual([false, before]);
  expect(does(checked)).toEqual([
    [2, "admit"],
    [3, "admit", "standing"],
    [4, "admit"],
  ]);
  await brings("delegations", DELEGATIONS, "all");
  expect(Object.values(state().delegations).map(({ key, kind }) => [key, kind])).toEqual([
    ["oak", "member"],
    ["elm", "observer"],
    ["ash", "observer"],
  ]);
});

test("[D43] the same list again changes nothing; a changed cell asks for what it changes alone", async () => {
  await brings("delegations", DELEGATIONS, "all");
  await brings("groups", GROUPS, "all");
  const before = head();
  for (const [list, lines] of [
    ["delegations", DELEGATIONS],
    ["groups", GROUPS],
  ] as const) {
    const again = await brings(list, lines, "all");
    expect(again.rows.every((one) => one.does.join() === "nothing")).toBe(true);
  }
  expect(head()).toBe(before);
  const changed = DELEGATIONS.map((line) => line.replace("Oak,", "Old Oak,").replace("Ash,白蜡", "Ash,灰"));
  expect(does(await brings("delegations", changed, "all"))).toEqual([
    [2, "rename"],
    [3, "nothing"],
    [4, "rename"],
  ]);
  expect([head(), state().delegations.oak?.names.en]).toEqual([before + 2, "Old Oak"]);
});

test("[D41] [D42] one wrong row holds back all of it, unless the right rows are asked for", async () => {
  await brings("delegations", DELEGATIONS, "all");
  await brings("groups", GROUPS, "all");
  const before = head();
  const lines = [
    "group,delegation,from,until",
    "wood,oak,2026-01-01,",
    "wood,nobody,,",
    "oak,ash,,",
    "wood,ash,2999-01-01,",
  ];
  const wrong = [
    [2, "join"],
    [3, "delegation: unknown-delegation"],
    [4, "group: unknown-delegation"],
    [5, "from: not-begun"],
  ];
  const all = await brings("memberships", lines, "all");
  expect([all.taken, does(all), head()]).toEqual([false, wrong, before]);
  const right = await brings("memberships", lines, "right");
  expect([right.taken, does(right), head()]).toEqual([true, wrong, before + 1]);
  expect(state().memberships.wood?.map(({ delegation }) => delegation)).toEqual(["oak"]);
  // Against a rule of the record: told by the code of the refusal.
  const ended = [
    ...DELEGATIONS.slice(0, 1),
    DELEGATIONS[1]?.replace(",,,", ",former,2999-01-01,Note 1") ?? "",
  ];
  expect(does(await brings("delegations", ended, "check"))).toEqual([[2, "null: day-ahead"]]);
  const other = [...DELEGATIONS.slice(0, 1), DELEGATIONS[3]?.replace("observer", "member") ?? ""];
  expect(does(await brings("delegations", other, "check"))).toEqual([[2, "kind: kind-differs"]]);
});

test("[D44] a membership whose last day is over is ended, once; one that never was is left alone", async () => {
  await brings("delegations", DELEGATIONS, "all");
  await brings("groups", GROUPS, "all");
  await brings("memberships", ["group,delegation", "wood,oak"], "all");
  const over = [
    "group,delegation,from,until",
    "wood,oak,2020-01-01,2021-01-01",
    "wood,ash,2020-01-01,2021-01-01",
  ];
  expect(does(await brings("memberships", over, "all"))).toEqual([
    [2, "leave"],
    [3, "nothing"],
  ]);
  expect(does(await brings("memberships", over, "all"))).toEqual([
    [2, "nothing"],
    [3, "nothing"],
  ]);
  expect(state().memberships.wood).toMatchObject([{ delegation: "oak", until: expect.any(String) }]);
});

test("[D45] [D43] who has an address here is seated, others are invited by a link that is shown once", async () => {
  await brings("delegations", DELEGATIONS, "all");
  const passwordHash = "not-a-hash";
  addPerson(store, { email: "ann@example.org", name: "Ann", passwordHash, as: "reviewer" }, serverTime());
  const columns = "email,name,delegation,function,from,until,citation,citation_date";
  const row = (email: string, more: string) => `${email},,${more},,Note 7,2026-11-02`;
  const lines = [
    columns,
    row("Ann@example.org", "oak,head,"),
    row("ben@example.org", "ash,drafter,"),
    row("cleo@example.org", "nobody,reader,"),
    row("dora@example.org", ",facilitator,"),
  ];
  const right = await brings("persons", lines, "right");
  expect(does(right)).toEqual([
    [2, "seat"],
    [3, "invite"],
    [4, "delegation: unknown-delegation"],
    [5, "invite"],
  ]);
  expect(right.invited.map(({ email, token }) => [email, token.length > 30])).toEqual([
    ["ben@example.org", true],
    ["dora@example.org", true],
  ]);
  const seats = () => allSeats(store).filter(({ place }) => place.as === "delegation");
  expect(seats()).toMatchObject([{ email: "ann@example.org", cites: { document: "Note 7" }, until: null }]);
  const again = await brings("persons", lines, "right");
  expect([does(again)[0], does(again)[1], again.invited]).toEqual([[2, "nothing"], [3, "nothing"], []]);
  const ends = [columns, "ann@example.org,,oak,head,,2999-12-31,Note 8,2026-11-03"];
  expect(does(await brings("persons", ends, "all"))).toEqual([[2, "until"]]);
  expect(seats()[0]?.until).toBe("3000-01-01T00:00:00.000Z");
});
