/** Hostile by number: thousands of small pieces in one frame, or thousands of erased stretches. */
import * as encoding from "lib0/encoding";
import type { Random } from "../random.ts";
import { type Held, IDS } from "./making.ts";

const TEXT = "words/position.17-3";
const MOST = 3_000;

/** Letters that all say that they stand beside the same few, so that each has to look past the others. */
export function crowdedUpdate(random: Random, held: Held): Uint8Array {
  const encoder = encoding.createEncoder();
  const number = (value: number) => encoding.writeVarUint(encoder, value);
  const count = random.between(2, random.of([20, 200, MOST]));
  const clients = [IDS.own, IDS.own + 1 + random.below(9)].slice(0, random.between(1, 3));
  const spread = random.of([1, 1, 3, 50, MOST]);
  const placed = random.of(["at the victim's", "in a chain", "anywhere"]);
  number(clients.length);
  for (const client of random.shuffled(clients)) {
    const from = held.clock(client);
    number(count);
    number(client);
    number(from);
    for (let n = 0; n < count; n += 1) {
      const chained = n > 0 && (placed === "in a chain" || (placed === "anywhere" && random.chance(0.5)));
      const left = chained
        ? ([client, from + n - 1 - random.below(Math.min(n, spread))] as const)
        : beside(random, held, spread);
      const right = random.chance(0.3) ? beside(random, held, spread) : null;
      encoding.writeUint8(encoder, 4 | (left === null ? 0 : 0x80) | (right === null ? 0 : 0x40));
      for (const value of [...(left ?? []), ...(right ?? [])]) number(value);
      if (left === null && right === null) {
        number(1);
        encoding.writeVarString(encoder, TEXT);
      }
      encoding.writeVarString(encoder, "a");
    }
  }
  erased(encoder, random, held);
  return encoding.toUint8Array(encoder);
}

function beside(random: Random, held: Held, spread: number): readonly [number, number] | null {
  if (random.chance(0.1)) return null;
  const client = random.chance(0.7) ? IDS.victim : IDS.own;
  const state = held.clock(client);
  return state === 0 ? null : [client, Math.max(0, state - 1 - random.below(spread))];
}

function erased(encoder: encoding.Encoder, random: Random, held: Held): void {
  const ranges = random.chance(0.8) ? 0 : random.of([1, 100, 10_000, 30_000]);
  encoding.writeVarUint(encoder, ranges === 0 ? 0 : 1);
  if (ranges === 0) return;
  encoding.writeVarUint(encoder, IDS.own);
  encoding.writeVarUint(encoder, ranges);
  const state = held.clock(IDS.own);
  const overlaps = random.chance(0.3);
  for (let n = 0; n < ranges; n += 1) {
    encoding.writeVarUint(encoder, overlaps ? 0 : Math.min(2 * n, 2 ** 30));
    encoding.writeVarUint(encoder, overlaps ? Math.max(1, state) : 1);
  }
}
