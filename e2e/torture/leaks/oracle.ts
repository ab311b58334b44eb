/**
 * Who may read a secret: said anew in a few lines from the rules S1 to S5, S8 and J9 of deliberation/SPEC.md. The server's
 * own answer to that question is on trial and is not asked.
 */
import type { Seated } from "../stage.ts";

export type Audience = "everyone" | "facilitators" | "secretariat";

/** Where a secret was put, and so whom it may reach. A secret may be put in several places. */
export type Reach =
  /** A delegation's draft room: words, fields, presence, and who is there. */
  | { in: "drafts"; of: string }
  /** A group's draft room. */
  | { in: "group"; members: readonly string[] }
  /** What facilitators prepare together. */
  | { in: "podium" }
  | { in: "entry"; of: string; audience: Audience }
  /** Ids of a delegation's persons; `of` null: of persons without a delegation. */
  | { in: "provenance"; of: string | null }
  /** What a person asked of the server without success. */
  | { in: "request"; person: string };

const NARROWEST_FIRST: readonly Audience[] = ["secretariat", "facilitators", "everyone"];

/** @param reader null when nobody is signed in. */
export function mayRead(reach: Reach, reader: Seated | null): boolean {
  if (reader === null) return false; // S1
  switch (reach.in) {
    case "drafts": // S2
      return reader.delegation === reach.of && reader.function !== "reader";
    case "group": // S8
      return reach.members.includes(reader.delegation ?? "") && reader.function !== "reader";
    case "podium": // J9
      return reader.as === "facilitator";
    case "entry": // S4
      if (reach.audience === "everyone" || reader.delegation === reach.of) return true;
      // The secretariat keeps the record: it reads what the facilitators read.
      if (reader.as === "administrator") return true;
      return reader.as === "facilitator" && reach.audience === "facilitators";
    case "provenance": // S5
      if (reader.as === "administrator") return true;
      return reach.of !== null && reader.delegation === reach.of;
    case "request":
      return reader.person === reach.person;
    default:
      return reach satisfies never;
  }
}

/** [S3] What is heard no wider than each of these. */
export function narrowest(...all: Audience[]): Audience {
  return NARROWEST_FIRST.find((one) => all.includes(one)) ?? "everyone";
}
