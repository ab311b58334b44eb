/** Who is acting, resolved by the store from a sign-in at one moment: one sign-in acts in one capacity. */
import { z } from "zod";
import { DelegationKey, PersonId } from "./ids.ts";

export const SeatFunction = z.enum(["head", "drafter", "capital", "reader"]);
export const SeatRight = z.enum(["clearing", "submitting"]);

export const Seat = z.discriminatedUnion("as", [
  z.object({
    as: z.literal("delegation"),
    person: PersonId,
    delegation: DelegationKey,
    function: SeatFunction,
    /** Rights in force at the moment the seat was read; a head holds both. */
    rights: z.array(SeatRight),
  }),
  z.object({ as: z.literal("facilitator"), person: PersonId }),
  z.object({ as: z.literal("administrator"), person: PersonId }),
  z.object({ as: z.literal("reviewer"), person: PersonId }),
]);

/** What a seat is a place in, whoever sits on it. */
export const Place = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("delegation"), delegation: DelegationKey, function: SeatFunction }),
  z.strictObject({ as: z.literal("facilitator") }),
  z.strictObject({ as: z.literal("administrator") }),
  z.strictObject({ as: z.literal("reviewer") }),
]);

export type Place = z.infer<typeof Place>;
export type SeatFunction = z.infer<typeof SeatFunction>;
export type SeatRight = z.infer<typeof SeatRight>;
export type Seat = z.infer<typeof Seat>;

/** A head holds every right; others what they were given by name. */
export function holds(seat: Seat, right: SeatRight): boolean {
  return seat.as === "delegation" && (seat.function === "head" || seat.rights.includes(right));
}

/** Who acts: a seated person, or the server's clock, which may only close a round. */
export type Actor = Seat | "clock";
