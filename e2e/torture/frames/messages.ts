/** Messages of the live channel that write nothing and are hostile all the same: presence, state vectors, noise. */
import * as encoding from "lib0/encoding";
import type { Random } from "../random.ts";
import { type Held, IDS } from "./making.ts";

const NUMBERS = [0, 1, 2, 127, 128, 100_000, 33_000_000, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1];
const STATES = [
  "null",
  "{}",
  "[]",
  "not json",
  '{"name":"Ann","draft":"position.17-3"}',
  '{"draft":"position.17-3","cursor":{"__proto__":{"x":1}}}',
  '{"__proto__":{"draft":"position.17-3"}}',
  `{"draft":"position.17-3","cursor":"${"x".repeat(1_100)}"}`,
  "[".repeat(900),
];

const SYNC = 0;
const PRESENCE = 1;
const STEP_1 = 0;

export function hostileMessage(random: Random, held: Held): Buffer {
  const encoder = encoding.createEncoder();
  const kind = random.below(10);
  if (kind < 5) {
    encoding.writeVarUint(encoder, PRESENCE);
    encoding.writeVarUint8Array(encoder, presence(random));
  } else if (kind < 8) {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, STEP_1);
    encoding.writeVarUint8Array(encoder, vector(random, held));
  } else {
    encoding.writeVarUint(encoder, random.of([2, 3, 4, 100, 101, 102, ...NUMBERS]));
    encoding.writeUint8Array(encoder, random.bytes(random.below(40)));
  }
  return Buffer.from(encoding.toUint8Array(encoder));
}

/** Huge clocks, many ids, other people's ids, and what is no state at all. */
function presence(random: Random): Uint8Array {
  const encoder = encoding.createEncoder();
  const count = random.chance(0.7) ? random.between(1, 4) : random.of(NUMBERS);
  encoding.writeVarUint(encoder, count);
  // Now and then as many as fit in: a later frame may not remember them all.
  const written = random.chance(0.01) ? Math.min(count, 9_000) : Math.min(count, 6);
  for (let n = 0; n < written; n += 1) {
    encoding.writeVarUint(
      encoder,
      random.chance(0.6) ? random.of([IDS.own, IDS.victim]) : random.below(2 ** 32),
    );
    encoding.writeVarUint(encoder, random.of(NUMBERS));
    encoding.writeVarString(encoder, written > 6 ? "{}" : random.of(STATES));
  }
  return encoding.toUint8Array(encoder);
}

function vector(random: Random, held: Held): Uint8Array {
  if (random.chance(0.2)) return random.bytes(random.below(30));
  const encoder = encoding.createEncoder();
  const count = random.chance(0.8) ? random.below(4) : random.of(NUMBERS);
  encoding.writeVarUint(encoder, count);
  for (let n = 0; n < Math.min(count, 4); n += 1) {
    const client = random.of([IDS.own, IDS.victim, IDS.server, ...NUMBERS]);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, random.chance(0.5) ? held.clock(client) : random.of(NUMBERS));
  }
  return encoding.toUint8Array(encoder);
}
