/** Secrets of the installation, made at first start (mode 0600), so that a restart signs nobody out. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The key of the session cookie. */
export function sessionSecret(dataDir: string): string {
  const file = path.join(dataDir, "session-secret");
  try {
    // Exclusive: of two processes that start at once, one makes it and both read the same.
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
