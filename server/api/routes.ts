/** What routes share: how answers and refusals are described, and which reports exist. */
import type { z } from "@hono/zod-openapi";
import type { Store } from "#db/open";
import { headOf } from "#db/record";
import type { ReportId } from "#deliberation/ids";
import { Problem } from "./schemas.ts";

const refusal = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** The answer of a route beside the refusals every route may give. */
export function answers<S extends number, T extends z.ZodType>(status: S, schema: T) {
  return {
    [status]: { description: "Done", content: { "application/json": { schema } } },
    400: refusal("Not of the expected form"),
    401: refusal("Not signed in"),
    403: refusal("Not allowed"),
    404: refusal("Nothing here that you may read"),
    409: refusal("Against a rule of the deliberation"),
    422: refusal("Names something that does not hold"),
  } as Record<S, { description: string; content: { "application/json": { schema: T } } }>;
}

export function unknownReport(store: Store, report: ReportId): boolean {
  return headOf(store, report).seq === 0;
}
