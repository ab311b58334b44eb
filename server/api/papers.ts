/** Papers: the compilation as of an entry, always from what everybody may see. */
import { createRoute, z } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { reportText } from "#db/reports";
import type { Choice } from "#deliberation/choice";
import { compile } from "#deliberation/compile";
import { refuse } from "#deliberation/refusal";
import { endingOf, PAPER_FORMATS } from "../papers.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { asks } from "./routes.ts";
import { PaperQuery, ReportParam } from "./schemas.ts";

export function papersRoutes(api: Api, { store, checkpoints, press }: ApiParts): void {
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
      const report = reportText(store, id);
      if (report === null) return problem(c, refuse("unknown-report"));
      const { at, lang, section, ideas, delegation, round, standing } = c.req.valid("query");
      const compilation = compile(publicStateFor(store, id, at));
      const checkpoint = checkpoints.of(id, compilation.asOf);
      const asked = { section, ideas, delegation, round, standing };
      // Absent is absent: a paper of everything has one address and one set of bytes.
      const choice = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined),
      ) as Choice;
      const made = press.make({
        source: { compilation, report, checkpoint },
        format: format.name,
        lang,
        choice,
      });
      if (made === null) return problem(c, refuse("too-many"));
      const bytes = await made;
      const part = Object.keys(choice).length === 0 ? "" : "_part";
      const name = `${id}_positions_entry-${compilation.asOf.seq}${part}_${lang}${endingOf(format)}`;
      return c.body(Buffer.from(bytes), 200, {
        "content-type": format.type,
        "content-disposition": `attachment; filename="${name}"`,
      });
    });
  }
}
