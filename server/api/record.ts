/** Reading the record and its fold, each as far as the reader may see. */
import { createRoute } from "@hono/zod-openapi";
import { checkpointsOf } from "#db/checkpoints";
import { publicStateFor, stateFor } from "#db/follow";
import { headOf, readEntries } from "#db/record";
import { refuse } from "#deliberation/refusal";
import { seenBy, viewerOf } from "#deliberation/view";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { AfterQuery, AtQuery, CheckpointsAnswer, RecordAnswer, ReportParam, StateAnswer } from "./schemas.ts";

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
  request: { params: ReportParam, query: AtQuery },
  responses: answers(200, StateAnswer),
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
    const { at } = c.req.valid("query");
    return c.json({ epoch, volumeSize, state: { ...stateFor(store, report, viewerOf(seat), at) } }, 200);
  });
}
