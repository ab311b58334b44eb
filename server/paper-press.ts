/**
 * Papers are made in a thread of their own: a long one takes seconds, in which live words must go on. The last few
 * are kept, since the same record and choice give the same bytes.
 */
import { Worker } from "node:worker_threads";
import { canonicalJson } from "#deliberation/canonical";
import type { PaperJob } from "./papers.ts";

/** More than the longest paper of a full membership takes on a slow machine. */
const LONGEST_MS = 180_000;
const KEPT = 8;
/** Under way or waiting, for everybody together: so many are made well within the time for the longest. */
const MOST_WAITING = 8;
const MOST_MEMORY_MB = 1_536;

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

interface Answer {
  id: number;
  bytes?: Uint8Array;
  failed?: string;
}

export class PaperPress {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #kept = new Map<string, Promise<Uint8Array>>();

  /**
   * @returns null when too many are waiting already.
   * @throws Error when it could not be made, took too long or too much memory; the server goes on.
   */
  make(job: PaperJob): Promise<Uint8Array> | null {
    const { source, ...asked } = job;
    const key = canonicalJson({ ...asked, asOf: source.compilation.asOf, symbol: source.report.symbol });
    const kept = this.#kept.get(key);
    if (kept === undefined && this.#waiting.size >= MOST_WAITING) return null;
    const made = kept ?? this.#ask(job);
    this.#kept.delete(key);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    for (const old of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(old);
    return made;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask(job: PaperJob): Promise<Uint8Array> {
    const worker = this.#started();
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#over(worker, "it took too long"), LONGEST_MS);
      timer.unref();
      this.#waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, job });
    });
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL("./paper-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    // An idle press does not keep the process from ending.
    worker.unref();
    worker.on("message", (answer: Answer) => this.#heard(answer));
    worker.on("error", (error) => this.#over(worker, error.message));
    worker.on("exit", () => this.#over(worker, "the press stopped"));
    this.#worker = worker;
    return worker;
  }

  #heard({ id, bytes, failed }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    if (bytes !== undefined) waiting?.resolve(bytes);
    else waiting?.reject(new Error(`The paper could not be made: ${failed ?? "no word why"}`));
  }

  #over(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const id of [...this.#waiting.keys()]) this.#heard({ id, failed: why });
    void worker.terminate();
  }
}
