/** One's own notices: which are wanted and how often they come by e-mail, and up to where they were read. */
import { createRoute } from "@hono/zod-openapi";
import { keepNoticeSettings, keepNoticesRead, noticeSettingsOf, noticesReadUpTo } from "#db/notices";
import { headOf } from "#db/record";
import type { Seq } from "#deliberation/ids";
import { refuse } from "#deliberation/refusal";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { NoticeSettingsBody, NoticesReadBody, ReportParam } from "./schemas.ts";

const settings = createRoute({
  ...asks("seated"),
  method: "get",
  path: "/api/v1/notices",
  summary: "Which notices you want",
  responses: answers(200, NoticeSettingsBody),
});

const change = createRoute({
  ...asks("seated"),
  method: "put",
  path: "/api/v1/notices",
  summary: "Choose which notices you want, and how often by e-mail",
  request: { body: { required: true, content: { "application/json": { schema: NoticeSettingsBody } } } },
  responses: answers(200, NoticeSettingsBody),
});

const read = createRoute({
  ...asks("record.read"),
  method: "put",
  path: "/api/v1/reports/{report}/notices/read",
  summary: "Say up to which entry you have read your notices",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: NoticesReadBody } } },
  },
  responses: answers(200, NoticesReadBody),
});

export function noticeRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(settings, (c) => c.json(noticeSettingsOf(store, c.get("seated").seat.person), 200));

  api.openapi(change, (c) => {
    const { person } = c.get("seated").seat;
    keepNoticeSettings(store, person, c.req.valid("json"));
    return c.json(noticeSettingsOf(store, person), 200);
  });

  api.openapi(read, (c) => {
    const { person } = c.get("seated").seat;
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const seq = Math.min(c.req.valid("json").seq, headOf(store, report).seq) as Seq;
    keepNoticesRead(store, person, report, seq);
    return c.json({ seq: noticesReadUpTo(store, person, report) }, 200);
  });
}
