/** The persons of one's own delegation, for its own eyes. */
import "server-only";
import { notFound } from "next/navigation";
import { type Colleague, delegationPeople } from "#db/rights";
import { seatsToActIn } from "#db/seats";
import { may } from "#deliberation/may";
import type { Place, Seat } from "#deliberation/seat";
import { reportOf, reports, stateOf } from "./report.ts";
import { now } from "./seated.ts";
import { store } from "./store.ts";

export type { RightGiven } from "#db/rights";

export function ownPeople(seat: Seat): Colleague[] {
  if (seat.as !== "delegation" || !may(seat, "people.read", { delegation: seat.delegation })) notFound();
  return delegationPeople(store(), seat.delegation, now());
}

/** The seats that somebody signed in may act in. */
export function ownSeats(seat: Seat): { seat: string; place: Place }[] {
  return seatsToActIn(store(), seat.person, now());
}

/** The delegation's name, and the demonstration's mark, are a report's to say: pages of no report take the first one's. */
export function ofFirstReport(seat: Seat) {
  const [first] = reports();
  if (first === undefined) return null;
  const { id, report } = reportOf(first);
  return { report: { id, symbol: report.symbol, title: report.title }, state: stateOf(id, seat) };
}
