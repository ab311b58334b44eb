/** Deadlines of a report's rounds, for anybody's calendar program. */
import { createRoute, z } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { refuse } from "#deliberation/refusal";
import { deadlinesCalendar } from "#formats/calendar";
import { CALENDAR_WORDS } from "#formats/calendar-words";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { asks, unknownReport } from "./routes.ts";
import { LangQuery, ReportParam } from "./schemas.ts";

const TYPE = "text/calendar; charset=utf-8";

const calendar = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/deadlines.ics",
  summary: "Deadlines of the rounds as a calendar file",
  request: { params: ReportParam, query: LangQuery },
  responses: { 200: { description: "The calendar", content: { [TYPE]: { schema: z.string() } } } },
});

export function calendarRoutes(api: Api, { store, origin }: ApiParts): void {
  api.openapi(calendar, (c): Response => {
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const words = CALENDAR_WORDS[c.req.valid("query").lang];
    return c.body(deadlinesCalendar(publicStateFor(store, report), { report, origin, words }), 200, {
      "content-type": TYPE,
      "content-disposition": `attachment; filename="${report}_deadlines.ics"`,
    });
  });
}
