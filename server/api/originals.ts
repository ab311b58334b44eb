/** The files that statements come in: brought and read; fetched again by whoever may read what names them. */
import { createRoute, z } from "@hono/zod-openapi";
import { stateFor } from "#db/follow";
import { type KeptOriginal, keepOriginal, type Owner, originalOf } from "#db/originals";
import type { Hash, ReportId } from "#deliberation/ids";
import { may } from "#deliberation/may";
import { isRefusal, refuse } from "#deliberation/refusal";
import type { Seat } from "#deliberation/seat";
import { originalsNamed } from "#deliberation/statements";
import { viewerOf } from "#deliberation/view";
import { serverTime } from "../keeper.ts";
import type { IncomingFiles } from "./incoming-file.ts";
import type { Api, ApiParts } from "./parts.ts";
import { problem } from "./problem.ts";
import { answers, asks, FILE_BODY, unknownReport } from "./routes.ts";
import { OriginalAnswer, OriginalParam, OriginalQuery, ReportParam } from "./schemas.ts";

const path = "/api/v1/reports/{report}/originals";
/** As a draft's text may be. */
const MOST_WORDS_BYTES = 65_536;

const bring = createRoute({
  ...asks("original.bring"),
  method: "post",
  path,
  summary:
    "Bring the file of a statement (.docx or plain text): it is kept for you alone, and its words are read",
  request: { params: ReportParam, query: OriginalQuery, body: FILE_BODY },
  responses: answers(201, OriginalAnswer),
});

const fetchOne = createRoute({
  ...asks("record.read"),
  method: "get",
  path: `${path}/{hash}`,
  summary: "The original file of a statement that you may read, as it was brought",
  request: { params: OriginalParam },
  responses: {
    200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
  },
});

export function originalRoutes(api: Api, { store, brought }: ApiParts, files: IncomingFiles): void {
  api.openapi(bring, async (c) => {
    const { report } = c.req.valid("param");
    const { name, draft } = c.req.valid("query");
    if (unknownReport(store, report)) return problem(c, refuse("unknown-report"));
    const file = await files.receive(c, "original.bring");
    if (isRefusal(file)) return problem(c, file);
    const owner = ownerOf(file.seat);
    if (owner === null) return problem(c, refuse("not-permitted"));
    const { bytes, sha256: hash } = file;
    const read = await brought.read("words", bytes);
    if (isRefusal(read)) return problem(c, read);
    if (read.words === "") return problem(c, refuse("file-unreadable"));
    if (Buffer.byteLength(read.words) > MOST_WORDS_BYTES) return problem(c, refuse("too-large"));
    await keepOriginal(store, { report, owner, hash }, { name, bytes, draft, at: serverTime() });
    return c.json({ original: { name, sha256: hash }, words: read.words }, 201);
  });

  api.openapi(fetchOne, (c) => {
    const { seat } = c.get("seated");
    const { report, hash } = c.req.valid("param");
    const found = readable(store, seat, report, hash);
    if (found === null) return problem(c, refuse("not-found"));
    return c.body(streamed(found.pieces()), 200, {
      "content-type": "application/octet-stream",
      "content-length": String(found.size),
      "content-disposition": `attachment; filename*=UTF-8''${encoded(found.name)}`,
    });
  });
}

function ownerOf(seat: Seat): Owner | null {
  if (seat.as === "delegation") return seat.delegation;
  return seat.as === "administrator" ? "@secretariat" : null;
}

/** One piece at a time, as whoever asked takes it. */
function streamed(pieces: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** As a header's parameter may hold it (RFC 5987). */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
}

/** [T10] One's own, or that of an entry one may read: of its author alone, whatever hash another names. */
function readable(store: ApiParts["store"], seat: Seat, report: ReportId, hash: Hash): KeptOriginal | null {
  const own = ownerOf(seat);
  const isPrivate = own !== null && (own === "@secretariat" || may(seat, "draft.read", { delegation: own }));
  const kept = isPrivate ? originalOf(store, { report, owner: own, hash }) : null;
  if (kept !== null) return kept;
  for (const { original, by } of originalsNamed(stateFor(store, report, viewerOf(seat)))) {
    if (original.sha256 !== hash) continue;
    const found = originalOf(store, { report, owner: by.delegation ?? "@secretariat", hash });
    if (found !== null) return { ...found, name: original.name };
  }
  return null;
}
