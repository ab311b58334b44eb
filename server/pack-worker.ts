/** Makes one pack beside the event loop, from a store opened for itself; asked by api/pack.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { closeStore, openStore } from "#db/open";
import { packOf } from "./pack.ts";

const store = openStore(workerData.dataDir);
try {
  parentPort?.postMessage({ bytes: await packOf(store, workerData.asked) });
} catch (error) {
  parentPort?.postMessage({ failed: (error as Error).message });
} finally {
  closeStore(store);
}
