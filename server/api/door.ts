/** What every request passes before a route sees it: origin, content type, size, and who is asking. */
import type { HttpBindings } from "@hono/node-server";
import { createMiddleware } from "hono/factory";
import type { Seated } from "#db/sign-ins";
import { MOST_FILE_BYTES } from "#deliberation/file-size";
import { refuse } from "#deliberation/refusal";
import { problem } from "./problem.ts";

export interface Env {
  Bindings: HttpBindings;
  Variables: { seated: Seated };
}

const MOST_BYTES = 1024 * 1024;
const FILE = "application/octet-stream";
const TAKE_FILES = /^\/api\/v1\/reports\/[^/]+\/(?:originals|pack|filled-table|lists\/[^/]+)$/;

/** Whether a request to this path brings a file as it is: larger than words, and slower. */
export function takesFile(method: string | undefined, path: string): boolean {
  return method === "POST" && TAKE_FILES.test(path);
}

/** A browser's write comes from this origin, says so, and is JSON, or the one file asked for, of a bearable size. */
export function guardWrites(origin: string) {
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const site = c.req.header("sec-fetch-site");
    if (c.req.header("origin") !== origin || (site !== undefined && site !== "same-origin")) {
      return problem(c, refuse("foreign-origin"));
    }
    const isFile = takesFile(c.req.method, c.req.path);
    const type = (c.req.header("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
    if (isFile && type !== FILE) return problem(c, refuse("not-a-file"));
    if (!isFile && c.req.method !== "DELETE" && type !== "application/json")
      return problem(c, refuse("not-json"));
    // A length that is missing (chunked) is refused with one that is too large: nothing is read unbounded.
    const length = c.req.header("content-length");
    const bytes = length === undefined && c.req.method === "DELETE" ? 0 : Number(length ?? Number.NaN);
    if (!(bytes <= (isFile ? MOST_FILE_BYTES : MOST_BYTES)))
      return problem(c, refuse(isFile ? "file-too-large" : "too-large"));
    return next();
  });
}

/** Everything under /api/v1 but its own description needs a sign-in; answers are nobody else's to keep. */
export function guardSeat(seatOf: (request: HttpBindings["incoming"]) => Promise<Seated | null>) {
  return createMiddleware<Env>(async (c, next) => {
    c.header("cache-control", "private, no-store");
    // The whole request first, then who is asking: a body that takes its time would outlive a right taken away.
    // A file is taken in for somebody seated alone, by its route, which asks again (incoming-file.ts).
    const isWrite = c.req.method !== "GET" && c.req.method !== "HEAD";
    if (isWrite && !takesFile(c.req.method, c.req.path)) await c.req.text();
    const seated = await seatOf(c.env.incoming);
    if (seated === null) return problem(c, refuse("not-signed-in"));
    c.set("seated", seated);
    return next();
  });
}
