/** A house's table that an office filled in: read for the facilitators, who take what they want into the podium room. */
import { createRoute } from "@hono/zod-openapi";
import { isRefusal, refuse } from "#deliberation/refusal";
import type { IncomingFiles } from "./incoming-file.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, FILE_BODY, unknownReport } from "./routes.ts";
import { FilledTableAnswer, ReportParam } from "./schemas.ts";

const read = createRoute({
  ...asks("podium.write"),
  method: "post",
  path: "/api/v1/reports/{report}/filled-table",
  summary:
    "Read an ISO/IEC table whose observations the Secretariat filled in: each answer, and what it meets. Nothing is changed or kept",
  request: {
    params: ReportParam,
    body: FILE_BODY,
  },
  responses: answers(200, FilledTableAnswer),
});

export function filledTableRoutes(
  api: Api,
  { store, brought, filledTables }: ApiParts,
  files: IncomingFiles,
): void {
  api.openapi(read, async (c) => {
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const file = await files.receive(c, "podium.write");
    if (isRefusal(file)) return problem(c, file);
    const tables = await brought.read("tables", file.bytes);
    if (isRefusal(tables)) return problem(c, tables);
    const table = await filledTables.make({ report, brought: tables });
    if (isRefusal(table)) return problem(c, table);
    // In the form of a field's name and what is wrong with it: the screen says it in the reader's language.
    if ("expected" in table)
      return problem(c, refuse("table-changed", `${table.cell} (${table.what}): ${table.expected}`));
    return c.json(table, 200);
  });
}
