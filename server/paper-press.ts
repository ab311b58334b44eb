/**
 * Papers are made in a thread of their own, from reading the record to the last byte: a long one takes seconds, in
 * which live words must go on. One is made at a time; the last few are kept, since what is asked for names the bytes.
 */
import { Worker } from "node:worker_threads";
import { canonicalJson } from "#deliberation/canonical";
import type { PaperAsked, Stage } from "./paper-of-store.ts";

/** More than the longest paper of a full membership takes on a slow machine. */
const LONGEST_MS = 180_000;
const KEPT = 8;
/** Under way or waiting, for everybody together: so many are made well within the time for the longest. */
const MOST_WAITING = 8;
const MOST_MEMORY_MB = 1_536;

export interface Making {
  /** Rejects when it could not be made, took too long or too much memory, or was given up; the server goes on. */
  bytes: Promise<Uint8Array>;
  /** `waiting` has papers of others before it. */
  progress(): { stage: Stage | "waiting" | "made"; ahead: number };
  /** Whoever asked wants it no more; it is stopped when nobody else does. */
  giveUp(): void;
}

interface Job {
  key: string;
  asked: PaperAsked;
  wanted: number;
  stage: Stage | "waiting" | "made";
  bytes: Promise<Uint8Array>;
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

interface Answer {
  stage?: Stage;
  bytes?: Uint8Array;
  failed?: string;
}

export class PaperPress {
  readonly #dataDir: string;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** The first is under way. */
  #queue: Job[] = [];
  readonly #known = new Map<string, Job>();

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** @returns null when too many are waiting already. */
  make(asked: PaperAsked): Making | null {
    const key = canonicalJson(asked);
    const known = this.#known.get(key);
    if (known === undefined && this.#queue.length >= MOST_WAITING) return null;
    const job = known ?? this.#queued(key, asked);
    job.wanted += 1;
    this.#known.delete(key);
    this.#known.set(key, job);
    const made = [...this.#known.values()].filter(({ stage }) => stage === "made");
    for (const old of made.slice(0, -KEPT)) this.#known.delete(old.key);
    let wants = true;
    return {
      bytes: job.bytes,
      progress: () => ({ stage: job.stage, ahead: Math.max(0, this.#queue.indexOf(job)) }),
      giveUp: () => {
        if (wants) job.wanted -= 1;
        wants = false;
        if (job.wanted === 0 && job.stage !== "made") this.#stop(job);
      },
    };
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  #queued(key: string, asked: PaperAsked): Job {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const job: Job = { key, asked, wanted: 0, stage: "waiting", bytes: promise, resolve, reject };
    // Whoever asked may have gone meanwhile.
    job.bytes.catch(() => {});
    this.#queue.push(job);
    if (this.#queue.length === 1) this.#next();
    return job;
  }

  #next(): void {
    const [job] = this.#queue;
    if (job === undefined) return;
    const worker = this.#started();
    this.#timer = setTimeout(() => this.#over(worker, "it took too long"), LONGEST_MS);
    this.#timer.unref();
    worker.postMessage(job.asked);
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL("./paper-worker.ts", import.meta.url), {
      workerData: { dataDir: this.#dataDir },
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

  #heard({ stage, bytes, failed }: Answer): void {
    const [job] = this.#queue;
    if (job === undefined) return;
    if (stage !== undefined) {
      job.stage = stage;
      return;
    }
    clearTimeout(this.#timer);
    this.#queue.shift();
    if (bytes !== undefined) {
      job.stage = "made";
      job.resolve(bytes);
    } else this.#failed(job, failed ?? "no word why");
    this.#next();
  }

  /** A thread that writes cannot be asked to stop: it is ended, and the next paper has a new one. */
  #stop(job: Job): void {
    if (this.#queue[0] === job && this.#worker !== null) {
      this.#over(this.#worker, "it was given up");
      return;
    }
    this.#queue = this.#queue.filter((one) => one !== job);
    this.#failed(job, "it was given up");
  }

  #failed(job: Job, why: string): void {
    this.#known.delete(job.key);
    job.reject(new Error(`The paper could not be made: ${why}`));
  }

  #over(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#heard({ failed: why });
    void worker.terminate();
  }
}
