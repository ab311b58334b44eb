/** Submitting: the one way into the record. 201 with the entry; 200 when it is a repeat. */
import { createRoute } from "@hono/zod-openapi";
import { saidHash } from "#deliberation/draft";
import { roomOf } from "#deliberation/draft-room";
import { PODIUM, preparedAs } from "#deliberation/podium";
import { isRefusal, refuse } from "#deliberation/refusal";
import { seenBy, viewerOf } from "#deliberation/view";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, unknownReport } from "./routes.ts";
import { ReportParam, SubmissionAnswer, SubmissionRequest } from "./schemas.ts";

const submit = createRoute({
  ...asks("judged"),
  method: "post",
  path: "/api/v1/reports/{report}/submissions",
  summary: "Ask the record to admit something; repeat safely with the same id",
  request: {
    params: ReportParam,
    body: { required: true, content: { "application/json": { schema: SubmissionRequest } } },
  },
  responses: { ...answers(200, SubmissionAnswer), ...answers(201, SubmissionAnswer) },
});

export function submissionRoutes(api: Api, { store, keeper, markSubmitted, log }: ApiParts): void {
  api.openapi(submit, async (c) => {
    const { seat } = c.get("seated");
    const { report } = c.req.valid("param");
    const submission = c.req.valid("json");
    if (unknownReport(store, report) && submission.kind !== "item.opened") {
      return problem(c, refuse("unknown-report"));
    }
    const result = await keeper.submit(report, submission, seat);
    if (isRefusal(result)) return problem(c, result);
    if ("draft" in submission && seat.as === "delegation") {
      const { header } = result.entry;
      const hash = saidHash(submission.content);
      // The words are on the record by now; a draft that still looks open is only a mark behind.
      await markSubmitted(
        report,
        roomOf(submission.draft, seat.delegation),
        submission.draft,
        header.seq,
        hash,
      ).catch((error) => log.error({ err: error }, "a draft could not be marked as submitted"));
    }
    if (submission.kind === "disposition.given") {
      const { seq } = result.entry.header;
      // The answers are on the record by now; one that still looks prepared is only a mark behind.
      for (const { draft, hash } of preparedAs(submission.answers))
        await markSubmitted(report, PODIUM, draft, seq, hash).catch((error) =>
          log.error({ err: error }, "a prepared answer could not be marked as published"),
        );
    }
    const answer = { entry: seenBy(result.entry, viewerOf(seat)), repeat: result.repeat };
    return result.repeat ? c.json(answer, 200) : c.json(answer, 201);
  });
}
