/** Papers: the compilation as of an entry, always from what everybody may see. */
import { createRoute, z } from "@hono/zod-openapi";
import type { Choice } from "#deliberation/choice";
import { refuse } from "#deliberation/refusal";
import { asOfIn, fileNameOf } from "../paper-of-store.ts";
import { endingOf, PAPER_FORMATS } from "../papers.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { asks, unknownReport } from "./routes.ts";
import { PaperQuery, ReportParam } from "./schemas.ts";

export function papersRoutes(api: Api, { store, press }: ApiParts): void {
  for (const format of PAPER_FORMATS) {
    const route = createRoute({
      ...asks("compilation.read"),
      method: "get",
      path: `/api/v1/reports/{report}/compilation${endingOf(format)}`,
      summary: `Compilation of positions: ${format.name.toUpperCase()}`,
      request: { params: ReportParam, query: PaperQuery },
      responses: { 200: { description: "The paper", content: { [format.type]: { schema: z.string() } } } },
    });
    api.openapi(route, async (c): Promise<Response> => {
      const { report: id } = c.req.valid("param");
      if (unknownReport(store, id)) return problem(c, refuse("unknown-report"));
      const { at, lang, ...asked } = c.req.valid("query");
      // Absent is absent: a paper of everything has one address and one set of bytes.
      const choice = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined),
      ) as Choice;
      const seq = asOfIn(store, id, at);
      if (seq === 0) return problem(c, refuse("unknown-entry"));
      const paper = { report: id, seq, format: format.name, lang, choice };
      const made = press.make(paper);
      if (made === null) return problem(c, refuse("too-many"));
      const bytes = await made.bytes;
      return c.body(bytes, 200, {
        "content-type": format.type,
        "content-disposition": `attachment; filename="${fileNameOf(paper)}"`,
      });
    });
  }
}
