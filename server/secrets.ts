/** Secrets of the installation, made at first start (mode 0600), so that a restart signs nobody out. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { keptFile } from "./kept-file.ts";

/** The key of the session cookie. */
export function sessionSecret(dataDir: string): string {
  const file = path.join(dataDir, "session-secret");
  return keptFile(file, () => randomBytes(32).toString("base64url")).toString();
}
