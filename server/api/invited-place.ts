/** The facilitator tells everybody connected at which paragraph or idea the room is. Nothing of it is recorded. */
import { createRoute } from "@hono/zod-openapi";
import { publicStateFor } from "#db/follow";
import { reportText } from "#db/reports";
import { refuse } from "#deliberation/refusal";
import { paragraphsOf } from "#deliberation/report";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks } from "./routes.ts";
import { InvitedPlace, ReportParam } from "./schemas.ts";

const invited = createRoute({
  ...asks("round.run"),
  method: "put",
  path: "/api/v1/reports/{report}/invited-place",
  summary: "Invite everybody connected to a paragraph or idea, or end that",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: InvitedPlace } } },
  },
  responses: answers(200, InvitedPlace),
});

export function invitedPlaceRoutes(api: Api, { store, invite }: ApiParts): void {
  api.openapi(invited, (c) => {
    const { report } = c.req.valid("param");
    const { place } = c.req.valid("json");
    const text = reportText(store, report);
    if (text === null) return problem(c, refuse("unknown-report"));
    const isThere =
      place === null ||
      publicStateFor(store, report).ideas[place]?.withdrawn === null ||
      paragraphsOf(text).some(({ key }) => key === place);
    if (!isThere) return problem(c, refuse("unknown-target"));
    invite(report, place ?? "");
    return c.json({ place }, 200);
  });
}
