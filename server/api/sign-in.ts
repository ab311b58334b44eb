/**
 * One's sign-in: how it stands, going on with it, the seat it acts in, and its end - the row is revoked, its live sockets end, the browser
 * forgets what it held.
 */
import { createRoute } from "@hono/zod-openapi";
import { seatsToActIn } from "#db/seats";
import { actInSeat, prolongSignIn, revokeSignIn } from "#db/sign-ins";
import { refuse } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { ActRequest } from "./people-schemas.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";
import { StandingAnswer } from "./schemas.ts";

const signOut = createRoute({
  ...asks("seated"),
  method: "delete",
  path: "/api/v1/sign-in",
  summary: "Sign out",
  responses: { 204: { description: "Signed out" } },
});

const goOn = createRoute({
  ...asks("seated"),
  method: "put",
  path: "/api/v1/sign-in",
  summary: "Stay signed in: the sign-in holds for as long again from now",
  responses: answers(200, StandingAnswer),
});

const act = createRoute({
  ...asks("seated"),
  method: "put",
  path: "/api/v1/sign-in/seat",
  summary: "Act in another of the seats you hold",
  request: { body: { required: true, content: { "application/json": { schema: ActRequest } } } },
  responses: answers(200, StandingAnswer),
});

/** Without a sign-in: a browser whose sign-in is over asks whether what it keeps may stay. */
const standing = createRoute({
  "x-may": "anybody",
  method: "get",
  path: "/api/v1/sign-in",
  summary: "How the sign-in of this browser stands: held, ended, or revoked",
  responses: answers(200, StandingAnswer),
});

export function standingRoutes(api: Api, { standingOf }: ApiParts): void {
  api.openapi(standing, async (c) => {
    c.header("cache-control", "private, no-store");
    return c.json(await standingOf(c.env.incoming), 200);
  });
}

export function signInRoutes(api: Api, { store, signInEnded, standingOf }: ApiParts): void {
  api.openapi(goOn, async (c) => {
    const { signIn } = c.get("seated");
    prolongSignIn(store, signIn, serverTime());
    return c.json(await standingOf(c.env.incoming), 200);
  });
  api.openapi(act, async (c) => {
    const { signIn, seat: own } = c.get("seated");
    const { seat } = c.req.valid("json");
    const held = seatsToActIn(store, own.person, serverTime());
    if (!held.some((one) => one.seat === seat)) return problem(c, refuse("not-found"));
    actInSeat(store, { signIn, seat, person: own.person });
    return c.json(await standingOf(c.env.incoming), 200);
  });
  api.openapi(signOut, (c) => {
    const { signIn } = c.get("seated");
    revokeSignIn(store, signIn, serverTime());
    signInEnded(signIn);
    c.header("clear-site-data", '"storage"');
    return c.body(null, 204);
  });
}
