/** Papers: the compilation as of an entry, always from what everybody may see. */
import { createRoute, z } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { compile } from "#deliberation/compile";
import { may } from "#deliberation/may";
import { refuse } from "#deliberation/refusal";
import { PAPER_FORMATS, paperOf } from "../papers.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { unknownReport } from "./routes.ts";
import { PaperQuery, ReportParam } from "./schemas.ts";

export function papersRoutes(api: Api, { store }: ApiParts): void {
  for (const format of PAPER_FORMATS) {
    const route = createRoute({
      method: "get",
      path: `/api/v1/reports/{report}/compilation.${format.ending}`,
      summary: `Compilation of positions as ${format.ending.toUpperCase()}`,
      request: { params: ReportParam, query: PaperQuery },
      responses: { 200: { description: "The paper", content: { [format.type]: { schema: z.string() } } } },
    });
    api.openapi(route, (c): Response => {
      const { seat } = c.get("seated");
      const { report } = c.req.valid("param");
      if (!may(seat, "compilation.read")) return problem(c, refuse("not-permitted"));
      if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
      const { at, lang } = c.req.valid("query");
      const compilation = compile(publicStateFor(store, report, at));
      const name = `${report}_positions_entry-${compilation.asOf.seq}_${lang}.${format.ending}`;
      return c.body(paperOf(compilation, format.ending, lang), 200, {
        "content-type": format.type,
        "content-disposition": `attachment; filename="${name}"`,
      });
    });
  }
}
