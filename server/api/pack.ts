/** The pack for capital, for the delegation's own seats, and the filled pack that comes back. */
import { createRoute, z } from "@hono/zod-openapi";
import { stateFor } from "#db/follow";
import { isRefusal, refuse } from "#deliberation/refusal";
import { viewerOf } from "#deliberation/view";
import { filledIn } from "#formats/pack/filled";
import type { IncomingFiles } from "./incoming-file.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, FILE_BODY, unknownReport } from "./routes.ts";
import { FilledPackAnswer, PackQuery, ReportParam } from "./schemas.ts";

const path = "/api/v1/reports/{report}/pack";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const make = createRoute({
  ...asks("draft.read"),
  method: "get",
  path,
  summary:
    "Pack for capital: a Word file with your delegation's earlier words, others' stands, your drafts, a blank column",
  request: { params: ReportParam, query: PackQuery },
  responses: { 200: { description: "The pack", content: { [WORD]: { schema: z.string() } } } },
});

const back = createRoute({
  ...asks("draft.write"),
  method: "post",
  path,
  summary: "Read a filled pack: the words in its last column, by idea. Nothing is changed or kept",
  request: {
    params: ReportParam,
    body: FILE_BODY,
  },
  responses: answers(200, FilledPackAnswer),
});

export function packRoutes(api: Api, { store, packs, brought }: ApiParts, files: IncomingFiles): void {
  api.openapi(make, async (c): Promise<Response> => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    const { lang, section, ideas } = c.req.valid("query");
    if (seat.as !== "delegation") return problem(c, refuse("not-permitted"));
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const choice = {
      ...(section === undefined || section === "" ? {} : { section }),
      ...(ideas === undefined ? {} : { ideas }),
    };
    const pack = await packs.make({ report, delegation: seat.delegation, lang, choice });
    if (isRefusal(pack)) return problem(c, pack);
    return c.body(Buffer.from(pack), 200, {
      "content-type": WORD,
      "content-disposition": `attachment; filename="${report}_pack_${lang}.docx"`,
    });
  });

  api.openapi(back, async (c) => {
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const file = await files.receive(c, "draft.write");
    if (isRefusal(file)) return problem(c, file);
    const tables = await brought.read("tables", file.bytes);
    if ("refused" in tables) return problem(c, tables);
    const { ideas } = stateFor(store, report, viewerOf(file.seat));
    const cells = tables.tables.map(({ rows }) => rows.map((row) => row.cells));
    const filled = filledIn(cells, (idea) => idea in ideas);
    if (!Array.isArray(filled))
      return problem(c, refuse("pack-changed", `row ${filled.row}, column ${filled.column}`));
    return c.json({ filled }, 200);
  });
}
