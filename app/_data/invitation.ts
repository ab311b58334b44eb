/** What a link is, for whoever opens it: nothing but what the invitation itself says. */
import "server-only";
import { type Invitation, invitationOf } from "#db/invitations";
import { emailOf } from "#db/people";
import { delegationNamed } from "#db/seats";
import type { DelegationKey } from "#deliberation/ids";
import { now, type Seated } from "./seated.ts";
import { store } from "./store.ts";

export interface InvitationShown extends Invitation {
  /** Names of the delegation the seat is in, and of the one whose head invites; null where there is none. */
  delegation: string | null;
  inviter: string | null;
  demonstration: boolean;
}

export function invitationShown(token: string, locale: string): InvitationShown | null {
  const found = invitationOf(store(), token, now());
  if (found === null) return null;
  const { place, invitedFor } = found;
  const key = place.as === "delegation" ? place.delegation : null;
  const own = key === null ? null : delegationNamed(store(), key);
  return {
    ...found,
    delegation: key === null ? null : nameOf(key, locale),
    inviter: invitedFor === null ? null : nameOf(invitedFor, locale),
    demonstration: own?.demonstration ?? false,
  };
}

/** Of somebody who is signed in. */
export function ownEmail({ seat }: Seated): string {
  return emailOf(store(), seat.person) ?? "";
}

export function nameOf(key: DelegationKey, locale: string): string {
  const names: Record<string, string> = delegationNamed(store(), key)?.names ?? {};
  return names[locale] ?? names.en ?? key;
}
