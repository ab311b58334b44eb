/** Giving and taking the rights to clear and to submit: the head's, within its own delegation. */
import { createRoute } from "@hono/zod-openapi";
import { endRight, giveRight } from "#db/rights";
import { refuse } from "#deliberation/refusal";
import type { Seat } from "#deliberation/seat";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";
import { RightAnswer, RightEnd, RightRequest } from "./schemas.ts";

const PATH = "/api/v1/delegation/rights";

const give = createRoute({
  ...asks("right.give"),
  method: "post",
  path: PATH,
  summary: "Give a person of your delegation the right to clear or to submit, from now on",
  request: { body: { required: true, content: { "application/json": { schema: RightRequest } } } },
  responses: answers(201, RightAnswer),
});

const end = createRoute({
  ...asks("right.give"),
  method: "post",
  path: `${PATH}/end`,
  summary: "Take a right away at once; open connections follow within two seconds",
  request: { body: { required: true, content: { "application/json": { schema: RightEnd } } } },
  responses: answers(200, RightAnswer),
});

export function rightRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(give, (c) => {
    const own = ownDelegation(c.get("seated").seat);
    if (own === null) return problem(c, refuse("not-permitted"));
    const { seat, right, until } = c.req.valid("json");
    const at = serverTime();
    if (until !== null && until <= at) return problem(c, refuse("malformed", "until lies in the past"));
    if (!giveRight(store, { ...own, seat, right, at }, until)) return problem(c, refuse("already-done"));
    return c.json({ seat, right, at }, 201);
  });
  api.openapi(end, (c) => {
    const own = ownDelegation(c.get("seated").seat);
    if (own === null) return problem(c, refuse("not-permitted"));
    const { seat, right } = c.req.valid("json");
    const at = serverTime();
    if (!endRight(store, { ...own, seat, right, at })) return problem(c, refuse("already-done"));
    return c.json({ seat, right, at }, 200);
  });
}

function ownDelegation(seat: Seat) {
  return seat.as === "delegation" ? { delegation: seat.delegation, by: seat.person } : null;
}
