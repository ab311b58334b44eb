/** Reading the record and its fold, each as far as the reader may see. */
import { createRoute } from "@hono/zod-openapi";
import { checkpointsOf } from "#db/checkpoints";
import { publicStateFor, stateFor } from "#db/follow";
import { headOf, readEntries } from "#db/record";
import { carried, wordsOn } from "#deliberation/carried";
import { refuse } from "#deliberation/refusal";
import { seenBy, viewerOf } from "#deliberation/view";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import {
  AfterQuery,
  CheckpointsAnswer,
  PlaceAnswer,
  PlaceParam,
  RecordAnswer,
  ReportParam,
  StateAnswer,
  StateQuery,
} from "./schemas.ts";

const record = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/record",
  summary: "Entries after a number, each as far as you may read it",
  request: { params: ReportParam, query: AfterQuery },
  responses: answers(200, RecordAnswer),
});

const state = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/state",
  summary: "What the record amounts to, now or as of an entry",
  request: { params: ReportParam, query: StateQuery },
  responses: answers(200, StateAnswer),
});

const place = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/places/{place}",
  summary: "All that was said on an idea, a paragraph, or the report as a whole (`report`)",
  request: { params: PlaceParam },
  responses: answers(200, PlaceAnswer),
});

const checkpoints = createRoute({
  ...asks("record.read"),
  method: "get",
  path: "/api/v1/reports/{report}/checkpoints",
  summary: "Signed checkpoints of the record: every hundredth entry, and the head as it is now",
  request: { params: ReportParam },
  responses: answers(200, CheckpointsAnswer),
});

export function recordRoutes(api: Api, { store, epoch, volumeSize, checkpoints: sign }: ApiParts): void {
  api.openapi(checkpoints, (c) => {
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const { head } = publicStateFor(store, report);
    return c.json({ checkpoints: checkpointsOf(store, report), head: sign.of(report, head) }, 200);
  });
  api.openapi(record, (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const { after, limit } = c.req.valid("query");
    const entries = readEntries(store, report, after, limit).map((entry) => seenBy(entry, viewerOf(seat)));
    return c.json({ epoch, entries, head: headOf(store, report) }, 200);
  });
  api.openapi(state, (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const { at, carried: brought } = c.req.valid("query");
    const whole = stateFor(store, report, viewerOf(seat), at);
    const state = brought === "true" ? carried(whole) : whole;
    return c.json({ epoch, volumeSize, state: { ...state } }, 200);
  });
  api.openapi(place, (c) => {
    const { seat } = c.get("seated");
    const { report, place } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const state = stateFor(store, report, viewerOf(seat));
    const known =
      place === "report" || place in state.ideas || state.text?.paragraphs.some((key) => key === place);
    if (!known) return problem(c, refuse("not-found"));
    return c.json({ epoch, words: { ...wordsOn(state, place === "report" ? "" : place) } }, 200);
  });
}
