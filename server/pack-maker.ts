/** Packs for capital are made in threads of their own, one at a time: the long ones take seconds. None is kept. */
import { Worker } from "node:worker_threads";
import { type Refusal, refuse } from "#deliberation/refusal";
import type { PackAsked } from "./pack.ts";

const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 512;
const MOST_WAITING = 8;

export class PackMaker {
  readonly #dataDir: string;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** Rejects when it could not be made; the server goes on. */
  async make(asked: PackAsked): Promise<Uint8Array | Refusal> {
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

  #makeNow(asked: PackAsked): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const worker = new Worker(new URL("./pack-worker.ts", import.meta.url), {
      workerData: { dataDir: this.#dataDir, asked },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const timer = setTimeout(() => worker.terminate(), LONGEST_MS);
    worker.on("message", (said: { bytes: Uint8Array } | { failed: string }) =>
      "bytes" in said ? resolve(said.bytes) : reject(new Error(`The pack could not be made: ${said.failed}`)),
    );
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(timer);
      reject(new Error("The pack could not be made in time."));
    });
    return promise;
  }
}
