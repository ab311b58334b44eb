/** A bare TCP connection to the server: what is sent is counted in bytes, and so is what is heard. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Answer } from "../desk.ts";

const WITHIN_MS = 10_000;

export class Line {
  readonly #socket: Socket;
  #heard: Buffer = Buffer.alloc(0);
  #over = false;
  #changed: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (bytes: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, bytes]);
      this.#changed();
    });
    // A reset is how half of these connections are meant to end.
    socket.on("error", () => undefined);
    for (const end of ["end", "close"]) socket.on(end, () => this.#ended());
  }

  static async to(origin: string): Promise<Line> {
    const { hostname, port } = new URL(origin);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const line = new Line(socket);
    await once(socket, "connect");
    return line;
  }

  get heard(): Buffer {
    return this.#heard;
  }

  /** @returns once the bytes have left this process. */
  send(bytes: Buffer): Promise<void> {
    if (bytes.length === 0 || this.#over) return Promise.resolve();
    return new Promise((done) => this.#socket.write(bytes, () => done()));
  }

  /** Waits for so many bytes, or for a whole answer of fewer. @returns how long the answer is, when it is whole. */
  async hears(bytes: number): Promise<number | null> {
    await this.#until(() => this.#heard.length >= bytes || lengthOf(this.#heard) !== null);
    return lengthOf(this.#heard);
  }

  /** The next answer, taken from what was heard; null when the connection ended before it was whole. */
  async answer(): Promise<(Answer & { length: number }) | null> {
    if (!(await this.#until(() => lengthOf(this.#heard) !== null))) return null;
    const length = lengthOf(this.#heard) ?? 0;
    const text = this.#heard.subarray(0, length).toString();
    this.#heard = this.#heard.subarray(length);
    const body = text.slice(text.indexOf("\r\n\r\n") + 4);
    return { status: Number(text.slice(9, 12)), body: JSON.parse(body), length };
  }

  /** Closes as a program that ends. */
  close(): void {
    this.#socket.destroy();
  }

  /** Closes as a machine that was switched off and comes back: RST. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  /** Says that nothing more will be sent, and goes on listening. */
  closeHalf(): void {
    this.#socket.end();
  }

  #ended(): void {
    this.#over = true;
    this.#changed();
  }

  async #until(holds: () => boolean): Promise<boolean> {
    const tooLong = setTimeout(() => {
      this.close();
      this.#ended();
    }, WITHIN_MS);
    while (!holds() && !this.#over) {
      await new Promise<void>((changed) => {
        this.#changed = changed;
      });
    }
    clearTimeout(tooLong);
    return holds();
  }
}

/** Length of the first whole answer; null when it is not whole yet. */
function lengthOf(heard: Buffer): number | null {
  const body = heard.indexOf("\r\n\r\n") + 4;
  if (body === 3) return null;
  const head = heard.subarray(0, body).toString("latin1");
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer of no length: ${head}`);
  const end = body + Number(length);
  return heard.length >= end ? end : null;
}
