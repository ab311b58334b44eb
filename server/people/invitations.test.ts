import { afterEach, beforeEach, expect, test } from "vitest";
import { auditRows } from "#db/audit";
import {
  type Accepting,
  acceptInvitation,
  INVITATION_DAYS,
  invitationOf,
  invite,
  revokeInvitation,
} from "#db/invitations";
import { seatAt, setPassword } from "#db/people";
import { checkPassword, seatOfSignIn } from "#db/sign-ins";
import type { Instant } from "#deliberation/ids";
import { isRefusal } from "#deliberation/refusal";
import { ALDER, at, NOTE, type Stage, stage } from "./stage.ts";

const NEW: Accepting = { as: "newcomer", name: "Nell", password: "under the trees" };
let world: Stage;
beforeEach(async () => {
  world = await stage();
});
afterEach(() => world.end());

function invites(email = "nell@alder.test", until: Instant | null = null) {
  const place = { as: "delegation" as const, delegation: ALDER, function: "drafter" as const };
  const asked = { email, place, until, cites: NOTE, by: world.secretary, invitedFor: null };
  const answer = invite(world.store, asked, at("09:00"));
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}
const accepts = (token: string, who: Accepting = NEW, when = at("10:00"), source = "s") =>
  acceptInvitation(world.store, { token, who, source }, when);

test("[D24] a link serves once; the store holds its hash alone", async () => {
  const { store } = world;
  const { token } = invites();
  expect(token).toMatch(/^[\w-]{43}$/);
  const dump = JSON.stringify(store.sqlite.prepare("SELECT * FROM invitations").all());
  expect(dump + JSON.stringify(store.sqlite.prepare("SELECT * FROM audit").all())).not.toContain(token);
  expect(invitationOf(store, token, at("09:00"))).toMatchObject({ state: "open", email: "nell@alder.test" });
  expect(invitationOf(store, `${token.slice(0, -1)}!`, at("09:00"))).toBeNull();
  const both = await Promise.all([accepts(token), accepts(token)]);
  const seated = both.filter((answer) => "seat" in answer);
  expect(seated).toHaveLength(1);
  expect(seatAt(store, (seated[0] as { seat: string }).seat, at("10:00"))).toMatchObject({
    ...{ name: "Nell", seat: { delegation: ALDER, function: "drafter" } },
  });
  expect(await accepts(token)).toEqual({ refused: "invitation-used" });
  expect(invitationOf(store, token, at("10:00"))?.state).toBe("used");
  expect(await accepts("nothing")).toEqual({ refused: "not-found" });
});

test("[D24] a link that expired, or was taken back, seats nobody and says which", async () => {
  const { store, secretary: by } = world;
  const late = invites();
  const days = INVITATION_DAYS * 86_400_000;
  expect(late.expiresAt).toBe(new Date(Date.parse(at("09:00")) + days).toISOString());
  expect(await accepts(late.token, NEW, late.expiresAt)).toEqual({ refused: "invitation-expired" });
  expect(await accepts(invites("o@alder.test", at("09:30")).token)).toEqual({
    refused: "invitation-expired",
  });
  const back = invites();
  expect(revokeInvitation(store, { invitation: back.invitation, by }, at("09:30"))).toBeNull();
  expect(await accepts(back.token)).toEqual({ refused: "invitation-revoked" });
  expect(revokeInvitation(store, { invitation: back.invitation, by }, at("09:31"))).toEqual({
    refused: "already-done",
  });
  const used = invites();
  await accepts(used.token);
  expect(revokeInvitation(store, { invitation: used.invitation, by }, at("11:00"))).toEqual({
    refused: "already-done",
  });
});

test("[D25] whoever has an account comes by its password or signed in; nobody comes as another", async () => {
  const { store } = world;
  const ann = world.person("Ann", "drafter");
  const bea = world.person("Bea", null);
  await setPassword(store, "bea@demo.test", "among the birches", at("08:00"));
  const { token } = invites(" Bea@Demo.test ");
  expect(await accepts(token, { as: "person", person: ann })).toEqual({ refused: "other-account" });
  expect(await accepts(token, NEW)).toEqual({ refused: "account-exists" });
  expect(await accepts(token, { as: "account", password: "under the trees" })).toEqual({
    refused: "not-signed-in",
  });
  expect(await accepts(token, { as: "account", password: "among the birches" })).toMatchObject({
    person: bea,
  });
  const signed = await checkPassword(
    store,
    { email: "bea@demo.test", password: "among the birches", source: "s" },
    at("10:00"),
  );
  if (isRefusal(signed)) throw new Error(signed.refused);
  expect(seatOfSignIn(store, signed.signIn, at("10:00"))?.seat).toMatchObject({ delegation: ALDER });
  // Of an address nobody has, a password is as wrong as any.
  expect(await accepts(invites().token, { as: "account", password: "under the trees" })).toEqual({
    refused: "not-signed-in",
  });
  expect(await accepts(invites().token, { ...NEW, password: "short" } as Accepting)).toEqual({
    refused: "password-short",
  });
  const another = invites("bea@demo.test");
  expect(await accepts(another.token, { as: "person", person: bea })).toEqual({ refused: "already-done" });
});

test("[D25] an invitation tells nothing of accounts; attempts are counted with those to sign in", async () => {
  const { store } = world;
  world.person("Ann", "drafter");
  const shown = ["ann@demo.test", "nobody@demo.test"].map((email) => {
    const { email: own, id, ...rest } = invitationOf(store, invites(email).token, at("09:00")) ?? {};
    return rest;
  });
  expect(shown[0]).toEqual(shown[1]);
  const told = auditRows(store, { acts: ["person.invited"] }, { offset: 0, limit: 2 }).rows;
  expect(told.map(({ person }) => person)).toEqual([null, null]);
  const { token } = invites("ann@demo.test");
  const tries = () => accepts(token, { as: "account", password: "wrong words" });
  for (let n = 0; n < 10; n += 1) expect(await tries()).toEqual({ refused: "not-signed-in" });
  expect(await tries()).toEqual({ refused: "too-many" });
  const signs = { email: "ann@demo.test", password: "x", source: "elsewhere" };
  expect(await checkPassword(store, signs, at("10:00"))).toEqual({ refused: "too-many" });
});

test("[D28] inviting, accepting and taking back are told in the audit, and a failed acceptance leaves nothing", async () => {
  const { store, secretary: by } = world;
  const { token } = invites();
  await accepts(token);
  const back = invites("o@alder.test");
  revokeInvitation(store, { invitation: back.invitation, by }, at("11:00"));
  await accepts(back.token);
  const { rows } = auditRows(store, { from: at("09:00") }, { offset: 0, limit: -1 });
  expect(rows.map(({ act, by: who, person, details }) => [act, who, person, details.email])).toEqual([
    ["invitation.revoked", "Secretary", null, "o@alder.test"],
    ["person.invited", "Secretary", null, "o@alder.test"],
    ["invitation.accepted", "Nell", "Nell", "nell@alder.test"],
    ["seat.given", "Secretary", "Nell", undefined],
    ["person.invited", "Secretary", null, "nell@alder.test"],
  ]);
  expect(
    store.sqlite.prepare("SELECT count(*) FROM persons WHERE email = 'o@alder.test'").pluck().get(),
  ).toBe(0);
});
