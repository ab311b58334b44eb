/** That somebody was here, and up to which entry: so that the next visit can say what is new. */
import { createRoute } from "@hono/zod-openapi";
import { headOf } from "#db/record";
import { keepVisit } from "#db/visits";
import type { Seq } from "#deliberation/ids";
import { refuse } from "#deliberation/refusal";
import { lastVisit } from "#deliberation/visit";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { ReportParam, VisitAnswer, VisitRequest } from "./schemas.ts";

const visit = createRoute({
  ...asks("record.read"),
  method: "post",
  path: "/api/v1/reports/{report}/visit",
  summary: "Say that you were here and up to which entry you had the record before you",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: VisitRequest } } },
  },
  responses: answers(200, VisitAnswer),
});

export function visitRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(visit, (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const seq = Math.min(c.req.valid("json").seq, headOf(store, report).seq) as Seq;
    const at = serverTime();
    return c.json({ since: lastVisit(keepVisit(store, seat.person, report, seq, at), at) }, 200);
  });
}
