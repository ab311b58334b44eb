/** The other end of store-thread.ts: opens the store for itself, does one thing, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { closeStore, openStore, type Store } from "#db/open";

export async function inStoreThread<Asked>(make: (store: Store, asked: Asked) => unknown): Promise<void> {
  const store = openStore(workerData.dataDir);
  try {
    parentPort?.postMessage({ made: await make(store, workerData.asked as Asked) });
  } catch (error) {
    parentPort?.postMessage({ failed: (error as Error).message });
  } finally {
    closeStore(store);
  }
}
