/** Bad clients at once, opened and ended from here and alive in a process of their own. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Seated } from "../stage.ts";

export interface Crowd {
  origin: string;
  epoch: string;
  seed: number;
  /** The kind by its name, and who each of them is. */
  clients: { kind: string; seated: Seated }[];
}

export type Answer = { opened: number } | { violations: string[] };

export class BadProcess {
  readonly #child: ChildProcess = fork(path.join(import.meta.dirname, "bad-process.ts"));

  async opens(crowd: Crowd): Promise<void> {
    await this.#asks(crowd);
  }

  /** @returns what ought to have happened to them and did not. */
  async ends(): Promise<string[]> {
    const answer = await this.#asks("end");
    return "violations" in answer ? answer.violations : [];
  }

  gone(): void {
    this.#child.kill("SIGKILL");
  }

  async #asks(what: Crowd | "end"): Promise<Answer> {
    const over = new AbortController();
    const { signal } = over;
    try {
      const answered = once(this.#child, "message", { signal });
      const ended = once(this.#child, "exit", { signal }).then(([code]) => {
        throw new Error(`The process of the bad clients ended with ${code}.`);
      });
      this.#child.send(what);
      const [answer] = (await Promise.race([answered, ended])) as [Answer];
      return answer;
    } finally {
      over.abort();
    }
  }
}
