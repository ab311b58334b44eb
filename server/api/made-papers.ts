/** Papers made for whoever asked: a long one goes on while its reader does other things, and is kept for some days. */
import { readFile } from "node:fs/promises";
import { createRoute, z } from "@hono/zod-openapi";
import { refuse } from "#deliberation/refusal";
import type { PaperInList } from "../made-papers.ts";
import { asOfIn, fileNameOf, type PaperAsked } from "../paper-of-store.ts";
import { PAPER_FORMATS } from "../papers.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { MadePaperAnswer, MadePaperParam, MadePapersAnswer, PaperRequest, ReportParam } from "./schemas.ts";

const path = "/api/v1/reports/{report}/papers";

const ask = createRoute({
  ...asks("compilation.read"),
  method: "post",
  path,
  summary: "Have a paper made for you and kept for a week; asked again meanwhile, it is the same one",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: PaperRequest } } },
  },
  responses: answers(202, MadePaperAnswer),
});

const list = createRoute({
  ...asks("compilation.read"),
  method: "get",
  path,
  summary: "The papers made for you, newest first, with how far those under way are",
  request: { params: ReportParam },
  responses: answers(200, MadePapersAnswer),
});

const file = createRoute({
  ...asks("compilation.read"),
  method: "get",
  path: `${path}/{paper}`,
  summary: "A paper made for you",
  request: { params: MadePaperParam },
  responses: {
    200: { description: "The paper", content: { "application/octet-stream": { schema: z.string() } } },
  },
});

const drop = createRoute({
  ...asks("compilation.read"),
  method: "delete",
  path: `${path}/{paper}`,
  summary: "Stop the making of a paper of yours, or remove it",
  request: { params: MadePaperParam },
  responses: answers(200, MadePaperAnswer.pick({ id: true })),
});

export function madePaperRoutes(api: Api, { store, made }: ApiParts): void {
  api.openapi(ask, (c) => {
    const { person } = c.get("seated").seat;
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const { format, lang, at, choice } = c.req.valid("json");
    const seq = asOfIn(store, report, at);
    if (seq === 0) return problem(c, refuse("unknown-entry"));
    const paper = made.ask(person, { report, seq, format, lang, choice });
    if (paper === null) return problem(c, refuse("too-many"));
    return c.json(shown({ ...paper, progress: null }), 202);
  });

  api.openapi(list, (c) => {
    const { person } = c.get("seated").seat;
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    return c.json({ papers: made.list(person, report).map(shown) }, 200);
  });

  api.openapi(file, async (c): Promise<Response> => {
    const { report, paper: id } = c.req.valid("param");
    const found = made.file(c.get("seated").seat.person, report, id);
    const bytes = found && (await readFile(found.file).catch(() => null));
    if (found === null || bytes === null) return problem(c, refuse("not-found"));
    const asked = JSON.parse(found.paper.asked) as PaperAsked;
    const type = PAPER_FORMATS.find(({ name }) => name === asked.format)?.type ?? "application/octet-stream";
    return c.body(bytes, 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="${fileNameOf(asked)}"`,
    });
  });

  api.openapi(drop, (c) => {
    const { report, paper: id } = c.req.valid("param");
    if (!made.drop(c.get("seated").seat.person, report, id)) return problem(c, refuse("not-found"));
    return c.json({ id }, 200);
  });
}

function shown({ id, asked: json, state, size, at, until, progress }: PaperInList) {
  const asked = JSON.parse(json) as PaperAsked;
  const { format, lang, seq } = asked;
  return { id, format, lang, seq, name: fileNameOf(asked), state, size, at, until, progress };
}
