/** What the rows of a list of persons ask of the store: seats for who has an address here, invitations for others. [D45] */
import type { By } from "#db/audit";
import { type Invitation, invitationList, invite } from "#db/invitations";
import type { Store } from "#db/open";
import { emailKey, personWith } from "#db/people";
import { allSeats, giveSeat, moveSeatEnd, type SeatRow, takesPart } from "#db/seats";
import type { Instant, PersonId } from "#deliberation/ids";
import { isRefusal, type Refusal } from "#deliberation/refusal";
import { Place } from "#deliberation/seat";
import type { RowFault } from "#formats/lists/faults";
import type { RowOf } from "#formats/lists/rows";
import { begins, type Deed, endOf } from "./record-list.ts";

type Said = RowOf["persons"];

export interface PersonAct {
  does: Deed;
  /** @returns the token of an invitation where it is one. */
  run: (by: By, at: Instant) => { token?: string } | Refusal;
}

/** Seats and open invitations by address, read once for a whole list: its rows are of different seats. */
export interface KnownPersons {
  store: Store;
  seats: ReadonlyMap<string, SeatRow[]>;
  invited: ReadonlyMap<string, Invitation[]>;
}

export function knownPersons(store: Store, at: Instant): KnownPersons {
  const open = invitationList(store, at).filter(({ state }) => state === "open");
  return {
    store,
    seats: Map.groupBy(allSeats(store), ({ email }) => email),
    invited: Map.groupBy(open, ({ email }) => email),
  };
}

/** [D43] Only what does not stand already. */
export function planPerson(
  { store, seats, invited }: KnownPersons,
  said: Said,
  at: Instant,
): { acts: PersonAct[] } | { faults: RowFault[] } {
  const { email, delegation, function: seated, citation: document, citationDate: documentOn } = said;
  const place = Place.parse(
    seated === "facilitator" || seated === "reviewer" || seated === "administrator"
      ? { as: seated }
      : { as: "delegation", delegation, function: seated },
  );
  if (!takesPart(store, place)) return { faults: [{ column: "delegation", fault: "unknown-delegation" }] };
  const [from, until] = [said.from && begins(said.from), said.until && endOf(said.until)];
  const cites = { document, documentOn };
  const isHere = (one: Place) => samePlace(one, place);
  const held = (seats.get(emailKey(email)) ?? []).find(
    (one) => isHere(one.place) && (one.until === null || one.until > at),
  );
  const ended = until !== null && until <= at;
  if (held !== undefined) {
    if (held.until === until) return { acts: [] };
    if (ended) return { faults: [{ column: "until", fault: "already-done" }] };
    const run = (by: By, now: Instant) =>
      moveSeatEnd(store, { seat: held.seat, until, by, reason: document }, now) ?? {};
    return { acts: [{ does: "until", run }] };
  }
  // A seat that is over is nothing to give.
  if (ended) return { acts: [] };
  const person = personWith(store, email);
  if (person !== null) {
    const asked = { person: person as PersonId, place, until, cites };
    const run = (by: By, now: Instant) => {
      const given = giveSeat(store, { ...asked, from: from ?? now, by }, now);
      return isRefusal(given) ? given : {};
    };
    return { acts: [{ does: "seat", run }] };
  }
  if (from !== null && from > at) return { faults: [{ column: "from", fault: "not-begun" }] };
  if (invited.get(emailKey(email))?.some((one) => isHere(one.place))) return { acts: [] };
  const run = (by: By, now: Instant) =>
    invite(store, { email, place, until, cites, by, invitedFor: null }, now);
  return { acts: [{ does: "invite", run }] };
}

function samePlace(one: Place, other: Place): boolean {
  if (one.as !== "delegation" || other.as !== "delegation") return one.as === other.as;
  return one.delegation === other.delegation && one.function === other.function;
}
