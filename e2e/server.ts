/** The real server on a store of its own, as a process that can be killed. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export const PASSWORD = "a-password-for-tests";
const ROOT = path.join(import.meta.dirname, "..");
const READY_WITHIN_MS = 80_000;
/** What Node made of the server's and the build's text: some seventy servers are started one after another. */
const COMPILED = path.join(ROOT, ".next/cache/compiled");

export class Server {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), "consideration-"));
  readonly port: number;
  readonly env: Record<string, string>;
  readonly #flags: string[];
  #process: ChildProcess | null = null;
  #said = "";

  private constructor(port: number, env: Record<string, string>, flags: string[]) {
    this.port = port;
    this.env = env;
    this.#flags = flags;
  }

  static async started(env: Record<string, string> = {}, flags = ["--demo"]): Promise<Server> {
    const server = new Server(await freePort(), env, flags);
    await server.start();
    return server;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** What it printed so far. */
  get said(): string {
    return this.#said;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ["server/main.ts", ...this.#flags], {
      cwd: ROOT,
      env: {
        ...process.env,
        DATA_DIR: this.dataDir,
        PORT: String(this.port),
        HOST: "localhost",
        PUBLIC_ORIGIN: this.origin,
        DEMO_PASSWORD: PASSWORD,
        LOG_LEVEL: "warn",
        NODE_COMPILE_CACHE: COMPILED,
        ...this.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    const hear = (words: Buffer) => {
      this.#said += words.toString();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await this.#ready())) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error(`The server did not start:\n${this.#said}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** As the power goes: no chance to finish anything. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Stops for good and leaves nothing behind. */
  async gone(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  async #ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.origin}/readyz`)).ok;
    } catch {
      return false;
    }
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Runs the command line on a data folder, while a server may serve it. @throws Error with what it said. */
export function cli(dataDir: string, ...words: string[]): string {
  return execFileSync(process.execPath, ["server/cli.ts", ...words], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: "pipe",
  });
}
