/** The text under consideration, whole: for systems of missions, and for a device that is to show it without a network. */
import { createRoute } from "@hono/zod-openapi";
import { ideaTitles, reportText } from "#db/reports";
import { refuse } from "#deliberation/refusal";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";
import { ReportParam, TextAnswer } from "./schemas.ts";

const text = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/text",
  summary: "The text of the report, and the unofficial titles of its ideas",
  request: { params: ReportParam },
  responses: answers(200, TextAnswer),
});

export function textRoutes(api: Api, { store, epoch }: ApiParts): void {
  api.openapi(text, (c) => {
    const { report } = c.req.valid("param");
    const found = reportText(store, report);
    if (found === null) return problem(c, refuse("unknown-report"));
    return c.json({ epoch, text: { ...found }, titles: ideaTitles(store, report) }, 200);
  });
}
