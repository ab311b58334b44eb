/** Papers: the compilation as of an entry, always from what everybody may see. */
import { createRoute, z } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { compile } from "#deliberation/compile";
import { refuse } from "#deliberation/refusal";
import { PAPER_FORMATS, paperOf } from "../papers.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { asks, unknownReport } from "./routes.ts";
import { PaperQuery, ReportParam } from "./schemas.ts";

export function papersRoutes(api: Api, { store, checkpoints }: ApiParts): void {
  for (const format of PAPER_FORMATS) {
    const route = createRoute({
      ...asks("compilation.read"),
      method: "get",
      path: `/api/v1/reports/{report}/compilation.${format.ending}`,
      summary: `Compilation of positions as ${format.ending.toUpperCase()}`,
      request: { params: ReportParam, query: PaperQuery },
      responses: { 200: { description: "The paper", content: { [format.type]: { schema: z.string() } } } },
    });
    api.openapi(route, (c): Response => {
      const { report } = c.req.valid("param");
      if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
      const { at, lang } = c.req.valid("query");
      const compilation = compile(publicStateFor(store, report, at));
      const name = `${report}_positions_entry-${compilation.asOf.seq}_${lang}.${format.ending}`;
      const checkpoint = checkpoints.of(report, compilation.asOf);
      return c.body(paperOf({ compilation, checkpoint }, format.ending, lang), 200, {
        "content-type": format.type,
        "content-disposition": `attachment; filename="${name}"`,
      });
    });
  }
}
