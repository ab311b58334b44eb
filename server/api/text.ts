/**
 * The text under consideration, whole: for systems of missions, and for a device that is to show it without a network;
 * and its places by name, for whoever goes straight to one.
 */
import { createRoute } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { ideaTitles, reportText } from "#db/reports";
import { standingIdeas } from "#deliberation/count";
import { refuse } from "#deliberation/refusal";
import { paragraphsOf, textOfBlock } from "#deliberation/report";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";
import { PlacesAnswer, ReportParam, TextAnswer } from "./schemas.ts";

const text = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/text",
  summary: "The text of the report, and the unofficial titles of its ideas",
  request: { params: ReportParam },
  responses: answers(200, TextAnswer),
});

const places = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/places",
  summary: "Paragraphs and ideas in the order of the text, each with its opening words or its words",
  request: { params: ReportParam },
  responses: answers(200, PlacesAnswer),
});

/** Of a paragraph, which may be long. */
const FIRST_LETTERS = 40;

export function textRoutes(api: Api, { store, epoch }: ApiParts): void {
  api.openapi(text, (c) => {
    const { report } = c.req.valid("param");
    const found = reportText(store, report);
    if (found === null) return problem(c, refuse("unknown-report"));
    return c.json({ epoch, text: { ...found }, titles: ideaTitles(store, report) }, 200);
  });

  api.openapi(places, (c) => {
    const { report } = c.req.valid("param");
    const found = reportText(store, report);
    if (found === null) return problem(c, refuse("unknown-report"));
    const state = publicStateFor(store, report);
    const ideas = standingIdeas(state).flatMap((id) => state.ideas[id] ?? []);
    const listed = paragraphsOf(found).flatMap(({ key, blocks: [first] }) => [
      { place: key, words: first === undefined ? "" : textOfBlock(first).slice(0, FIRST_LETTERS) },
      ...ideas
        .filter(({ paragraph }) => paragraph === key)
        .map(({ id, quote }) => ({ place: id, words: quote })),
    ]);
    return c.json({ lang: found.lang, places: listed }, 200);
  });
}
