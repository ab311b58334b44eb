/** Refusals over HTTP: problem+json (RFC 9457) with a code from the closed list. */
import type { Context } from "hono";
import { REFUSALS, type Refusal } from "#deliberation/refusal";

/** Typed `never`, so that a route's answer type names its answers and not every refusal again. */
export function problem(c: Context, refusal: Refusal): never {
  const [status, title] = REFUSALS[refusal.refused];
  const body = { type: "about:blank", title, status, code: refusal.refused, detail: refusal.detail };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json" }) as never;
}
