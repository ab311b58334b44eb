/** A desk that remembers what it wrote in draft rooms, so that a trace of the server can be read with it. */
import * as decoding from "lib0/decoding";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { MESSAGE } from "#deliberation/close-codes";
import { Desk } from "../desk.ts";

const STEP_1 = 0;

export interface WrittenFrames {
  /** `<report>/<delegation>` */
  room: string;
  /** The words that each write frame of the connection carried, in order. */
  words: string[][];
}

export class TracedDesk extends Desk {
  /** By the server's handshake, which is another on every connection. */
  readonly written = new Map<string, WrittenFrames>();

  override socket(room: string, params: Record<string, string>, headers?: Record<string, string>): WebSocket {
    const socket = super.socket(room, params, headers);
    const frames: WrittenFrames = { room: room.replace(/^drafts\//, ""), words: [] };
    socket.on("upgrade", ({ headers }) => this.written.set(String(headers["sec-websocket-accept"]), frames));
    const send = socket.send.bind(socket) as (data: unknown) => void;
    socket.send = (data: unknown) => {
      const words = data instanceof Uint8Array ? wordsOf(data) : null;
      if (words !== null) frames.words.push(words);
      send(data);
    };
    return socket;
  }
}

/** @returns null when the frame is no write. */
function wordsOf(frame: Uint8Array): string[] | null {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
  if (decoding.readVarUint(decoder) === STEP_1) return null;
  const { structs } = Y.decodeUpdate(decoding.readVarUint8Array(decoder));
  return structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString
      ? struct.content.str.split("\n").filter((line) => line !== "")
      : [],
  );
}
