/** The server as a process of its own on a data folder: started, killed, stopped, and heard. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort } from "../server.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const READY_WITHIN_MS = 30_000;

export interface ProcessOptions {
  dataDir: string;
  port?: number;
  twin?: string | null;
  env?: Record<string, string>;
  /** Put before the server's own command: `strace …`, `prlimit …`. */
  under?: string[];
}

export class ServerProcess {
  readonly port: number;
  readonly origin: string;
  readonly #options: ProcessOptions;
  #child: ChildProcess | null = null;
  /** Everything it wrote on both outputs. */
  said = "";

  private constructor(options: ProcessOptions, port: number) {
    this.#options = options;
    this.port = port;
    this.origin = `http://localhost:${port}`;
  }

  /** @throws Error with what it said, when it does not come up. */
  static async started(options: ProcessOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options, options.port ?? (await freePort()));
    await server.start();
    return server;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const { dataDir, twin, env, under = [] } = this.#options;
    const [command = "", ...words] = [...under, process.execPath, "e2e/torture/served.ts"];
    const child = spawn(command, words, {
      cwd: ROOT,
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        PORT: String(this.port),
        HOST: "localhost",
        PUBLIC_ORIGIN: this.origin,
        LOG_LEVEL: "warn",
        TWIN: twin ?? "",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const serving = new Promise<void>((done, fail) => {
      const hear = (words: Buffer) => {
        this.said += words.toString();
        if (this.said.includes("Serving at")) done();
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("exit", () => fail(new Error(`The server did not start:\n${this.said}`)));
      setTimeout(() => fail(new Error(`The server is not ready:\n${this.said}`)), READY_WITHIN_MS).unref();
    });
    this.said = "";
    await serving;
  }

  /** As the power goes: no chance to finish anything. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}
