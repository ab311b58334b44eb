/** Persons and seats of everybody, for the secretariat's eyes; the audit, for those who may read it. */
import "server-only";
import { notFound } from "next/navigation";
import { type AuditFilter, type AuditRow, auditRows } from "#db/audit";
import { type Contest, contestList } from "#db/credentials";
import { type Invitation, invitationList } from "#db/invitations";
import { allSeats, type SeatRow } from "#db/seats";
import type { AuditAct } from "#deliberation/audit";
import { folded } from "#deliberation/folded-text";
import type { DelegationKey, Instant } from "#deliberation/ids";
import { may } from "#deliberation/may";
import type { Seat } from "#deliberation/seat";
import type { DelegationKind } from "#deliberation/state";
import { reports, stateOf } from "./report.ts";
import { now } from "./seated.ts";
import { store } from "./store.ts";

export type { AuditRow, Contest, Invitation, SeatRow };

const A_PAGE = 50;

export interface Named {
  key: DelegationKey;
  name: string;
  kind: DelegationKind;
}

/** Delegations persons sit in, or sat in, by their names in a language, in the order of it. */
export function delegationsNamed(seat: Seat, locale: string): Named[] {
  const known = new Map<string, Named>();
  for (const report of reports()) {
    for (const { key, names, kind } of Object.values(stateOf(report, seat).delegations)) {
      const named: Record<string, string> = names;
      if (!known.has(key)) known.set(key, { key, kind, name: named[locale] ?? named.en ?? key });
    }
  }
  const order = new Intl.Collator(locale);
  return [...known.values()]
    .filter(({ kind }) => kind !== "group")
    .sort((a, b) => order.compare(a.name, b.name));
}

export interface SeatsAsked {
  /** Words of a name, an address, or a delegation's name or key. */
  q: string;
  at: Instant;
  /** Also seats that have ended by then, or have not begun. */
  all: boolean;
  page: number;
}

export interface SeatShown extends SeatRow {
  /** Null: no delegation's. */
  delegation: Named | null;
  standing: "held" | "ended" | "ahead";
  /** Contests that suspend it at that moment. */
  contests: Contest[];
}

/** [D31] A window of the seats, delegations in the order of their names, those of none first. */
export function seatsOf(seat: Seat, asked: SeatsAsked, delegations: readonly Named[]) {
  if (!may(seat, "people.administer")) notFound();
  const { q, at, all, page } = asked;
  const byKey = new Map(delegations.map((one, n) => [one.key as string, { one, n }]));
  const contests = contestsAt(at);
  const everySeat = allSeats(store());
  const everybody = new Map(everySeat.map(({ person, name }) => [person as string, name]));
  const shown = everySeat
    .map((row): SeatShown => {
      const { place } = row;
      const key = place.as === "delegation" ? place.delegation : null;
      const named =
        key === null ? null : (byKey.get(key)?.one ?? { key, name: key, kind: "member" as const });
      return {
        ...row,
        delegation: named,
        standing: standingOf(row, at),
        contests: contestsOf(contests, row),
      };
    })
    .filter((row) => (all || row.standing === "held") && matches(row, q))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const pages = Math.max(1, Math.ceil(shown.length / A_PAGE));
  const on = Math.min(Math.max(1, page), pages);
  return {
    rows: shown.slice((on - 1) * A_PAGE, on * A_PAGE),
    total: shown.length,
    page: on,
    pages,
    everybody,
  };

  function orderOf({ delegation }: SeatShown): number {
    return delegation === null ? -1 : (byKey.get(delegation.key)?.n ?? delegations.length);
  }
}

/** Contests that stand at a moment; for the secretariat. */
export function contestsFor(seat: Seat, at: Instant): Contest[] {
  if (!may(seat, "people.administer")) notFound();
  return contestsAt(at);
}

/** All for the secretariat; for a head those to the own delegation. The newest first, those that wait before the rest. */
export function invitationsFor(seat: Seat): Invitation[] {
  if (!may(seat, "person.invite")) notFound();
  const own = seat.as === "delegation" ? seat.delegation : undefined;
  const all = invitationList(store(), now(), own);
  return [...all.filter(({ state }) => state === "open"), ...all.filter(({ state }) => state !== "open")];
}

export interface AuditAsked {
  delegation: DelegationKey | undefined;
  act: AuditAct | undefined;
  /** Days of UTC; the last one is included. */
  from: string | undefined;
  until: string | undefined;
  page: number;
}

/** [D29] */
export function auditFor(seat: Seat, asked: AuditAsked) {
  if (!may(seat, "audit.read")) notFound();
  const { act, from, until } = asked;
  const own = seat.as === "delegation";
  const filter: AuditFilter = {
    ...(own ? { delegation: seat.delegation, own } : { delegation: asked.delegation }),
    ...(act && { acts: [act] }),
    ...(from && { from: `${from}T00:00:00.000Z` as Instant }),
    ...(until && { before: `${until}T23:59:59.999Z` as Instant }),
  };
  const page = Math.max(1, asked.page);
  const { rows, total } = auditRows(store(), filter, { offset: (page - 1) * A_PAGE, limit: A_PAGE });
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / A_PAGE)) };
}

function contestsAt(at: Instant): Contest[] {
  return contestList(store()).filter((one) => one.at <= at && (one.liftedAt === null || at < one.liftedAt));
}

function contestsOf(contests: readonly Contest[], { person, place }: SeatRow): Contest[] {
  if (place.as !== "delegation") return [];
  return contests.filter((one) => one.person === person || one.delegation === place.delegation);
}

function standingOf({ from, until }: SeatRow, at: Instant): SeatShown["standing"] {
  if (at < from) return "ahead";
  return until !== null && until <= at ? "ended" : "held";
}

function matches({ name, email, delegation }: SeatShown, q: string): boolean {
  const where = folded([name, email, delegation?.name ?? "", delegation?.key ?? ""].join("\n"));
  return folded(q)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
