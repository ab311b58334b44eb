/**
 * Opens the store. Every connection sets its own pragmas: in WAL mode SQLite commits without fsync unless told,
 * and the process that turned WAL on *reads* FULL back, so asking proves nothing.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema.ts";

export interface Store {
  readonly dataDir: string;
  readonly sqlite: Database.Database;
  readonly db: BetterSQLite3Database<typeof schema>;
}

/** @param dataDir folder of the installation's data; made (mode 0700) when missing. */
export function openStore(dataDir: string): Store {
  if (Number(process.versions.napi) < 10) {
    throw new Error(
      `This Node (${process.version}) is too old for the store; start through npm, which brings Node 24.`,
    );
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const sqlite = new Database(path.join(dataDir, "store.sqlite"));
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("recursive_triggers = ON");
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
