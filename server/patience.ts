/** How long a request may take to come in. One that comes drop by drop is cut; a file may take its time. */
import type { IncomingMessage } from "node:http";
import { takesFile } from "./api/door.ts";

const WORDS_WITHIN_MS = 30_000;
/** Twenty mebibytes over a hotel's network. */
const FILE_WITHIN_MS = 300_000;

/** An idle connection is kept longer than clients keep theirs: one that ends as the next request sets out would fail it. */
export const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: FILE_WITHIN_MS,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
};

/** Cuts a request that is no file and is not whole in time; the server's own patience is the one for files. */
export function cutWhenSlow(request: IncomingMessage, path: string): void {
  const { "content-length": length = "0", "transfer-encoding": chunked } = request.headers;
  if ((length === "0" && chunked === undefined) || takesFile(request.method, path)) return;
  const timer = setTimeout(() => request.complete || request.destroy(), WORDS_WITHIN_MS);
  request.once("close", () => clearTimeout(timer));
}
