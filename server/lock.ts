/**
 * One server a data folder: a second would hold draft rooms of its own and tell nobody. The lock is the
 * operating system's, taken through SQLite: it ends with the process that holds it, however that ends.
 */
import path from "node:path";
import Database from "better-sqlite3";
import { inPlainWords, makeFolder } from "#db/open";

/** @returns a function that gives the folder free. @throws Error when a living server holds it. */
export function lockDataDir(dataDir: string): () => void {
  return inPlainWords(dataDir, () => {
    makeFolder(dataDir);
    const lock = new Database(path.join(dataDir, "lock.sqlite"), { timeout: 0 });
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      lock.close();
      if ((error as { code?: unknown }).code !== "SQLITE_BUSY") throw error;
      throw new Error(`Another server already serves ${dataDir}. Stop it first.`);
    }
    return () => void lock.close();
  });
}
