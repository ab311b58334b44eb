/**
 * Papers are made in a process of their own, from reading the record to the last byte: a long one takes seconds, in
 * which live words must go on. It is a process and not a thread because a thread that takes a gigabyte holds up every
 * other thread of its process while the system finds the memory; and it gives way to the server where both want the
 * processor. One is made at a time; the last few are kept, since what is asked for names the bytes.
 */
import { type ChildProcess, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalJson } from "#deliberation/canonical";
import type { PaperAsked, Stage } from "./paper-of-store.ts";

/** More than the longest paper of a full membership takes on a slow machine. */
const LONGEST_MS = 180_000;
const KEPT = 8;
/** Under way or waiting, for everybody together: so many are made well within the time for the longest. */
const MOST_WAITING = 8;
const MOST_MEMORY_MB = 1_536;
/** So long the process waits for another paper before it ends and gives its memory back. */
const IDLE_MS = 60_000;
/** Where the process lays what it made: bytes that come as a message would be taken apart by the event loop. */
export const PRESS_FOLDER = "press";

export interface Making {
  /** Rejects when it could not be made, took too long or too much memory, or was given up; the server goes on. */
  bytes: Promise<Uint8Array<ArrayBuffer>>;
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
  bytes: Promise<Uint8Array<ArrayBuffer>>;
  resolve(bytes: Uint8Array<ArrayBuffer>): void;
  reject(error: Error): void;
}

/** What the process says: how far it is, or where the paper lies, or why there is none. One of them. */
export interface PressAnswer {
  stage?: Stage;
  file?: string;
  /** The paper itself, where it can be laid nowhere. */
  bytes?: Uint8Array;
  failed?: string;
}

export class PaperPress {
  readonly #dataDir: string;
  #worker: ChildProcess | null = null;
  /** Of the paper under way; between papers, of the process. */
  #timer: NodeJS.Timeout | undefined;
  /** The first is under way. */
  #queue: Job[] = [];
  readonly #known = new Map<string, Job>();

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    try {
      // Of a process that ended before it was read.
      rmSync(path.join(dataDir, PRESS_FOLDER), { recursive: true, force: true });
    } catch {
      // A disk that cannot be written to now: the next start takes it away.
    }
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
    const worker = this.#worker;
    this.#worker = null;
    if (worker === null || worker.exitCode !== null || worker.signalCode !== null) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    // Else a process that has nothing else to wait for would end in the middle of closing.
    worker.ref();
    worker.kill("SIGKILL");
    await ended;
  }

  #queued(key: string, asked: PaperAsked): Job {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#over(worker, "it took too long"), LONGEST_MS);
    this.#timer.unref();
    worker.send(job.asked);
  }

  #started(): ChildProcess {
    if (this.#worker !== null) return this.#worker;
    const worker = fork(fileURLToPath(new URL("./paper-worker.ts", import.meta.url)), [this.#dataDir], {
      execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`],
      // Bytes as they are, not as text.
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    // An idle press does not keep the process from ending.
    worker.unref();
    worker.channel?.unref();
    worker.on("message", (answer: PressAnswer) => this.#heard(worker, answer));
    worker.on("error", (error) => this.#over(worker, error.message));
    worker.on("exit", () => this.#over(worker, "the press stopped"));
    this.#worker = worker;
    return worker;
  }

  #heard(worker: ChildProcess, { stage, file, bytes, failed }: PressAnswer): void {
    const [job] = this.#queue;
    if (job === undefined || this.#worker !== worker) return;
    if (stage !== undefined) {
      job.stage = stage;
      return;
    }
    this.#queue.shift();
    if (file !== undefined) void this.#taken(job, file);
    else if (bytes !== undefined) this.#made(job, Buffer.from(bytes));
    else this.#failed(job, failed ?? "no word why");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#over(worker, "nobody wants a paper"), IDLE_MS);
    this.#timer.unref();
    this.#next();
  }

  async #taken(job: Job, file: string): Promise<void> {
    try {
      this.#made(job, await readFile(file));
      await rm(file).catch(() => {});
    } catch (error) {
      this.#failed(job, (error as Error).message);
    }
  }

  #made(job: Job, bytes: Uint8Array<ArrayBuffer>): void {
    job.stage = "made";
    job.resolve(bytes);
  }

  /** A process that writes cannot be asked to stop: it is ended, and the next paper has a new one. */
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

  #over(worker: ChildProcess, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    worker.kill("SIGKILL");
    clearTimeout(this.#timer);
    const job = this.#queue.shift();
    if (job !== undefined) this.#failed(job, why);
    this.#next();
  }
}
