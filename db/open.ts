/**
 * Opens the store. Every connection sets its own pragmas: in WAL mode SQLite commits without fsync unless told,
 * and the process that turned WAL on *reads* FULL back, so asking proves nothing.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema.ts";

export interface Store {
  readonly dataDir: string;
  readonly sqlite: Database.Database;
  readonly db: BetterSQLite3Database<typeof schema>;
}

export const STORE_FILE = "store.sqlite";
/** Stands in the folder while a restore moves stores about. */
export const RESTORE_MARK = "restore-under-way";

/**
 * @param dataDir folder of the installation's data; made (mode 0700) when missing.
 * @throws Error in plain words when it cannot be opened and written.
 */
export function openStore(dataDir: string): Store {
  if (existsSync(path.join(dataDir, RESTORE_MARK))) {
    throw new Error(`A restore into ${dataDir} was interrupted. Run it again.`);
  }
  return inPlainWords(dataDir, () => {
    makeFolder(dataDir);
    return opened(dataDir, "WAL");
  });
}

/** Runs `work` on a data folder; what its disk refuses is told with the folder's name. */
export function inPlainWords<T>(dataDir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined || !/^(SQLITE_|E[A-Z]+$)/.test(code)) throw error;
    throw new Error(`The store in ${dataDir} cannot be opened and written (${code}).`, { cause: error });
  }
}

/** Makes the folder (mode 0700). Its name is on disk once the folder above is: else a power cut would take all of it. */
export function makeFolder(dataDir: string): void {
  const first = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  // For `./var` Node answers with `./var`: compared with whole paths it would never be met on the way up.
  const top = path.dirname(path.resolve(first));
  for (let folder = path.resolve(dataDir); folder !== top; ) {
    folder = path.dirname(folder);
    const handle = openSync(folder, "r");
    fsyncSync(handle);
    closeSync(handle);
  }
}

/** A store that nobody else has open, as one file: a backup. */
export function openCopy(folder: string): Store {
  return opened(folder, "DELETE");
}

function opened(dataDir: string, journal: "WAL" | "DELETE"): Store {
  if (Number(process.versions.napi) < 10) {
    throw new Error(
      `This Node (${process.version}) is too old for the store; start through npm, which brings Node 24.`,
    );
  }
  const sqlite = new Database(path.join(dataDir, STORE_FILE));
  sqlite.pragma(`journal_mode = ${journal}`);
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("recursive_triggers = ON");
  // What is erased is overwritten, not left in free pages.
  sqlite.pragma("secure_delete = ON");
  sqlite.pragma("busy_timeout = 5000");
  return { dataDir, sqlite, db: drizzle(sqlite, { schema }) };
}

export function closeStore(store: Store): void {
  store.sqlite.close();
}

/** Runs `work` in one transaction that locks first: a read that upgrades later would fail with SQLITE_BUSY. */
export function writing<T>(store: Store, work: () => T): T {
  return store.sqlite.transaction(work).immediate();
}
