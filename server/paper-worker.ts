/** Makes papers beside the server, one after the other, from a store opened for itself; asked by paper-press.ts. */
import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
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
const say = (answer: PressAnswer) => process.send?.(answer);

process.on("message", async (asked: PaperAsked) => {
  try {
    store ??= openStore(dataDir);
    const bytes = await paperOfStore(store, asked, (stage) => say({ stage }));
    say(await laid(bytes));
  } catch (error) {
    if (store !== null) closeStore(store);
    store = null;
    say({ failed: (error as Error).message });
  }
});
/** On a disk that takes nothing more the bytes go as a message: papers are handed out as long as the store is read. */
async function laid(bytes: Uint8Array): Promise<PressAnswer> {
  const file = path.join(folder, randomUUID());
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, bytes, { mode: 0o600 });
    return { file };
  } catch {
    await rm(file, { force: true }).catch(() => {});
    return { bytes };
  }
}

// The server is gone.
process.on("disconnect", () => process.exit());
