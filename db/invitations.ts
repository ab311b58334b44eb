/**
 * Invitations by link: a random token that the store keeps as its hash alone, single use, with an end, and taken back
 * at any time. Who accepts is the person of the address that was invited, whatever the link was passed on to. [D24] [D25]
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Cited } from "#deliberation/audit";
import type { DelegationKey, Instant, PersonId } from "#deliberation/ids";
import { isRefusal, type Refusal, refuse } from "#deliberation/refusal";
import type { Place } from "#deliberation/seat";
import { type By, noteAct } from "./audit.ts";
import { type Store, writing } from "./open.ts";
import { hashPassword, PASSWORD_LENGTH, passwordHolds } from "./password.ts";
import { emailKey, personWith } from "./people.ts";
import { invitations, persons } from "./schema.ts";
import { columnsOf, detailsOf, giveSeat, placeOf, takesPart } from "./seats.ts";
import { tooManyAttempts } from "./sign-ins.ts";

const TOKEN_BYTES = 32;
export const INVITATION_DAYS = 14;

export interface InvitationAsked {
  email: string;
  place: Place;
  /** When the seat will end; null: until further notice. */
  until: Instant | null;
  cites: Cited | null;
  by: By;
  /** The delegation whose head invites; null where it is the secretariat. */
  invitedFor: DelegationKey | null;
}

/** @returns the token once; nobody can read it again. */
export function invite(
  store: Store,
  { email, place, until, cites, by, invitedFor }: InvitationAsked,
  at: Instant,
): { invitation: string; token: string; expiresAt: Instant } | Refusal {
  if (until !== null && until <= at) return refuse("malformed", "until: not ahead");
  if (!takesPart(store, place)) return refuse("unknown-delegation");
  const [invitation, token] = [randomUUID(), randomBytes(TOKEN_BYTES).toString("base64url")];
  const expiresAt = new Date(Date.parse(at) + INVITATION_DAYS * 86_400_000).toISOString() as Instant;
  const { columns, delegation } = columnsOf(place);
  return writing(store, () => {
    const row = { id: invitation, tokenHash: hashOf(token), email: emailKey(email), ...columns, until };
    store.db
      .insert(invitations)
      .values({ ...row, ...cites, invitedBy: by, invitedFor, at, expiresAt })
      .run();
    // Not whether anybody has this address: who invites learns nothing of accounts.
    const details = { ...detailsOf(place), email: row.email, until, ...cites };
    noteAct(store, { by, act: "person.invited", delegation, person: null, details }, at);
    return { invitation, token, expiresAt };
  });
}

export type InvitationState = "open" | "used" | "expired" | "revoked";

export interface Invitation {
  id: string;
  email: string;
  place: Place;
  until: Instant | null;
  invitedFor: DelegationKey | null;
  at: Instant;
  expiresAt: Instant;
  state: InvitationState;
}

/** What a link is, at a moment. @returns null for a link nobody was given. */
export function invitationOf(store: Store, token: string, at: Instant): Invitation | null {
  const row = store.db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOf(token)))
    .get();
  return row === undefined ? null : stateOf(row, at);
}

/** @param delegation one delegation's; without it all there ever were. The newest first. */
export function invitationList(store: Store, at: Instant, delegation?: DelegationKey): Invitation[] {
  return store.db
    .select()
    .from(invitations)
    .where(delegation === undefined ? undefined : eq(invitations.delegation, delegation))
    .orderBy(desc(invitations.at), desc(invitations.id))
    .all()
    .map((row) => stateOf(row, at));
}

/** @returns null when there is no such invitation. */
export function invitationById(store: Store, id: string, at: Instant): Invitation | null {
  const row = store.db.select().from(invitations).where(eq(invitations.id, id)).get();
  return row === undefined ? null : stateOf(row, at);
}

export function revokeInvitation(
  store: Store,
  { invitation, by }: { invitation: string; by: By },
  at: Instant,
): Refusal | null {
  return writing(store, () => {
    const found = invitationById(store, invitation, at);
    if (found === null) return refuse("not-found");
    if (found.state !== "open") return refuse("already-done");
    store.db
      .update(invitations)
      .set({ revokedAt: at, revokedBy: by })
      .where(eq(invitations.id, invitation))
      .run();
    const { delegation } = columnsOf(found.place);
    const details = { ...detailsOf(found.place), email: found.email };
    noteAct(store, { by, act: "invitation.revoked", delegation, person: null, details }, at);
    return null;
  });
}

/** Who accepts: a newcomer, somebody with an account, or somebody signed in. */
export type Accepting =
  | { as: "newcomer"; name: string; password: string }
  | { as: "account"; password: string }
  | { as: "person"; person: PersonId };

/** [D24] [D25] @param source network address it came from. @returns the seat, from now on. */
export async function acceptInvitation(
  store: Store,
  { token, who, source }: { token: string; who: Accepting; source: string },
  at: Instant,
): Promise<{ seat: string; person: PersonId; email: string } | Refusal> {
  const invitation = openInvitation(store, token, at);
  if (isRefusal(invitation)) return invitation;
  const { email } = invitation;
  if (who.as !== "person" && tooManyAttempts(store, { email, source }, at)) return refuse("too-many");
  const known = personWith(store, email);
  if (who.as === "newcomer") {
    if (who.password.length < PASSWORD_LENGTH) return refuse("password-short");
    if (known !== null) return refuse("account-exists");
    const password = await hashPassword(who.password);
    return seated(store, token, at, () => {
      // Meanwhile another invitation of the same address may have been accepted.
      if (personWith(store, email) !== null) return refuse("account-exists");
      const id = randomUUID() as PersonId;
      store.db.insert(persons).values({ id, email, name: who.name, password }).run();
      return id;
    });
  }
  if (who.as === "account") {
    const row =
      known === null ? undefined : store.db.select().from(persons).where(eq(persons.id, known)).get();
    // Of an address that nobody has it takes as long.
    if (!(await passwordHolds(who.password, row?.password ?? null)) || known === null)
      return refuse("not-signed-in");
  } else if (known !== who.person) return refuse("other-account");
  return seated(store, token, at, () => known);
}

/** Thrown inside a transaction, so that nothing of it stays. */
class Undone extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

function must<T extends string | object>(answer: T | Refusal): T {
  if (typeof answer === "object" && isRefusal(answer)) throw new Undone(answer);
  return answer as T;
}

/** All in one transaction: of two who come at once with the same link one is seated. */
function seated(
  store: Store,
  token: string,
  at: Instant,
  person: () => PersonId | Refusal,
): { seat: string; person: PersonId; email: string } | Refusal {
  try {
    return writing(store, () => {
      const invitation = must(openInvitation(store, token, at));
      const who = must<PersonId>(person());
      const { id, place, until, cites, invitedBy: by, email } = invitation;
      const { seat } = must(giveSeat(store, { person: who, place, from: at, until, cites, by }, at));
      const accepted = { acceptedAt: at, acceptedBy: who, seat };
      const open = and(eq(invitations.id, id), isNull(invitations.acceptedAt));
      store.db.update(invitations).set(accepted).where(open).run();
      const { delegation } = columnsOf(place);
      const details = { ...detailsOf(place), email };
      noteAct(store, { by: who, act: "invitation.accepted", delegation, person: who, details }, at);
      return { seat, person: who, email };
    });
  } catch (error) {
    if (error instanceof Undone) return error.refusal;
    throw error;
  }
}

function openInvitation(store: Store, token: string, at: Instant) {
  const row = store.db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOf(token)))
    .get();
  if (row === undefined) return refuse("not-found");
  const { document, documentOn, invitedBy } = row;
  const cites = document === null || documentOn === null ? null : { document, documentOn };
  const found = { ...stateOf(row, at), cites, invitedBy: invitedBy as By };
  return found.state === "open" ? found : refuse(`invitation-${found.state}`);
}

function stateOf(row: typeof invitations.$inferSelect, at: Instant): Invitation {
  const { id, email } = row;
  return {
    ...{ id, email, place: placeOf(row), until: row.until as Instant | null },
    invitedFor: row.invitedFor as DelegationKey | null,
    at: row.at as Instant,
    expiresAt: row.expiresAt as Instant,
    state: whatBecame(row, at),
  };
}

function whatBecame(row: typeof invitations.$inferSelect, at: Instant): InvitationState {
  if (row.acceptedAt !== null) return "used";
  if (row.revokedAt !== null) return "revoked";
  // A seat whose end has come is nothing to be invited to.
  return row.expiresAt <= at || (row.until !== null && row.until <= at) ? "expired" : "open";
}

/** The token is random and long: its hash needs no salt and no slowness. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
