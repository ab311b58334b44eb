/**
 * A file that a request brings as it is: taken in as it arrives, into memory that the reader's thread shares, its hash
 * made on the way. It may take its time; so who is asking is asked again when it is whole.
 */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Hash } from "#deliberation/ids";
import { mayAtAll } from "#deliberation/may";
import { type Refusal, refuse } from "#deliberation/refusal";
import type { Seat } from "#deliberation/seat";
import type { Env } from "./door.ts";
import type { ApiParts } from "./parts.ts";

export interface IncomingFile {
  /** Who brings it, as of when it was whole. */
  seat: Seat;
  bytes: Uint8Array;
  sha256: Hash;
}

/** At once: a person's, and everybody's together. */
const MOST_OF_ONE = 2;
const MOST_OF_ALL = 8;

export class IncomingFiles {
  readonly #seatOf: ApiParts["seatOf"];
  /** Person → files on their way. */
  readonly #coming = new Map<string, number>();

  constructor(seatOf: ApiParts["seatOf"]) {
    this.#seatOf = seatOf;
  }

  async receive(
    c: Context<Env>,
    act: "original.bring" | "draft.write" | "podium.write" | "secretariat.enter",
  ): Promise<IncomingFile | Refusal> {
    const { person } = c.get("seated").seat;
    const own = this.#coming.get(person) ?? 0;
    const all = [...this.#coming.values()].reduce((sum, one) => sum + one, 0);
    if (own >= MOST_OF_ONE || all >= MOST_OF_ALL) return refuse("too-many");
    this.#coming.set(person, own + 1);
    try {
      const file = await read(c);
      if (file === null) return refuse("malformed", "body: not of the length it says");
      const seated = await this.#seatOf(c.env.incoming);
      if (seated === null) return refuse("not-signed-in");
      return mayAtAll(seated.seat, act) ? { seat: seated.seat, ...file } : refuse("not-permitted");
    } finally {
      const left = (this.#coming.get(person) ?? 1) - 1;
      if (left === 0) this.#coming.delete(person);
      else this.#coming.set(person, left);
    }
  }
}

/** @returns null when it is not of the length it says, which the door has found bearable. */
async function read(c: Context<Env>): Promise<{ bytes: Uint8Array; sha256: Hash } | null> {
  const length = Number(c.req.header("content-length"));
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  const hash = createHash("sha256");
  let at = 0;
  for await (const piece of c.req.raw.body ?? []) {
    if (at + piece.length > length) return null;
    bytes.set(piece, at);
    hash.update(piece);
    at += piece.length;
  }
  return at === length ? { bytes, sha256: hash.digest("hex") as Hash } : null;
}
