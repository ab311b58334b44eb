/** A seated person with several sockets open and requests going on, who notes when and how each socket ends. */
import { v7 } from "uuid";
import type { WebSocket } from "ws";
import { Desk, positionSubmission } from "../desk.ts";
import { DraftWriter } from "../draft-writer.ts";
import { REPORT, type Seated } from "../stage.ts";
import type { Ending } from "./ways.ts";

interface Watched {
  room: "record" | "drafts";
  /** Null while it is open. */
  ended: { code: number; at: number } | null;
}

/** Keeps an eye on every socket it opens. */
class Witness extends Desk {
  readonly watched: Watched[] = [];

  override socket(room: string, params: Record<string, string>, headers?: Record<string, string>): WebSocket {
    const socket = super.socket(room, params, headers);
    const one: Watched = { room: room.startsWith("record/") ? "record" : "drafts", ended: null };
    this.watched.push(one);
    socket.on("error", () => undefined);
    socket.on("close", (code) => {
      one.ended = { code, at: performance.now() };
    });
    return socket;
  }
}

export class Attendant {
  readonly desk: Witness;
  readonly violations: string[] = [];
  /** Words written after the rights were gone. */
  readonly later: string[] = [];
  ending: Ending | null = null;
  /** When the end of the rights was committed. */
  endedAt: number | null = null;
  requests = 0;
  readonly #epoch: string;
  readonly #idea: string;
  readonly #writers: DraftWriter[] = [];
  readonly #records: WebSocket[] = [];
  #going = true;
  #said = 0;

  constructor(seated: Seated, origin: string, epoch: string, idea: string) {
    this.desk = new Witness(seated, origin);
    this.#epoch = epoch;
    this.#idea = idea;
  }

  /** @param sockets at least two: the first writes, the second reads the record. */
  async comes(sockets: number): Promise<void> {
    for (let n = 0; n < sockets; n += 1) {
      if (n % 2 === 0) {
        const writer = new DraftWriter(this.desk, this.#epoch);
        this.#writers.push(writer);
        await writer.join();
      } else {
        const socket = this.desk.socket(`record/${REPORT}/1`, { epoch: this.#epoch });
        this.#records.push(socket);
        await new Promise((open) => socket.once("open", open).once("close", open));
      }
    }
  }

  /** Writes and asks until `leaves`. */
  async works(everyMs: number): Promise<void> {
    for (; this.#going; this.requests += 1) {
      this.writes();
      await new Promise((over) => setTimeout(over, everyMs));
      // Of a request that began before the end, either answer is right.
      const { ending, endedAt } = this;
      const after = endedAt === null ? null : ending;
      if (this.requests % 2 === 0) this.#expects("a reading", after?.read ?? 200, await this.#reads(), after);
      else this.#expects("a clearance", after?.clearance[this.#rightsBy] ?? 201, await this.#clears(), after);
    }
  }

  /** One word in each of its draft rooms' sockets. */
  writes(): void {
    for (const writer of this.#writers) {
      if (writer.closedWith !== null) continue;
      this.#said += 1;
      const words = `${this.desk.seated.person} ${this.#said}`;
      if (this.endedAt !== null && this.ending?.drafts !== null) this.later.push(words);
      writer.write(`position.${this.#idea}`, words);
    }
  }

  async endsBy(ending: Ending, end: () => Promise<void>): Promise<void> {
    this.ending = ending;
    // The last words before the end may still wait for the disk when those after it come in.
    for (let n = 0; n < 6; n += 1) {
      this.writes();
      await new Promise((over) => setTimeout(over, 2));
    }
    await end();
    this.endedAt = performance.now();
    this.writes();
  }

  /** Comes once more into the draft room, as a browser does. @returns the code, null when it stays open. */
  async comesBack(): Promise<number | null> {
    const writer = new DraftWriter(new Desk(this.desk.seated, this.desk.origin), this.#epoch);
    await writer.join();
    await new Promise((over) => setTimeout(over, 100));
    const { closedWith } = writer;
    writer.leave();
    return closedWith;
  }

  acknowledged(words: string): boolean {
    return this.#writers.some((writer) => writer.saved.has(words));
  }

  leaves(): void {
    this.#going = false;
  }

  hangsUp(): void {
    for (const writer of this.#writers) writer.leave();
    for (const socket of this.#records) socket.terminate();
  }

  get #rightsBy(): "head" | "named" {
    return this.desk.seated.function === "head" ? "head" : "named";
  }

  async #reads(): Promise<number> {
    return (await this.desk.ask("GET", `/api/v1/reports/${REPORT}/record?limit=1`)).status;
  }

  async #clears(): Promise<number> {
    const submission = positionSubmission(this.#idea, `words ${this.requests}`, v7());
    const { status } = await this.desk.clears(submission);
    if (status !== 201) return status;
    const submitted = await this.desk.submits(submission);
    return submitted.status;
  }

  #expects(what: string, expected: number, status: number, after: Ending | null): void {
    if (status === expected || (after === null && this.ending !== null)) return;
    const when = after === null ? "with all rights" : `after "${after.name}"`;
    this.violations.push(`${what} ${when} was answered ${status}, not ${expected}`);
  }
}
