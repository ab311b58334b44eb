/** What a server's sockets told the world to be kept, and when: read from the bytes as they left. */
import * as decoding from "lib0/decoding";
import { MESSAGE } from "#deliberation/close-codes";
import type { Happening } from "./happening.ts";
import type { WrittenFrames } from "./traced-desk.ts";

export interface Acknowledgement {
  /** The happening with which its first byte left. */
  at: number;
  /** Answered 201, or said to be saved. */
  of: { entry: number; words: string } | { room: string; words: string };
}

/** @param written what went into each draft connection, by the server's handshake (`sec-websocket-accept`). */
export function acknowledgementsIn(
  happenings: readonly Happening[],
  written: ReadonlyMap<string, WrittenFrames>,
): Acknowledgement[] {
  const found: Acknowledgement[] = [];
  const lines = new Map<number, Line>();
  happenings.forEach((happening, at) => {
    if (happening.kind !== "sent") return;
    const line = lines.get(happening.connection) ?? new Line(written);
    lines.set(happening.connection, line);
    found.push(...line.hear(happening.bytes, at));
  });
  return found.sort((a, b) => a.at - b.at);
}

/** One connection: answers to requests, and after an upgrade frames. */
class Line {
  readonly #written: ReadonlyMap<string, WrittenFrames>;
  #bytes: Buffer = Buffer.alloc(0);
  #began = 0;
  #upgraded = false;
  #frames: WrittenFrames | null = null;
  #durable = 0;

  constructor(written: ReadonlyMap<string, WrittenFrames>) {
    this.#written = written;
  }

  hear(bytes: Buffer, at: number): Acknowledgement[] {
    if (this.#bytes.length === 0) this.#began = at;
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    const found: Acknowledgement[] = [];
    for (;;) {
      const [length, read] = this.#upgraded ? this.#frame() : this.#answer();
      if (length === 0) return found;
      found.push(...read.map((of) => ({ at: this.#began, of })));
      this.#bytes = this.#bytes.subarray(length);
      this.#began = at;
    }
  }

  /** @returns how long the next message is, 0 when it is not here yet; and what it acknowledges. */
  #answer(): [number, Acknowledgement["of"][]] {
    const body = this.#bytes.indexOf("\r\n\r\n") + 4;
    if (body === 3) return [0, []];
    const head = this.#bytes.subarray(0, body).toString("latin1");
    const status = head.slice(9, 12);
    if (status === "101") {
      this.#upgraded = true;
      const accept = /^sec-websocket-accept: *(\S+)/im.exec(head)?.[1] ?? "";
      this.#frames = this.#written.get(accept) ?? null;
      return [body, []];
    }
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    if (length === undefined) throw new Error(`an answer of no length: ${head}`);
    const end = body + Number(length);
    if (this.#bytes.length < end) return [0, []];
    return [end, status === "201" ? entryIn(this.#bytes.subarray(body, end).toString()) : []];
  }

  #frame(): [number, Acknowledgement["of"][]] {
    if (this.#bytes.length < 2) return [0, []];
    const short = (this.#bytes[1] ?? 0) & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (this.#bytes.length < head) return [0, []];
    const length =
      short === 126 ? this.#bytes.readUInt16BE(2) : short === 127 ? lengthOf(this.#bytes) : short;
    const end = head + length;
    if (this.#bytes.length < end) return [0, []];
    const binary = ((this.#bytes[0] ?? 0) & 0x0f) === 2;
    return [end, binary ? this.#durableIn(this.#bytes.subarray(head, end)) : []];
  }

  #durableIn(message: Buffer): Acknowledgement["of"][] {
    const decoder = decoding.createDecoder(message);
    const frames = this.#frames;
    if (frames === null || decoding.readVarUint(decoder) !== MESSAGE.durable) return [];
    const from = this.#durable;
    this.#durable = decoding.readVarUint(decoder);
    return frames.words
      .slice(from, this.#durable)
      .flatMap((all) => all.map((words) => ({ room: frames.room, words })));
  }
}

function lengthOf(bytes: Buffer): number {
  return Number(bytes.readBigUInt64BE(2));
}

function entryIn(json: string): Acknowledgement["of"][] {
  const { entry } = JSON.parse(json) as { entry?: { header: { seq: number }; body: { words: string } } };
  return entry === undefined ? [] : [{ entry: entry.header.seq, words: entry.body.words }];
}
