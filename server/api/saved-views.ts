/** One's own named views of the matrix. */
import { createRoute } from "@hono/zod-openapi";
import { dropView, keepView, savedViewsOf } from "#db/saved-views";
import { refuse } from "#deliberation/refusal";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { ReportParam, SavedViewBody, SavedViewName, SavedViewsAnswer } from "./schemas.ts";

const keep = createRoute({
  ...asks("mark.keep"),
  method: "put",
  path: "/api/v1/reports/{report}/views",
  summary: "Keep a view of the matrix under a name",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: SavedViewBody } } },
  },
  responses: answers(200, SavedViewsAnswer),
});

const drop = createRoute({
  ...asks("mark.keep"),
  method: "delete",
  path: "/api/v1/reports/{report}/views",
  summary: "Forget a view of the matrix",
  request: { params: ReportParam, query: SavedViewName },
  responses: answers(200, SavedViewsAnswer),
});

export function savedViewRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(keep, (c) => {
    const { person } = c.get("seated").seat;
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    if (!keepView(store, person, report, c.req.valid("json"))) return problem(c, refuse("too-many"));
    return c.json({ views: savedViewsOf(store, person, report) }, 200);
  });

  api.openapi(drop, (c) => {
    const { person } = c.get("seated").seat;
    const { report } = c.req.valid("param");
    dropView(store, person, report, c.req.valid("query").name);
    return c.json({ views: savedViewsOf(store, person, report) }, 200);
  });
}
