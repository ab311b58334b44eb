/** Makes papers beside the server, one after the other, from a store opened for itself; asked by paper-press.ts. */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import path from "node:path";
import { closeStore, openStore, type Store } from "#db/open";
import { type PaperAsked, paperOfStore } from "./paper-of-store.ts";
import { PRESS_FOLDER, type PressAnswer } from "./paper-press.ts";

/** Behind the server, which answers people, and before what a machine does when it has nothing else to do. */
const PRIORITY = 3;

const [, , dataDir = ""] = process.argv;
const folder = path.join(dataDir, PRESS_FOLDER);
let store: Store | null = null;

setPriority(PRIORITY);
mkdirSync(folder, { recursive: true, mode: 0o700 });
const say = (answer: PressAnswer) => process.send?.(answer);

process.on("message", async (asked: PaperAsked) => {
  try {
    store ??= openStore(dataDir);
    const bytes = await paperOfStore(store, asked, (stage) => say({ stage }));
    const file = path.join(folder, randomUUID());
    await writeFile(file, bytes, { mode: 0o600 });
    say({ file });
  } catch (error) {
    if (store !== null) closeStore(store);
    store = null;
    say({ failed: (error as Error).message });
  }
});
// The server is gone.
process.on("disconnect", () => process.exit());
