/** Rejecting a candidate for an idea, and taking that back. Accepting one is a submission like every entry. */
import { createRoute } from "@hono/zod-openapi";
import { decideCandidate } from "#db/candidates";
import { candidatesOf } from "#db/reports";
import { refuse } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";
import { CandidateDecision, CandidateParam } from "./schemas.ts";

const decide = createRoute({
  ...asks("secretariat.enter"),
  method: "put",
  path: "/api/v1/reports/{report}/candidates/{candidate}/decision",
  summary: "Reject a candidate for an idea, or open it again",
  request: {
    params: CandidateParam,
    body: { required: true, content: { "application/json": { schema: CandidateDecision } } },
  },
  responses: answers(200, CandidateDecision),
});

export function candidateRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(decide, (c) => {
    const { person } = c.get("seated").seat;
    const { report, candidate } = c.req.valid("param");
    const { decision } = c.req.valid("json");
    if (!candidatesOf(store, report).some(({ id }) => id === candidate))
      return problem(c, refuse("not-found"));
    decideCandidate(store, report, { idea: candidate, decision, person, at: serverTime() });
    return c.json({ decision }, 200);
  });
}
