/** Brings the store's tables to this version. Called by the server process and the command line, never by a page. */
import path from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Store } from "./open.ts";

export function migrateStore(store: Store): void {
  migrate(store.db, { migrationsFolder: path.join(import.meta.dirname, "migrations") });
}
