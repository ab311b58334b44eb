/** Lists that the secretariat brings as CSV: judged row by row, taken when it says so; and empty ones to fill. */
import { createRoute, z } from "@hono/zod-openapi";
import { isRefusal, refuse } from "#deliberation/refusal";
import { templateOf } from "#formats/lists/template";
import { serverTime } from "../keeper.ts";
import { bringList } from "../lists/bring.ts";
import type { IncomingFiles } from "./incoming-file.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, FILE_BODY, unknownReport } from "./routes.ts";
import { ListAnswer, ListParam, ListQuery } from "./schemas.ts";

const path = "/api/v1/reports/{report}/lists/{list}";

const template = createRoute({
  ...asks("secretariat.enter"),
  method: "get",
  path,
  summary: "An empty list, as CSV: its columns",
  request: { params: ListParam },
  responses: { 200: { description: "The list", content: { "text/csv": { schema: z.string() } } } },
});

const bring = createRoute({
  ...asks("secretariat.enter"),
  method: "post",
  path,
  summary:
    "Bring a list of delegations, groups, memberships or persons (CSV): check it, take all of it, or its right rows",
  request: { params: ListParam, query: ListQuery, body: FILE_BODY },
  responses: answers(200, ListAnswer),
});

export function listRoutes(api: Api, { store, keeper, brought }: ApiParts, files: IncomingFiles): void {
  api.openapi(template, (c) => {
    const { list } = c.req.valid("param");
    return c.body(templateOf(list), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${list}.csv"`,
    });
  });

  api.openapi(bring, async (c) => {
    const { report, list } = c.req.valid("param");
    const { take } = c.req.valid("query");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const file = await files.receive(c, "secretariat.enter");
    if (isRefusal(file)) return problem(c, file);
    const read = await brought.read("list", file.bytes, list);
    if ("refused" in read) return problem(c, read);
    if ("faults" in read) return c.json({ faults: read.faults, rows: [], taken: false, invited: [] }, 200);
    const parts = { store, keeper, report, person: file.seat.person, at: serverTime() };
    return c.json({ faults: [], ...(await bringList(parts, list, read.rows, take)) }, 200);
  });
}
