/** Frames as a forger would make them: under another's id, in the server's place, or waiting for another's words. */
import * as encoding from "lib0/encoding";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { MESSAGE } from "#deliberation/close-codes";

const UPDATE = 2;
const QUIET_MS = 60;
const CLOSED_WITHIN_MS = 3_000;

export function updateFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, UPDATE);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** What `change` does to a copy of the document, under the given id. */
export function written(doc: Y.Doc, client: number, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  copy.clientID = client;
  change(copy);
  return Y.encodeStateAsUpdate(copy, before);
}

/** An id that nobody uses yet. */
export function newClient(): number {
  return new Y.Doc().clientID;
}

/**
 * Words that stand beside a piece which another has yet to write: they come in with that person's next words.
 * @param next the other's id and clock, as everybody in the room can tell it.
 */
export function besideWhatComes(
  words: string,
  client: number,
  next: { client: number; clock: number },
): Uint8Array {
  const encoder = encoding.createEncoder();
  const number = (value: number) => encoding.writeVarUint(encoder, value);
  for (const value of [1, 1, client, 0]) number(value);
  // A piece of text with a neighbour to its left; its parent is the neighbour's.
  encoding.writeUint8(encoder, 0x84);
  number(next.client);
  number(next.clock);
  encoding.writeVarString(encoder, words);
  number(0);
  return encoding.toUint8Array(encoder);
}

/** Sends frames as soon as the room is open. @returns the code it was closed with, or the HTTP status; null when it stayed open. */
export function visited(
  socket: WebSocket,
  frames: readonly Uint8Array[],
  mustClose: boolean,
): Promise<number | null> {
  return new Promise((done) => {
    const over = (code: number | null) => {
      socket.terminate();
      done(code);
    };
    socket.on("unexpected-response", (_, answer) => over(answer.statusCode ?? 0));
    socket.on("error", () => undefined);
    socket.on("close", (code) => over(code));
    socket.on("open", () => {
      for (const frame of frames) socket.send(frame);
      setTimeout(() => over(null), mustClose ? CLOSED_WITHIN_MS : QUIET_MS);
    });
  });
}
