/** Shapes of the routes about persons, seats, invitations and credentials. */
import { z } from "@hono/zod-openapi";
import { AUDIT_ACTS, Cited } from "#deliberation/audit";
import { DelegationKey, Instant, Lang, PersonId } from "#deliberation/ids";
import { Place, SeatRight } from "#deliberation/seat";
import { PAPER_LANGS } from "#formats/paper-words";

const Reason = z.string().trim().min(1).max(1_000);

/** `from` null: at once. `until` null: until further notice. */
export const SeatRequest = z.strictObject({
  person: PersonId,
  place: Place,
  from: Instant.nullable(),
  until: Instant.nullable(),
  cites: Cited,
  rights: z.array(SeatRight).max(2).default([]),
});
export const SeatAnswer = z.object({ seat: z.string(), at: Instant });
export const SeatEnd = z.strictObject({ seat: z.uuid(), reason: Reason });
export const SeatUntil = SeatEnd.extend({ until: Instant.nullable() });

/** Another seat of the person who asks. */
export const ActRequest = z.strictObject({ seat: z.uuid() });

/** `cites` is the secretariat's to give; a head invites in the name of its delegation. */
export const InvitationRequest = z.strictObject({
  email: z.email().max(254),
  place: Place,
  until: Instant.nullable(),
  cites: Cited.nullable(),
  lang: Lang,
});
/** `link` is told this once: the store keeps a hash alone. */
export const InvitationAnswer = z.object({
  invitation: z.string(),
  link: z.string(),
  expiresAt: Instant,
  mail: z.enum(["sent", "refused", "unreachable", "unknown"]),
});
export const InvitationEnd = z.strictObject({ invitation: z.uuid() });
export const InvitationEnded = z.object({ invitation: z.string(), at: Instant });

const Token = z.string().min(1).max(100);
const Password = z.string().min(1).max(1_000);
export const AcceptanceRequest = z.strictObject({
  token: Token,
  who: z.discriminatedUnion("as", [
    z.strictObject({
      as: z.literal("newcomer"),
      name: z.string().trim().min(1).max(200),
      password: Password,
    }),
    z.strictObject({ as: z.literal("account"), password: Password }),
    z.strictObject({ as: z.literal("signed-in") }),
  ]),
});
export const AcceptanceAnswer = z.object({ at: Instant });

export const ContestRequest = z.strictObject({
  of: z.union([z.strictObject({ delegation: DelegationKey }), z.strictObject({ person: PersonId })]),
  cites: Cited,
  reason: Reason.optional(),
});
export const ContestAnswer = z.object({ contest: z.string(), at: Instant });
export const SettleRequest = z.strictObject({
  contest: z.uuid(),
  cites: Cited,
  reason: Reason.optional(),
});

export const AuditQuery = z.object({
  delegation: DelegationKey.optional(),
  act: z.enum(AUDIT_ACTS).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  lang: z.enum(PAPER_LANGS).default("en"),
});
