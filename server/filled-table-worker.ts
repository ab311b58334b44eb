/** Holds one table that came back against the record, beside the event loop; asked by api/filled-table.ts. */
import { filledTableOf } from "./filled-table.ts";
import { inStoreThread } from "./store-worker.ts";

await inStoreThread(filledTableOf);
