/** Makes papers beside the event loop, one after the other, from a store opened for itself; asked by paper-press.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { closeStore, openStore, type Store } from "#db/open";
import { type PaperAsked, paperOfStore } from "./paper-of-store.ts";

let store: Store | null = null;

parentPort?.on("message", async (asked: PaperAsked) => {
  try {
    store ??= openStore(workerData.dataDir);
    const bytes = await paperOfStore(store, asked, (stage) => parentPort?.postMessage({ stage }));
    parentPort?.postMessage({ bytes });
  } catch (error) {
    if (store !== null) closeStore(store);
    store = null;
    parentPort?.postMessage({ failed: (error as Error).message });
  }
});
