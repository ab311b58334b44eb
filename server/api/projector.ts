/** The projector of a report: which idea is on it, chosen from a facilitator's own window. */
import { createRoute } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { project, projectedIn } from "#db/projectors";
import { headOf } from "#db/record";
import { refuse } from "#deliberation/refusal";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { ProjectorAnswer, ProjectorRequest, ReportParam } from "./schemas.ts";

const path = "/api/v1/reports/{report}/projector";

const look = createRoute({
  ...asks("compilation.read"),
  method: "get",
  path,
  summary: "Which idea is on the projector, and how far the record has grown",
  request: { params: ReportParam },
  responses: answers(200, ProjectorAnswer),
});

const show = createRoute({
  ...asks("round.run"),
  method: "put",
  path,
  summary: "Show an idea on the projector, or none",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: ProjectorRequest } } },
  },
  responses: answers(200, ProjectorAnswer),
});

export function projectorRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(look, (c) => {
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    return c.json({ idea: projectedIn(store, report), seq: headOf(store, report).seq }, 200);
  });

  api.openapi(show, (c) => {
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const { idea } = c.req.valid("json");
    if (idea !== null && publicStateFor(store, report).ideas[idea]?.withdrawn !== null)
      return problem(c, refuse("unknown-idea"));
    project(store, report, idea);
    return c.json({ idea, seq: headOf(store, report).seq }, 200);
  });
}
