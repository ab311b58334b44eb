/** Makes papers beside the event loop, one after the other; started and asked by paper-press.ts. */
import { parentPort } from "node:worker_threads";
import { type PaperJob, paperOf } from "./papers.ts";

parentPort?.on("message", async ({ id, job }: { id: number; job: PaperJob }) => {
  try {
    const bytes = await paperOf(job);
    parentPort?.postMessage({ id, bytes });
  } catch (error) {
    parentPort?.postMessage({ id, failed: (error as Error).message });
  }
});
