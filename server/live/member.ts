/** One open connection of a seated person: writing to it without waiting for it, and ending it with a reason. */
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Seated } from "#db/sign-ins";
import { CLOSE, type CloseCode } from "#deliberation/close-codes";
import { type Allowance, Rate } from "./rate.ts";

const MOST_QUEUED = 1_048_576;
const LAST_WORD_MS = 1_000;

export class Member {
  seated: Seated;
  /** Fixed for the life of the connection: rights that change close it. */
  readonly writes: boolean;
  readonly rate = new Rate();
  /** Shared by all connections of the person. */
  readonly work: Allowance;
  readonly #ws: WebSocket;
  readonly #wire: Duplex;
  /** Bytes of the first answer still on their way; a joiner is not slow for having been sent much. */
  #firstAnswer = 0;
  #answered = false;

  constructor(ws: WebSocket, wire: Duplex, seated: Seated, writes: boolean, work: Allowance) {
    this.work = work;
    this.#ws = ws;
    this.#wire = wire;
    this.seated = seated;
    this.writes = writes;
  }

  get open(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  /** @param frame prebuilt; whole frames may stand between those `ws` writes itself, for nothing is compressed. */
  send(frame: Buffer): void {
    if (!this.open) return;
    if (this.#wire.writableLength - this.#firstAnswer > MOST_QUEUED) {
      this.close(CLOSE.tryLater);
      setTimeout(() => this.#ws.terminate(), LAST_WORD_MS).unref();
      return;
    }
    this.#wire.write(frame);
  }

  /** The answer to a step 1: the first one may be as large as the room. */
  answer(frame: Buffer): void {
    if (this.#answered || !this.open) {
      this.send(frame);
      return;
    }
    this.#answered = true;
    this.#firstAnswer = frame.length;
    this.#wire.write(frame, () => {
      this.#firstAnswer = 0;
    });
  }

  close(code: CloseCode): void {
    this.#ws.close(code);
  }

  terminate(): void {
    this.#ws.terminate();
  }
}
