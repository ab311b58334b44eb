/**
 * Files from outside are read in a thread of their own, one at a time, with an end to their time and memory: whatever
 * one does to its reader, the server goes on.
 */
import { Worker } from "node:worker_threads";
import { isRefusal, type Refusal, refuse } from "#deliberation/refusal";
import type { BroughtFile } from "#formats/brought-file";
import type { BroughtTables } from "#formats/brought-tables";
import type { ListKind } from "#formats/lists/columns";
import type { ReadList } from "#formats/lists/read";

const LONGEST_MS = 10_000;
const MOST_MEMORY_MB = 192;
/** For everybody together: who comes later is asked to try again. */
const MOST_WAITING = 8;

interface Read {
  words: BroughtFile;
  tables: BroughtTables;
  /** One that the secretariat brings as CSV, of the kind that is named beside it. */
  list: ReadList;
}

export class BroughtReader {
  readonly #longest: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param longest milliseconds; for tests. */
  constructor(longest: number = LONGEST_MS) {
    this.#longest = longest;
  }

  /** @param kind of a list. */
  async read<W extends keyof Read>(what: W, bytes: Uint8Array, kind?: ListKind): Promise<Read[W] | Refusal> {
    if (this.#waiting >= MOST_WAITING) return refuse("too-many");
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#readNow(what, bytes, kind));
    this.#last = turn;
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  #readNow<W extends keyof Read>(
    what: W,
    bytes: Uint8Array,
    kind: ListKind | undefined,
  ): Promise<Read[W] | Refusal> {
    const { promise, resolve } = Promise.withResolvers<Read[W] | Refusal>();
    const worker = new Worker(new URL("./brought-worker.ts", import.meta.url), {
      workerData: { what, bytes, kind },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const end = (answer: Read[W] | Refusal) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(refuse("file-refused")), this.#longest);
    worker.on("message", (said: { read: Read[W] } | { refused: Refusal["refused"] }) =>
      end("read" in said ? said.read : isRefusal(said) ? refuse(said.refused) : refuse("file-refused")),
    );
    worker.on("error", () => end(refuse("file-refused")));
    worker.on("exit", () => end(refuse("file-refused")));
    return promise;
  }
}
