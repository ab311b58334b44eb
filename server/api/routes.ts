/** What routes share: whom they are for, how answers and refusals are described, and which reports exist. */
import { z } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import type { Store } from "#db/open";
import { headOf } from "#db/record";
import type { ReportId } from "#deliberation/ids";
import { mayAtAll } from "#deliberation/may";
import { refuse } from "#deliberation/refusal";
import type { Env } from "./door.ts";
import { problem } from "./problem.ts";
import { Problem } from "./schemas.ts";

const refusal = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** A request that brings a file as it is (door.ts); its bytes are taken in by incoming-file.ts. */
export const FILE_BODY = {
  required: true,
  content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
};

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

/**
 * What a route asks `may` of whoever calls it, before anything is read: `seated` is open to everybody seated;
 * `judged` leaves the answer to `admit`, which asks of the very submission.
 */
export type Asked = Parameters<typeof mayAtAll>[1] | "seated" | "judged";

/** Declares and enforces at once; a route without it fails the test that lists all routes. */
export function asks(asked: Asked) {
  const middleware = createMiddleware<Env>(async (c, next) => {
    const allowed = asked === "seated" || asked === "judged" || mayAtAll(c.get("seated").seat, asked);
    return allowed ? next() : problem(c, refuse("not-permitted"));
  });
  return { middleware, "x-may": asked };
}

export function unknownReport(store: Store, report: ReportId): boolean {
  return headOf(store, report).seq === 0;
}
