/** Contesting the credentials of a delegation or a person, and settling it: the secretariat's, citing a document. */
import { createRoute } from "@hono/zod-openapi";
import { contestCredentials, settleCredentials } from "#db/credentials";
import { takesPart } from "#db/seats";
import { isRefusal, refuse } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { ContestAnswer, ContestRequest, SettleRequest } from "./people-schemas.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";

const PATH = "/api/v1/people/credentials";

const contest = createRoute({
  ...asks("people.administer"),
  method: "post",
  path: PATH,
  summary: "Suspend the seats of a delegation or a person while their credentials are contested",
  request: { body: { required: true, content: { "application/json": { schema: ContestRequest } } } },
  responses: answers(201, ContestAnswer),
});

const settle = createRoute({
  ...asks("people.administer"),
  method: "post",
  path: `${PATH}/settled`,
  summary: "The matter is settled: the seats act again",
  request: { body: { required: true, content: { "application/json": { schema: SettleRequest } } } },
  responses: answers(200, ContestAnswer),
});

export function credentialRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(contest, (c) => {
    const at = serverTime();
    const asked = c.req.valid("json");
    const { of } = asked;
    if ("delegation" in of && !takesPart(store, { as: "delegation", ...of, function: "head" }))
      return problem(c, refuse("unknown-delegation"));
    const answer = contestCredentials(store, { ...asked, by: c.get("seated").seat.person }, at);
    return isRefusal(answer) ? problem(c, answer) : c.json({ ...answer, at }, 201);
  });
  api.openapi(settle, (c) => {
    const at = serverTime();
    const asked = c.req.valid("json");
    const refusal = settleCredentials(store, { ...asked, by: c.get("seated").seat.person }, at);
    return refusal === null ? c.json({ contest: asked.contest, at }, 200) : problem(c, refusal);
  });
}
