/** Who may do or see a thing: the one place that is asked, by every route, page and room. */
import type { DraftRoomNow } from "./draft-room.ts";
import type { SeenEntry } from "./entry.ts";
import type { DelegationKey } from "./ids.ts";
import { holds, type Place, type Seat } from "./seat.ts";
import { readsBody, readsProvenance, viewerOf } from "./view.ts";

interface Subjects {
  /** Everybody seated. */
  "record.read": undefined;
  "compilation.read": undefined;
  "entry.read": Pick<SeenEntry, "header" | "body" | "provenance">;
  "provenance.read": Pick<SeenEntry, "body" | "provenance">;
  /** A draft room is one delegation's or one group's; a facilitator's or administrator's seat never opens one. */
  "draft.read": DraftRoomNow;
  "draft.write": DraftRoomNow;
  "draft.clear": DraftRoomNow;
  /** Erasing is the head's alone: what is gone is gone for every colleague. */
  "draft.erase": DraftRoomNow;
  submit: { delegation: DelegationKey };
  /** Who sits in the delegation, with which rights since when: its own persons. */
  "people.read": { delegation: DelegationKey };
  "right.give": { delegation: DelegationKey };
  /** All persons and seats, whoever's they are; credentials contested and lifted. */
  "people.administer": undefined;
  /** Inviting persons at all; to which seats is `seat.decide`. */
  "person.invite": undefined;
  /** Giving this seat by invitation, and taking it back: a head's within the own delegation, but of another head. */
  "seat.decide": Place;
  /** What was done with persons and seats: the secretariat all of it, a head what concerns the own delegation. */
  "audit.read": undefined;
  "candidate.read": undefined;
  "secretariat.enter": undefined;
  /** Bringing the file a statement came in: for one's delegation, or as the secretariat. */
  "original.bring": undefined;
  "round.run": undefined;
  /** A summary is a facilitator's alone: the secretariat sums nobody up. */
  "summary.issue": undefined;
  /** Everybody keeps marks of what they themselves have read. */
  "mark.keep": undefined;
  /** Facilitators prepare together what became of words, and publish it. */
  "podium.read": undefined;
  "podium.write": undefined;
}

export type Act = keyof Subjects;

/** @param seat null when nobody is signed in: then nothing is allowed. */
export function may<A extends Act>(
  seat: Seat | null,
  act: A,
  ...subject: Subjects[A] extends undefined ? [] : [Subjects[A]]
): boolean {
  if (seat === null) return false;
  const [about] = subject;
  switch (act) {
    case "record.read":
    case "compilation.read":
    case "mark.keep":
      return true;
    case "entry.read":
      return readsBody(about as Subjects["entry.read"], viewerOf(seat));
    case "provenance.read":
      return readsProvenance(about as Subjects["provenance.read"], viewerOf(seat));
    case "draft.read":
      return inRoom(seat, about as DraftRoomNow) && !isReader(seat);
    case "draft.write":
      return inRoom(seat, about as DraftRoomNow) && (isHead(seat) || isDrafter(seat));
    case "draft.clear":
      return speaksFromRoom(seat, about as DraftRoomNow) && holds(seat, "clearing");
    case "draft.erase":
      return speaksFromRoom(seat, about as DraftRoomNow) && isHead(seat);
    case "submit":
      return inDelegation(seat, about as Subjects["submit"]) && holds(seat, "submitting");
    case "people.read":
      return inDelegation(seat, about as Subjects["people.read"]);
    case "right.give":
      return inDelegation(seat, about as Subjects["right.give"]) && isHead(seat);
    case "candidate.read":
    case "secretariat.enter":
    case "people.administer":
      return seat.as === "administrator";
    case "person.invite":
    case "audit.read":
      return seat.as === "administrator" || isHead(seat);
    case "seat.decide":
      return seat.as === "administrator" || decidesAsHead(seat, about as Place);
    case "original.bring":
      return isHead(seat) || isDrafter(seat) || seat.as === "administrator";
    case "summary.issue":
      return seat.as === "facilitator";
    case "round.run":
      return seat.as === "administrator" || seat.as === "facilitator";
    case "podium.read":
    case "podium.write":
      return seat.as === "facilitator";
    default:
      return act satisfies never;
  }
}

/** Acts that are about a delegation, and asked of a seat for its own. */
export const OWN_ACTS = [
  "draft.read",
  "draft.write",
  "draft.clear",
  "draft.erase",
  "submit",
  "people.read",
  "right.give",
] as const;
/** Acts that are about nothing in particular. */
export const PLAIN_ACTS = [
  "record.read",
  "compilation.read",
  "candidate.read",
  "secretariat.enter",
  "people.administer",
  "person.invite",
  "audit.read",
  "original.bring",
  "round.run",
  "summary.issue",
  "mark.keep",
  "podium.read",
  "podium.write",
] as const;

/** Whether a seat may do this at all: for its own delegation, where the act is about one. */
export function mayAtAll(
  seat: Seat | null,
  act: (typeof OWN_ACTS)[number] | (typeof PLAIN_ACTS)[number],
): boolean {
  if (!isOwnAct(act)) return may(seat, act);
  return seat?.as === "delegation" && may(seat, act, { delegation: seat.delegation });
}

function isOwnAct(act: string): act is (typeof OWN_ACTS)[number] {
  return (OWN_ACTS as readonly string[]).includes(act);
}

function inDelegation(seat: Seat, about: { delegation: DelegationKey }): boolean {
  return seat.as === "delegation" && seat.delegation === about.delegation;
}

/** [S2] [S8] */
function inRoom(seat: Seat, { delegation, group }: DraftRoomNow): boolean {
  if (seat.as !== "delegation") return false;
  return group === undefined ? seat.delegation === delegation : group.members.includes(seat.delegation);
}

/** [S8] [P7] Of a group's room those alone who may speak for the group. */
function speaksFromRoom(seat: Seat, { delegation, group }: DraftRoomNow): boolean {
  if (seat.as !== "delegation") return false;
  return group === undefined ? seat.delegation === delegation : group.speakers.includes(seat.delegation);
}

/** [D23] */
function decidesAsHead(seat: Seat, place: Place): boolean {
  return place.as === "delegation" && place.function !== "head" && isHead(seat) && inDelegation(seat, place);
}

function isHead(seat: Seat): boolean {
  return seat.as === "delegation" && seat.function === "head";
}

function isDrafter(seat: Seat): boolean {
  return seat.as === "delegation" && seat.function === "drafter";
}

function isReader(seat: Seat): boolean {
  return seat.as === "delegation" && seat.function === "reader";
}
