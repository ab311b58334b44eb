import { afterEach, beforeEach, expect, test } from "vitest";
import { auditRows } from "#db/audit";
import { rightsVersion } from "#db/installation";
import { colleagues, seatAt, setPassword } from "#db/people";
import { allSeats, giveSeat, moveSeatEnd, seatsToActIn, takeSeatBack } from "#db/seats";
import { actInSeat, checkPassword, seatOfSignIn, standingOfSignIn } from "#db/sign-ins";
import type { Instant } from "#deliberation/ids";
import { may, mayAtAll } from "#deliberation/may";
import { isRefusal } from "#deliberation/refusal";
import { type Place, Seat } from "#deliberation/seat";
import { ALDER, at, BIRCH, GROVE, NOTE, type Stage, stage } from "./stage.ts";

const DRAFTER: Place = { as: "delegation", delegation: ALDER, function: "drafter" };
const PASSWORD = "under the trees";
let world: Stage;
beforeEach(async () => {
  world = await stage();
});
afterEach(() => world.end());

function gives(person: ReturnType<Stage["person"]>, place: Place = DRAFTER, until: Instant | null = null) {
  const asked = { person, place, from: at("09:00"), until, cites: NOTE, by: world.secretary };
  return giveSeat(world.store, asked, at("09:00"));
}
function given(answer: ReturnType<typeof gives>): string {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer.seat;
}

test("[D21] a seat is given with its document, for its time alone, in a delegation that takes part, and not twice", () => {
  const ann = world.person("Ann", null);
  const seat = given(gives(ann, DRAFTER, at("12:00")));
  expect(seatAt(world.store, seat, at("08:59"))).toBeNull();
  expect(seatAt(world.store, seat, at("09:00"))?.seat).toMatchObject({
    delegation: ALDER,
    function: "drafter",
  });
  expect(seatAt(world.store, seat, at("12:00"))).toBeNull();
  expect(allSeats(world.store).find((one) => one.seat === seat)?.cites).toEqual(NOTE);
  expect(gives(ann)).toMatchObject({ refused: "already-done" });
  expect(gives(ann, { ...DRAFTER, function: "capital" })).toHaveProperty("seat");
  expect(gives(ann, { ...DRAFTER, delegation: GROVE })).toMatchObject({ refused: "unknown-delegation" });
  expect(gives(ann, { ...DRAFTER, delegation: "yew" as typeof ALDER })).toMatchObject({
    refused: "unknown-delegation",
  });
  expect(gives("00000000-0000-4000-8000-000000000009" as typeof ann)).toMatchObject({
    refused: "unknown-person",
  });
  expect(gives(ann, DRAFTER, at("08:00"))).toMatchObject({ refused: "malformed" });
});

test("[D22] the end of a seat is moved; taken back it ends at once with its sign-ins, and stays on file", async () => {
  const { store, secretary: by } = world;
  const ann = world.person("Ann", null);
  const seat = given(gives(ann, DRAFTER, at("12:00")));
  await setPassword(store, "ann@demo.test", PASSWORD, at("09:00"));
  const signed = await checkPassword(
    store,
    { email: "ann@demo.test", password: PASSWORD, source: "s" },
    at("10:00"),
  );
  if (isRefusal(signed)) throw new Error(signed.refused);
  const reason = "Note verbale of today.";
  expect(moveSeatEnd(store, { seat, until: at("09:30"), by, reason }, at("10:00"))).toMatchObject({
    refused: "malformed",
  });
  expect(moveSeatEnd(store, { seat, until: null, by, reason }, at("10:00"))).toBeNull();
  expect(seatAt(store, seat, at("13:00"))).not.toBeNull();
  const before = rightsVersion(store);
  expect(takeSeatBack(store, { seat, by, reason }, at("11:00"))).toBeNull();
  expect(rightsVersion(store)).not.toBe(before);
  expect(seatOfSignIn(store, signed.signIn, at("11:00"))).toBeNull();
  expect(standingOfSignIn(store, signed.signIn, at("11:00"))).toEqual({ standing: "revoked" });
  expect(takeSeatBack(store, { seat, by, reason }, at("11:01"))).toMatchObject({ refused: "already-done" });
  expect(moveSeatEnd(store, { seat, until: null, by, reason }, at("11:01"))).toMatchObject({
    refused: "already-done",
  });
  expect(allSeats(store).find((one) => one.seat === seat)).toMatchObject({
    from: at("09:00"),
    until: at("11:00"),
  });
});

test("[D23] a head decides on seats of the own delegation but a head's; the secretariat on all", () => {
  const person = world.secretary;
  const head = Seat.parse({ as: "delegation", person, delegation: ALDER, function: "head", rights: [] });
  const drafter = Seat.parse({
    as: "delegation",
    person,
    delegation: ALDER,
    function: "drafter",
    rights: [],
  });
  const secretariat = Seat.parse({ as: "administrator", person });
  const places: Place[] = [
    DRAFTER,
    { ...DRAFTER, function: "head" },
    { ...DRAFTER, delegation: BIRCH },
    { as: "reviewer" },
  ];
  const decides = (seat: Seat | null) => places.map((place) => may(seat, "seat.decide", place));
  expect(decides(head)).toEqual([true, false, false, false]);
  expect(decides(drafter)).toEqual([false, false, false, false]);
  expect(decides(secretariat)).toEqual([true, true, true, true]);
  expect(decides(null)).toEqual([false, false, false, false]);
  for (const as of ["facilitator", "reviewer"])
    expect(
      ["people.administer", "person.invite", "audit.read"].map((act) =>
        mayAtAll(Seat.parse({ as, person }), act as "audit.read"),
      ),
    ).toEqual([false, false, false]);
});

test("[D30] a sign-in acts in the seat given last of those held, until another is chosen", async () => {
  const { store } = world;
  const ann = world.person("Ann", "drafter", BIRCH);
  await setPassword(store, "ann@demo.test", PASSWORD, at("08:00"));
  const signsIn = async (hour: string) => {
    const asked = { email: "ann@demo.test", password: PASSWORD, source: "s" };
    const answer = await checkPassword(store, asked, at(hour));
    if (isRefusal(answer)) throw new Error(answer.refused);
    return answer.signIn;
  };
  const seatOf = (signIn: string, hour: string) => seatOfSignIn(store, signIn, at(hour))?.seat;
  const first = await signsIn("08:30");
  expect(seatOf(first, "08:30")).toMatchObject({ delegation: BIRCH });
  const seat = given(gives(ann));
  const second = await signsIn("09:30");
  expect(seatOf(second, "09:30")).toMatchObject({ delegation: ALDER });
  // A sign-in that goes on acts in the seat it has.
  expect(seatOf(first, "09:30")).toMatchObject({ delegation: BIRCH });
  const held = seatsToActIn(store, ann, at("09:30"));
  expect(held.map(({ place }) => place.as === "delegation" && place.delegation)).toEqual([ALDER, BIRCH]);
  const bea = world.person("Bea", "drafter");
  actInSeat(store, { signIn: second, seat: held[1]?.seat ?? "", person: bea });
  expect(seatOf(second, "09:30")).toMatchObject({ delegation: ALDER });
  actInSeat(store, { signIn: second, seat: held[1]?.seat ?? "", person: ann });
  expect(seatOf(second, "09:30")).toMatchObject({ delegation: BIRCH });
  takeSeatBack(store, { seat, by: null, reason: "Over." }, at("10:00"));
  expect(seatOf(await signsIn("10:00"), "10:00")).toMatchObject({ delegation: BIRCH });
});

test("[D28] each act is a row of the audit with who, of whom, what and why; a row neither changes nor goes", async () => {
  const { store, secretary: by } = world;
  const ann = world.person("Ann", null);
  const seat = given(gives(ann, DRAFTER, at("12:00")));
  moveSeatEnd(store, { seat, until: null, by, reason: "Prolonged." }, at("10:00"));
  takeSeatBack(store, { seat, by, reason: "Note verbale." }, at("11:00"));
  await setPassword(store, "ann@demo.test", PASSWORD, at("11:30"));
  const { rows } = auditRows(store, {}, { offset: 0, limit: -1 });
  expect(rows.slice(0, 4).map(({ act, by: who, person, reason }) => [act, who, person, reason])).toEqual([
    ["password.set", null, "Ann", null],
    ["seat.ended", "Secretary", "Ann", "Note verbale."],
    ["seat.changed", "Secretary", "Ann", "Prolonged."],
    ["seat.given", "Secretary", "Ann", null],
  ]);
  expect(rows[3]).toMatchObject({
    at: at("09:00"),
    delegation: ALDER,
    details: { ...NOTE, until: at("12:00") },
  });
  expect(rows[2]?.details).toMatchObject({ until: null, untilBefore: at("12:00") });
  for (const change of [
    "UPDATE audit SET reason = 'x'",
    "DELETE FROM audit",
    "REPLACE INTO audit SELECT * FROM audit",
  ])
    expect(() => store.sqlite.exec(change)).toThrow("append-only");
  // What is refused is not told of.
  gives(ann, { ...DRAFTER, delegation: GROVE });
  expect(auditRows(store, {}, { offset: 0, limit: 1 })).toMatchObject({
    rows: [{ act: "password.set" }],
    total: rows.length,
  });
});

test("[D28] [D29] the audit of one delegation holds nothing of others; an address locked out is told of once", async () => {
  const { store } = world;
  world.person("Ann", "drafter");
  world.person("Bea", "drafter", BIRCH);
  for (let n = 0; n < 13; n += 1)
    await checkPassword(store, { email: "ann@demo.test", password: "wrong words", source: "s" }, at("10:00"));
  const part = (delegation: typeof ALDER) => auditRows(store, { delegation }, { offset: 0, limit: 10 });
  expect(part(ALDER).rows.map(({ act, person }) => [act, person])).toEqual([
    ["sign-in.locked", "Ann"],
    ["seat.given", "Ann"],
  ]);
  const own = auditRows(store, { delegation: ALDER, own: true }, { offset: 0, limit: 10 }).rows;
  expect(own.map(({ person, details }) => [person, details.email])).toEqual([
    ["Ann", undefined],
    ["Ann", undefined],
  ]);
  expect(part(ALDER).rows[0]?.details.email).toBe("ann@demo.test");
  expect(part(BIRCH).rows.map(({ person }) => person)).toEqual(["Bea"]);
  expect(
    auditRows(store, { acts: ["sign-in.locked"], from: at("10:01") }, { offset: 0, limit: 9 }).total,
  ).toBe(0);
  expect(
    auditRows(
      store,
      { acts: ["sign-in.locked"], from: at("10:00"), before: at("10:01") },
      { offset: 0, limit: 9 },
    ).total,
  ).toBe(1);
});

test("[D29] [D31] for a delegation's own eyes persons of elsewhere have no names in the audit", () => {
  const { store } = world;
  gives(world.person("Ann", null));
  const named = (own: boolean) =>
    auditRows(store, { delegation: ALDER, own }, { offset: 0, limit: 1 }).rows.map(({ by, person }) => [
      by,
      person,
    ]);
  expect(named(false)).toEqual([["Secretary", "Ann"]]);
  expect(named(true)).toEqual([[null, "Ann"]]);
});

test("[D31] a delegation's own names are within it alone", () => {
  world.person("Ann", "drafter");
  world.person("Bea", "drafter", BIRCH);
  expect(colleagues(world.store, ALDER).map(({ name }) => name)).toEqual(["Ann"]);
  const person = world.secretary;
  const head = Seat.parse({ as: "delegation", person, delegation: ALDER, function: "head", rights: [] });
  expect(may(head, "people.read", { delegation: BIRCH })).toBe(false);
  expect(may(head, "people.administer")).toBe(false);
});
