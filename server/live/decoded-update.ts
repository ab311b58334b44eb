/** An update as it stands in a frame, read and not applied: whole, with nothing behind it, every number in its shortest form. */
import type * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { CLOSE } from "#deliberation/close-codes";
import { BadFrame } from "./frames.ts";

/** The state vector of an empty document. */
const NOTHING_HELD = Uint8Array.of(0);
/** In the first byte of a piece, as Y writes it. */
const HAS_KEY = 0x20;
const HAS_NEIGHBOUR = 0xc0;
/** Pieces of a frame that are held already come on top; reading them costs time too. */
const MOST_READ = 20_000;

/** @throws BadFrame */
export function decodedUpdate(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  const reading: { at: decoding.Decoder | null; pieces: number } = { at: null, pieces: 0 };
  class Watched extends Y.UpdateDecoderV1 {
    constructor(decoder: decoding.Decoder) {
      super(decoder);
      reading.at = decoder;
    }

    override readInfo(): number {
      reading.pieces += 1;
      if (reading.pieces > MOST_READ) throw new BadFrame("too many pieces", CLOSE.tooLarge);
      return super.readInfo();
    }
  }
  let result: ReturnType<typeof Y.decodeUpdate>;
  try {
    // Y's types name only the second decoder; both have the same shape.
    result = Y.decodeUpdateV2(update, Watched as unknown as typeof Y.UpdateDecoderV2);
  } catch (error) {
    throw error instanceof BadFrame ? error : new BadFrame("not an update");
  }
  if (reading.at?.pos !== update.length) throw new BadFrame("something follows the update");
  if (!isShortest(update)) throw new BadFrame("a number written longer than needed");
  return result;
}

/**
 * Written anew, every number has its shortest form. Lengths alone prove nothing: a value that grows makes up for a
 * number that shrinks. The one byte that honest updates write otherwise is the head of a piece in a map, which says
 * "has a key" although a neighbour stands for it.
 */
function isShortest(update: Uint8Array): boolean {
  let anew: Uint8Array;
  try {
    anew = Y.diffUpdate(update, NOTHING_HELD);
  } catch {
    return false; // Nested deeper than it can be written.
  }
  const isSame = (byte: number, given: number) =>
    byte === given || ((byte ^ given) === HAS_KEY && (given & HAS_NEIGHBOUR) !== 0);
  return anew.length === update.length && anew.every((byte, at) => isSame(byte, update[at] ?? 0));
}
