import { afterEach, beforeEach, expect, test } from "vitest";
import { auditRows } from "#db/audit";
import { contestCredentials, contestList, settleCredentials } from "#db/credentials";
import { stateFor } from "#db/follow";
import { rightsVersion } from "#db/installation";
import { seatAt } from "#db/people";
import { headOf } from "#db/record";
import { delegationPeople } from "#db/rights";
import { allSeats } from "#db/seats";
import { may } from "#deliberation/may";
import { isRefusal } from "#deliberation/refusal";
import { ALDER, at, BIRCH, NOTE, REPORT, type Stage, stage } from "./stage.ts";

let world: Stage;
beforeEach(async () => {
  world = await stage();
});
afterEach(() => world.end());

const seatOf = (person: string) => allSeats(world.store).find((one) => one.person === person)?.seat ?? "";
function contests(of: Parameters<typeof contestCredentials>[1]["of"]) {
  const answer = contestCredentials(
    world.store,
    { of, cites: NOTE, by: world.secretary, reason: "Note." },
    at("10:00"),
  );
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer.contest;
}

test("[D26] while credentials are contested a seat reads what is public; settled, it is as it was", () => {
  const { store } = world;
  const [ann, bea] = [world.person("Ann", "head"), world.person("Bea", "drafter", BIRCH)];
  const own = { delegation: ALDER };
  const before = seatAt(store, seatOf(ann), at("10:00"));
  const [version, head] = [rightsVersion(store), headOf(store, REPORT)];
  const contest = contests(own);
  expect(rightsVersion(store)).not.toBe(version);
  const held = seatAt(store, seatOf(ann), at("10:00"));
  expect(held).toMatchObject({
    seat: { as: "reviewer", person: ann },
    suspended: { ...own, ...NOTE, whole: true },
  });
  const seat = held?.seat ?? null;
  expect(may(seat, "record.read")).toBe(true);
  for (const act of [
    "draft.read",
    "draft.write",
    "draft.clear",
    "submit",
    "people.read",
    "right.give",
  ] as const)
    expect(may(seat, act, own), act).toBe(false);
  expect(may(seat, "person.invite")).toBe(false);
  expect(seatAt(store, seatOf(bea), at("10:00"))?.suspended).toBeUndefined();
  expect(settleCredentials(store, { contest, cites: NOTE, by: null }, at("11:00"))).toBeNull();
  expect(seatAt(store, seatOf(ann), at("11:00"))).toEqual(before);
  expect(headOf(store, REPORT)).toEqual(head);
  expect(settleCredentials(store, { contest, cites: NOTE, by: null }, at("11:01"))).toEqual({
    refused: "already-done",
  });
});

test("[D26] the credentials of one person suspend nobody else, and nobody twice", () => {
  const { store } = world;
  const [ann, cleo] = [world.person("Ann", "drafter"), world.person("Cleo", "drafter")];
  contests({ person: ann });
  expect(seatAt(store, seatOf(ann), at("10:00"))).toMatchObject({
    seat: { as: "reviewer" },
    suspended: { whole: false },
  });
  expect(seatAt(store, seatOf(cleo), at("10:00"))?.seat.as).toBe("delegation");
  const again = { of: { person: ann }, cites: NOTE, by: null };
  expect(contestCredentials(store, again, at("10:01"))).toEqual({ refused: "already-done" });
  const both = contests({ delegation: ALDER });
  expect(seatAt(store, seatOf(ann), at("10:00"))?.suspended?.whole).toBe(true);
  settleCredentials(store, { contest: both, cites: NOTE, by: null }, at("11:00"));
  expect(seatAt(store, seatOf(ann), at("11:00"))?.suspended?.whole).toBe(false);
  expect(contestList(store).map(({ liftedAt }) => liftedAt)).toEqual([at("11:00"), null]);
});

test("[D27] nothing that others receive tells of contested credentials", () => {
  const { store } = world;
  world.person("Ann", "head");
  const bea = world.person("Bea", "head", BIRCH);
  const seen = () => [
    ...[
      { as: "delegation" as const, delegation: BIRCH },
      { as: "reviewer" as const },
      { as: "facilitator" as const },
    ].map((viewer) => stateFor(store, REPORT, viewer)),
    seatAt(store, seatOf(bea), at("10:00")),
    delegationPeople(store, BIRCH, at("10:00")),
    auditRows(store, { delegation: BIRCH }, { offset: 0, limit: -1 }),
  ];
  const before = JSON.stringify(seen());
  contests({ delegation: ALDER });
  expect(JSON.stringify(seen())).toBe(before);
});

test("[D28] contesting and settling are told in the audit of their delegation, also for one person", () => {
  const { store } = world;
  const ann = world.person("Ann", "drafter");
  const contest = contests({ person: ann });
  const settled = { document: "A/81/100", documentOn: "2026-11-20" };
  settleCredentials(
    store,
    { contest, cites: settled, by: world.secretary, reason: "Accepted." },
    at("11:00"),
  );
  const { rows } = auditRows(store, { delegation: ALDER, from: at("10:00") }, { offset: 0, limit: 9 });
  expect(rows.map(({ act, person, reason, details }) => [act, person, reason, details.document])).toEqual([
    ["credentials.settled", "Ann", "Accepted.", "A/81/100"],
    ["credentials.contested", "Ann", "Note.", NOTE.document],
  ]);
});
