/** One's own read marks: what one has not read yet, and up to where one has read a place. */
import { createRoute } from "@hono/zod-openapi";
import { stateFor } from "#db/follow";
import { keepReadMark, readMarksOf } from "#db/read-marks";
import type { Seq } from "#deliberation/ids";
import { refuse } from "#deliberation/refusal";
import { ALL_PLACES, ownOf, readUpTo, unreadIn } from "#deliberation/unread";
import { viewerOf } from "#deliberation/view";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { ReadMarkAnswer, ReadMarkRequest, ReportParam, UnreadAnswer } from "./schemas.ts";

const unread = createRoute({
  ...asks("mark.keep"),
  method: "get",
  path: "/api/v1/reports/{report}/read-marks",
  summary: "What you have not read: how many entries on each place, and up to where you have read",
  request: { params: ReportParam },
  responses: answers(200, UnreadAnswer),
});

const keep = createRoute({
  ...asks("mark.keep"),
  method: "put",
  path: "/api/v1/reports/{report}/read-marks",
  summary: "Say up to which entry you have read a place (`report`: on the whole of it; `*`: everything)",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: ReadMarkRequest } } },
  },
  responses: answers(200, ReadMarkAnswer),
});

export function readMarkRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(unread, (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const state = stateFor(store, report, viewerOf(seat));
    const marks = readMarksOf(store, seat.person, report);
    const counts = unreadIn(state, (place) => readUpTo(marks, place), ownOf(seat));
    return c.json({ asOf: state.head.seq, marks: { ...marks }, unread: counts }, 200);
  });

  api.openapi(keep, (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const asked = c.req.valid("json");
    const place = asked.place === "report" ? "" : asked.place;
    const { head, ideas, text } = stateFor(store, report, viewerOf(seat));
    const known =
      place === "" || place === ALL_PLACES || place in ideas || text?.paragraphs.some((key) => key === place);
    if (!known) return problem(c, refuse("not-found"));
    keepReadMark(store, seat.person, report, { place, seq: Math.min(asked.seq, head.seq) as Seq });
    return c.json({ seq: readUpTo(readMarksOf(store, seat.person, report), place) }, 200);
  });
}
