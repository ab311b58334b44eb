/** Invitations by link: made and taken back by the secretariat and by heads, accepted by whoever was invited. */
import { createRoute } from "@hono/zod-openapi";
import {
  type Accepting,
  acceptInvitation,
  invitationById,
  invite as inviteTo,
  revokeInvitation,
} from "#db/invitations";
import { actInSeat, attempts } from "#db/sign-ins";
import { may } from "#deliberation/may";
import { isRefusal, refuse } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import { sendInvitation } from "../people/invitation-letter.ts";
import { guardWrites } from "./door.ts";
import type { Api, ApiParts } from "./parts.ts";
import {
  AcceptanceAnswer,
  AcceptanceRequest,
  InvitationAnswer,
  InvitationEnd,
  InvitationEnded,
  InvitationRequest,
} from "./people-schemas.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";

const PATH = "/api/v1/people/invitations";
const ACCEPTANCE = "/api/v1/invitations/acceptance";
/** By one person within a quarter of an hour: more is no inviting any more. */
const MOST_INVITED = 60;

const invite = createRoute({
  ...asks("person.invite"),
  method: "post",
  path: PATH,
  summary: "Invite an e-mail address to a seat: by e-mail, and by a link told once",
  request: { body: { required: true, content: { "application/json": { schema: InvitationRequest } } } },
  responses: answers(201, InvitationAnswer),
});

const revoke = createRoute({
  ...asks("person.invite"),
  method: "post",
  path: `${PATH}/end`,
  summary: "Take an invitation back that nobody has accepted",
  request: { body: { required: true, content: { "application/json": { schema: InvitationEnd } } } },
  responses: answers(200, InvitationEnded),
});

/** Without a sign-in: the token is what is shown, and a newcomer has nothing else. */
const accept = createRoute({
  "x-may": "anybody",
  method: "post",
  path: ACCEPTANCE,
  summary: "Accept an invitation: as a newcomer, by the password of an account, or signed in",
  request: { body: { required: true, content: { "application/json": { schema: AcceptanceRequest } } } },
  responses: answers(200, AcceptanceAnswer),
});

export function invitationRoutes(api: Api, { store, origin, post }: ApiParts): void {
  api.openapi(invite, async (c) => {
    const at = serverTime();
    const { seat } = c.get("seated");
    const { lang, ...asked } = c.req.valid("json");
    if (!may(seat, "seat.decide", asked.place)) return problem(c, refuse("not-permitted"));
    const invitedFor = seat.as === "delegation" ? seat.delegation : null;
    if (invitedFor === null && asked.cites === null)
      return problem(c, refuse("malformed", "cites: the secretariat names a document"));
    if (attempts(store, `invites ${seat.person}`, at) > MOST_INVITED) return problem(c, refuse("too-many"));
    const made = inviteTo(store, { ...asked, by: seat.person, invitedFor }, at);
    if (isRefusal(made)) return problem(c, made);
    const { token, ...known } = made;
    const link = `${origin}/invitation/${token}`;
    const letter = { ...known, email: asked.email, place: asked.place, invitedFor, link, lang };
    const mail = await sendInvitation({ store, post }, letter);
    return c.json({ invitation: known.invitation, link, expiresAt: known.expiresAt, mail }, 201);
  });
  api.openapi(revoke, (c) => {
    const at = serverTime();
    const { seat } = c.get("seated");
    const { invitation } = c.req.valid("json");
    const found = invitationById(store, invitation, at);
    if (found === null || !may(seat, "seat.decide", found.place)) return problem(c, refuse("not-found"));
    const refusal = revokeInvitation(store, { invitation, by: seat.person }, at);
    return refusal === null ? c.json({ invitation, at }, 200) : problem(c, refusal);
  });
}

export function acceptanceRoutes(api: Api, { store, origin, seatOf }: ApiParts): void {
  api.use(ACCEPTANCE, guardWrites(origin));
  api.openapi(accept, async (c) => {
    c.header("cache-control", "private, no-store");
    const { token, who: asked } = c.req.valid("json");
    const seated = asked.as === "signed-in" ? await seatOf(c.env.incoming) : null;
    if (asked.as === "signed-in" && seated === null) return problem(c, refuse("not-signed-in"));
    const who: Accepting =
      asked.as === "signed-in" ? { as: "person", person: seated?.seat.person ?? ("" as never) } : asked;
    const source = c.env.incoming.socket?.remoteAddress ?? "";
    const at = serverTime();
    const answer = await acceptInvitation(store, { token, who, source }, at);
    if (isRefusal(answer)) return problem(c, answer);
    if (seated !== null) actInSeat(store, { signIn: seated.signIn, ...answer });
    return c.json({ at }, 200);
  });
}
