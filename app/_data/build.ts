/** Which build of the pages this is; null while they are being developed. */
import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";

let build: string | null | undefined;

export function buildId(): string | null {
  if (build === undefined) build = process.env.NODE_ENV === "production" ? read() : null;
  return build;
}

function read(): string | null {
  try {
    return readFileSync(path.join(process.cwd(), ".next/BUILD_ID"), "utf8").trim();
  } catch {
    return null;
  }
}
