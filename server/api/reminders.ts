/** Reminding delegations that have not stated their positions. */
import { randomUUID } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { keepReminder } from "#db/reminders";
import { refuse } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { ReminderAnswer, ReminderRequest, ReportParam } from "./schemas.ts";

const remind = createRoute({
  ...asks("round.run"),
  method: "post",
  path: "/api/v1/reports/{report}/reminders",
  summary: "Remind delegations, in your words: on their home, and by e-mail to who wants any",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: ReminderRequest } } },
  },
  responses: answers(201, ReminderAnswer),
});

export function reminderRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(remind, (c) => {
    const { person } = c.get("seated").seat;
    const { report } = c.req.valid("param");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const { delegations, words, lang } = c.req.valid("json");
    const known = publicStateFor(store, report).delegations;
    if (delegations.some((key) => known[key] === undefined)) return problem(c, refuse("unknown-delegation"));
    keepReminder(store, report, person, delegations, { id: randomUUID(), at: serverTime(), words, lang });
    return c.json({ reminded: new Set(delegations).size }, 201);
  });
}
