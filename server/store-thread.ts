/**
 * Work on the store that takes seconds, beside the event loop: in a thread of its own each time, one at a time. Nothing
 * of it is kept.
 */
import { Worker } from "node:worker_threads";
import { type Refusal, refuse } from "#deliberation/refusal";

const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 512;
const MOST_WAITING = 8;

/** @typeParam Asked what the thread's file is given; Made what it answers with. */
export class StoreThread<Asked, Made> {
  readonly #dataDir: string;
  readonly #file: URL;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param file `./pack-worker.ts`, a file of this folder: see store-worker.ts. */
  constructor(dataDir: string, file: `./${string}-worker.ts`) {
    this.#dataDir = dataDir;
    this.#file = new URL(file, import.meta.url);
  }

  /** Rejects when it could not be made; the server goes on. */
  async make(asked: Asked): Promise<Made | Refusal> {
    if (this.#waiting >= MOST_WAITING) return refuse("too-many");
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#makeNow(asked));
    // Whoever comes next does not fail with the one before.
    this.#last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  #makeNow(asked: Asked): Promise<Made> {
    const { promise, resolve, reject } = Promise.withResolvers<Made>();
    const worker = new Worker(this.#file, {
      workerData: { dataDir: this.#dataDir, asked },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const timer = setTimeout(() => worker.terminate(), LONGEST_MS);
    worker.on("message", (said: { made: Made } | { failed: string }) =>
      "made" in said ? resolve(said.made) : reject(new Error(`It could not be made: ${said.failed}`)),
    );
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(timer);
      reject(new Error("It could not be made in time."));
    });
    return promise;
  }
}
