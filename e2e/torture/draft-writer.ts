/**
 * Writes in a delegation's draft room and counts what the server acknowledged: the browser's rules, without a
 * browser. `saved` holds the words that were told to be durable; the words stay here and go out again on every
 * new connection.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { MESSAGE } from "#deliberation/close-codes";
import { REPORT } from "./stage.ts";

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** Who writes, and how that person reaches a room. */
interface Writing {
  seated: { delegation: string | null };
  socket(room: string, params: Record<string, string>): WebSocket;
}

export class DraftWriter {
  readonly doc = new Y.Doc();
  /** Words whose frame the server called durable, on this connection or an earlier one. */
  readonly saved = new Set<string>();
  readonly #desk: Writing;
  readonly #epoch: string;
  readonly #room: string;
  #socket: WebSocket | null = null;
  /** Words carried by each write frame of this connection, in order. */
  #sent: string[][] = [];
  #written: string[] = [];
  #open = false;
  /** The code the last connection was closed with; null while it is open. */
  closedWith: number | null = null;

  /** @param room the delegation's own unless another is named. */
  constructor(desk: Writing, epoch: string, room = `drafts/${REPORT}/${desk.seated.delegation}`) {
    this.#desk = desk;
    this.#epoch = epoch;
    this.#room = room;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#open) this.#send(UPDATE, update, this.#written.slice(-1));
    });
  }

  /** @returns once the room has answered, or the connection was closed. */
  join(): Promise<void> {
    const socket = this.#desk.socket(this.#room, { epoch: this.#epoch });
    this.#socket = socket;
    this.#sent = [];
    this.#open = false;
    this.closedWith = null;
    return new Promise((done) => {
      socket.on("open", () => {
        this.#open = true;
        this.#send(STEP_1, Y.encodeStateVector(this.doc), null);
      });
      socket.on("message", (data: Buffer) => {
        if (this.#heard(data)) done();
      });
      socket.on("error", () => undefined);
      socket.on("close", (code) => {
        this.closedWith = code;
        this.#open = false;
        done();
      });
    });
  }

  /** Adds a line to a draft; it is on its way when there is a connection. */
  write(draft: string, words: string): void {
    this.#written.push(words);
    this.doc.getText(`words/${draft}`).insert(0, `${words}\n`);
  }

  leave(): void {
    this.#socket?.terminate();
    this.#open = false;
  }

  #heard(data: Buffer): boolean {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.durable) {
      const durable = decoding.readVarUint(decoder);
      for (const words of this.#sent.slice(0, durable).flat()) this.saved.add(words);
      return false;
    }
    if (type !== MESSAGE.sync) return false;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === STEP_1) {
      // What the room lacks goes out whole: every word written so far is in it or was there before.
      this.#send(STEP_2, Y.encodeStateAsUpdate(this.doc, bytes), [...this.#written]);
      return false;
    }
    Y.applyUpdate(this.doc, bytes, this);
    return step === STEP_2;
  }

  /** @param words null when the frame is no write. */
  #send(step: number, bytes: Uint8Array, words: string[] | null): void {
    if (this.#socket?.readyState !== 1) return;
    if (words !== null) this.#sent.push(words);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
    this.#socket.send(encoding.toUint8Array(encoder));
  }
}
