/** Clearing a draft: a person with the right approves exactly the content that was shown. */
import { createRoute } from "@hono/zod-openapi";
import { saveClearance } from "#db/clearances";
import { may } from "#deliberation/may";
import { refuse } from "#deliberation/refusal";
import { serverTime } from "../keeper.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, unknownReport } from "./routes.ts";
import { ClearanceAnswer, ClearanceRequest, DraftParam } from "./schemas.ts";

const clear = createRoute({
  method: "post",
  path: "/api/v1/reports/{report}/drafts/{draft}/clearance",
  summary: "Approve exactly this content of a draft of your delegation",
  request: {
    params: DraftParam,
    body: { required: true, content: { "application/json": { schema: ClearanceRequest } } },
  },
  responses: answers(201, ClearanceAnswer),
});

export function draftRoutes(api: Api, { store }: ApiParts): void {
  api.openapi(clear, (c) => {
    const { seat } = c.get("seated");
    const { report, draft } = c.req.valid("param");
    const { content } = c.req.valid("json");
    if (seat.as !== "delegation" || !may(seat, "draft.clear", { delegation: seat.delegation })) {
      return problem(c, refuse("not-permitted"));
    }
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const at = serverTime();
    const hash = saveClearance(
      store,
      { report, delegation: seat.delegation, draft },
      content,
      seat.person,
      at,
    );
    return c.json({ draft, hash, at }, 201);
  });
}
