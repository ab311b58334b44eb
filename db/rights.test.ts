import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import { rightsVersion } from "./installation.ts";
import { migrateStore } from "./migrate.ts";
import { closeStore, openStore, type Store } from "./open.ts";
import { addPerson, seatAt } from "./people.ts";
import { delegationPeople, endRight, giveRight } from "./rights.ts";

const [MORNING, NOON, NIGHT] = ["08", "12", "20"].map(
  (hour) => `2026-11-20T${hour}:00:00.000Z` as Instant,
) as [Instant, Instant, Instant];
const ALDER = "alder" as DelegationKey;
let folder: string;
let store: Store;
let head: PersonId;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rights-"));
  store = openStore(folder);
  migrateStore(store);
  const seat = { passwordHash: "none", as: "delegation" as const, delegation: "alder" };
  head = addPerson(
    store,
    { ...seat, email: "h@demo.test", name: "Head", function: "head" },
    MORNING,
  ) as PersonId;
  addPerson(store, { ...seat, email: "d@demo.test", name: "Drafter", function: "drafter" }, MORNING);
});
afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const drafter = (at: Instant) => {
  const one = delegationPeople(store, ALDER, at).find(({ name }) => name === "Drafter");
  if (one === undefined) throw new Error("the drafter is not seated");
  return one;
};
const rightsAt = (at: Instant) => {
  const seated = seatAt(store, drafter(at).seat, at)?.seat;
  return seated?.as === "delegation" ? seated.rights : null;
};

test("a right holds from when it was given until its day or its end, and every giving stays on file", () => {
  const asked = { delegation: ALDER, seat: drafter(MORNING).seat, right: "clearing" as const, by: head };
  const before = rightsVersion(store);
  expect(giveRight(store, { ...asked, at: MORNING }, NIGHT)).toBe(true);
  expect(rightsVersion(store)).not.toBe(before);
  expect(giveRight(store, { ...asked, at: NOON }, null)).toBe(false);
  expect(rightsAt(NOON)).toEqual(["clearing"]);
  expect(rightsAt(NIGHT)).toEqual([]);
  expect(endRight(store, { ...asked, at: NOON })).toBe(true);
  expect(rightsAt(NOON)).toEqual([]);
  expect(endRight(store, { ...asked, at: NOON })).toBe(false);
  expect(giveRight(store, { ...asked, at: NOON }, null)).toBe(true);
  expect(drafter(NIGHT).rights).toEqual([
    { right: "clearing", from: MORNING, until: NOON, givenBy: "Head", endedBy: "Head" },
    { right: "clearing", from: NOON, until: null, givenBy: "Head", endedBy: null },
  ]);
});

test("nobody gives a right in another delegation", () => {
  const asked = {
    delegation: "birch" as DelegationKey,
    seat: drafter(NOON).seat,
    right: "clearing" as const,
  };
  expect(giveRight(store, { ...asked, by: head, at: NOON }, null)).toBe(false);
  expect(endRight(store, { ...asked, by: head, at: NOON })).toBe(false);
  expect(delegationPeople(store, asked.delegation, NOON)).toEqual([]);
});
