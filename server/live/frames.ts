/**
 * Messages of the live channel, read and written. Reading is strict: one message a frame, every number in its
 * shortest form, nothing behind it. A prebuilt frame is written as it is to every raw socket.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { CLOSE, type CloseCode, MESSAGE } from "#deliberation/close-codes";

/** What ends a connection: a frame that is not allowed, or no more of them. */
export class BadFrame extends Error {
  readonly code: CloseCode;
  constructor(why: string, code: CloseCode = CLOSE.badFrame) {
    super(why);
    this.code = code;
  }
}

export type Incoming =
  | { kind: "step1"; vector: Uint8Array }
  | { kind: "write"; offline: boolean; update: Uint8Array }
  | { kind: "awareness"; payload: Uint8Array }
  | { kind: "query" };

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

export function readMessage(bytes: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(bytes);
  const message = messageOf(decoder);
  if (decoder.pos !== bytes.length) throw new BadFrame("something follows the message");
  return message;
}

function messageOf(decoder: decoding.Decoder): Incoming {
  switch (shortNumber(decoder)) {
    case MESSAGE.sync: {
      const step = shortNumber(decoder);
      if (step > UPDATE) throw new BadFrame("no such step");
      const bytes = shortBytes(decoder);
      if (step === STEP_1) return { kind: "step1", vector: bytes };
      return { kind: "write", offline: step === STEP_2, update: bytes };
    }
    case MESSAGE.awareness:
      return { kind: "awareness", payload: shortBytes(decoder) };
    case MESSAGE.queryAwareness:
      return { kind: "query" };
    default:
      throw new BadFrame("no such message");
  }
}

/** A number written longer than needed slips past filters that compare bytes; no honest client writes one. */
export function shortNumber(decoder: decoding.Decoder): number {
  const from = decoder.pos;
  const value = guarded(() => decoding.readVarUint(decoder));
  const length = value < 128 ? 1 : Math.floor(Math.log2(value) / 7) + 1;
  if (decoder.pos - from !== length) throw new BadFrame("a number is not in its shortest form");
  return value;
}

export function shortBytes(decoder: decoding.Decoder): Uint8Array {
  const length = shortNumber(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new BadFrame("the frame ends too early");
  return decoding.readUint8Array(decoder, length);
}

function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new BadFrame("the frame ends too early");
  }
}

/** An update without structs and deletions. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

export const step1Frame = (vector: Uint8Array) => syncFrame(STEP_1, vector);
export const step2Frame = (update: Uint8Array) => syncFrame(STEP_2, update);
export const updateFrame = (update: Uint8Array) => syncFrame(UPDATE, update);

function syncFrame(step: number, bytes: Uint8Array): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

export function awarenessFrame(payload: Uint8Array): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** `durable` or `present` with its number. */
export function countFrame(message: number, count: number): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, message);
    encoding.writeVarUint(encoder, count);
  });
}

/** `invited` with its place. */
export function placeFrame(message: number, place: string): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, message);
    encoding.writeVarString(encoder, place);
  });
}

function frame(write: (encoder: encoding.Encoder) => void): Buffer {
  const encoder = encoding.createEncoder();
  write(encoder);
  const payload = encoding.toUint8Array(encoder);
  return Buffer.concat([frameHead(payload.length), payload]);
}

/** RFC 6455: final fragment, binary, unmasked as from a server. */
function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.of(0x82, length);
  if (length < 65_536) return Buffer.of(0x82, 126, length >> 8, length & 255);
  const head = Buffer.alloc(10);
  head[0] = 0x82;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
