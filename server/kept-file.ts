/** Files that are made once and must never be found empty: whole and on disk before they have their name. */
import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Reads a file of the data folder; makes it (mode 0600) when there is none. Of two processes that make it at once,
 * one does and both read the same.
 */
export function keptFile(file: string, make: () => string | Buffer): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const unfinished = `${file}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, make(), { flag: "wx", mode: 0o600, flush: true });
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  const folder = openSync(path.dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
  return readFileSync(file);
}
