/** The persons of one's own delegation, for its own eyes. */
import "server-only";
import { notFound } from "next/navigation";
import { type Colleague, delegationPeople } from "#db/rights";
import { may } from "#deliberation/may";
import type { Seat } from "#deliberation/seat";
import { now } from "./seated.ts";
import { store } from "./store.ts";

export type { RightGiven } from "#db/rights";

export function ownPeople(seat: Seat): Colleague[] {
  if (seat.as !== "delegation" || !may(seat, "people.read", { delegation: seat.delegation })) notFound();
  return delegationPeople(store(), seat.delegation, now());
}
