/** What is done with persons, seats and credentials, as the audit tells it. [D28] */
import { z } from "zod";
import { SeatFunction, SeatRight } from "./seat.ts";

export const AUDIT_ACTS = [
  "seat.given",
  "seat.changed",
  "seat.ended",
  "person.invited",
  "invitation.revoked",
  "invitation.accepted",
  "credentials.contested",
  "credentials.settled",
  "right.given",
  "right.ended",
  "password.set",
  "sign-in.locked",
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** What was given or changed. All of it is optional: each act says what it is about. */
export const AuditDetails = z.object({
  as: z.enum(["delegation", "facilitator", "administrator", "reviewer"]).optional(),
  function: SeatFunction.optional(),
  right: SeatRight.optional(),
  /** Where the person is not known here yet. */
  email: z.string().optional(),
  from: z.string().optional(),
  /** Null: until further notice. */
  until: z.string().nullable().optional(),
  /** Where it was another before. */
  untilBefore: z.string().nullable().optional(),
  document: z.string().optional(),
  /** The day of the document, `2026-11-20`. */
  documentOn: z.string().optional(),
});
export type AuditDetails = z.infer<typeof AuditDetails>;

/** A note verbale or a decision of the credentials committee, by reference and day. */
export const Cited = z.strictObject({
  document: z.string().trim().min(1).max(200),
  documentOn: z.iso.date(),
});
export type Cited = z.infer<typeof Cited>;
