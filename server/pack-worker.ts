/** Makes one pack beside the event loop; asked by api/pack.ts. */
import { packOf } from "./pack.ts";
import { inStoreThread } from "./store-worker.ts";

await inStoreThread(packOf);
