/** Hostile updates, written byte by byte as the format allows: every hazard known, and the known ones bent at random. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Random } from "../random.ts";

/** Client ids in the room: the server's own, a colleague who is the victim, and the attacker's. */
export const IDS = { server: 1, victim: 100, own: 200 } as const;
const DRAFT = "position.17-3";
const ROOTS = [
  `words/${DRAFT}`,
  `wording/${DRAFT}`,
  "drafts",
  "words/__proto__",
  "p0",
  "",
  "__proto__",
  "words/",
  "x".repeat(300),
];
const KEYS = [
  `${DRAFT}/stance`,
  `${DRAFT}/submitted`,
  "__proto__",
  "constructor",
  `${DRAFT}/`,
  "/stance",
  "toString",
];
const NUMBERS = [0, 1, 2, 3, 5, 127, 128, 300, 33_000_000, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1];

/** What the attacker knows of the room: how far each client id has come. */
export interface Held {
  clock(client: number): number;
}

export function hostileUpdate(random: Random, held: Held): Uint8Array {
  const encoder = encoding.createEncoder();
  const clients = random.chance(0.05) ? random.of(NUMBERS) : random.between(1, 3);
  number(encoder, clients, random);
  for (let n = 0; n < Math.min(clients, 4); n += 1) {
    const structs = random.chance(0.05) ? random.of(NUMBERS) : random.between(1, 4);
    const client = random.chance(0.8)
      ? random.of([IDS.own, IDS.own, IDS.own, IDS.victim, IDS.server, 201])
      : random.of(NUMBERS);
    number(encoder, structs, random);
    number(encoder, client, random);
    number(encoder, random.chance(0.7) ? held.clock(client) + random.below(2) : random.of(NUMBERS), random);
    for (let s = 0; s < Math.min(structs, 6); s += 1) struct(encoder, random, held);
  }
  erased(encoder, random, held);
  const whole = encoding.toUint8Array(encoder);
  if (random.chance(0.1)) return whole.subarray(0, random.below(whole.length + 1));
  return random.chance(0.05) ? Uint8Array.from([...whole, ...random.bytes(random.between(1, 9))]) : whole;
}

function struct(encoder: encoding.Encoder, random: Random, held: Held): void {
  const content = random.of([0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 8, 8, 9, 10, 11, 31]);
  const [origin, right, sub] = [random.chance(0.4), random.chance(0.2), random.chance(0.4)];
  encoding.writeUint8(encoder, content | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (sub ? 0x20 : 0));
  if (content === 0 || content === 10) {
    number(encoder, random.of(NUMBERS), random);
    return;
  }
  if (origin) id(encoder, random, held);
  if (right) id(encoder, random, held);
  if (!origin && !right) {
    const named = random.chance(0.9);
    number(encoder, named ? 1 : 0, random);
    if (named)
      encoding.writeVarString(
        encoder,
        random.chance(0.6) ? (ROOTS[random.below(3)] ?? "") : random.of(ROOTS),
      );
    else id(encoder, random, held);
    if (sub) encoding.writeVarString(encoder, random.chance(0.5) ? (KEYS[0] ?? "") : random.of(KEYS));
  }
  contentOf(encoder, content, random);
}

function contentOf(encoder: encoding.Encoder, content: number, random: Random): void {
  switch (content) {
    case 1:
      number(encoder, random.of(NUMBERS), random);
      break;
    case 2: {
      number(encoder, random.of([1, 2, 33_000_000]), random);
      encoding.writeVarString(encoder, random.of(["1", "undefined", '{"__proto__":{}}', "["]));
      break;
    }
    case 3:
      encoding.writeVarUint8Array(encoder, random.bytes(random.below(20)));
      break;
    case 4:
      encoding.writeVarString(
        encoder,
        random.of(["", "a", "字", "\ud83d", "\u0000", "y".repeat(70_000), "forged"]),
      );
      break;
    case 5:
      encoding.writeVarString(encoder, random.of(['{"a":1}', "not json", nested(5_000)]));
      break;
    case 6:
      encoding.writeVarString(encoder, "bold");
      encoding.writeVarString(encoder, random.of(["true", "nope"]));
      break;
    case 7:
      number(encoder, random.below(9), random);
      encoding.writeVarString(encoder, "div");
      break;
    case 8: {
      const count = random.of([1, 1, 1, 2, 0, 33_000_000]);
      number(encoder, count, random);
      for (let n = 0; n < Math.min(count, 3); n += 1) {
        if (random.chance(0.2)) encoding.writeUint8(encoder, random.below(256));
        else
          encoding.writeAny(
            encoder,
            random.of<Any>(["support", 4, Number.NaN, null, { __proto__: 1 }, [[[[]]]], "z".repeat(70_000)]),
          );
      }
      break;
    }
    default:
      encoding.writeVarString(encoder, "guid");
      encoding.writeAny(encoder, {});
      break;
  }
}

type Any = Parameters<typeof encoding.writeAny>[1];

function erased(encoder: encoding.Encoder, random: Random, held: Held): void {
  const clients = random.chance(0.6) ? 0 : random.of([1, 1, 2, 33_000_000]);
  number(encoder, clients, random);
  for (let n = 0; n < Math.min(clients, 3); n += 1) {
    const client = random.of([IDS.own, IDS.victim, IDS.server, ...NUMBERS]);
    number(encoder, client, random);
    const ranges = random.of([1, 1, 3, 33_000_000]);
    number(encoder, ranges, random);
    for (let r = 0; r < Math.min(ranges, 3); r += 1) {
      // Erasing a colleague's words is no attack; what stands behind them is none of the room.
      const from = client === IDS.victim ? held.clock(client) + random.below(3) : random.of(NUMBERS);
      number(encoder, from, random);
      number(encoder, random.of(NUMBERS), random);
    }
  }
}

function id(encoder: encoding.Encoder, random: Random, held: Held): void {
  const client = random.of([IDS.own, IDS.victim, IDS.server, random.of(NUMBERS)]);
  number(encoder, client, random);
  number(
    encoder,
    random.chance(0.8) ? Math.max(0, held.clock(client) - random.below(3)) : random.of(NUMBERS),
    random,
  );
}

/** Now and then longer than needed. */
function number(encoder: encoding.Encoder, value: number, random: Random): void {
  if (value > 127 || random.chance(0.98)) {
    encoding.writeVarUint(encoder, value);
    return;
  }
  encoding.writeUint8(encoder, value | 0x80);
  encoding.writeUint8(encoder, 0);
}

function nested(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
}

/** What an honest browser of the attacker's would send, for bytes to be bent. */
export function honestUpdate(random: Random, room: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, room);
  doc.clientID = IDS.own;
  const before = Y.encodeStateVector(doc);
  const text = doc.getText(ROOTS[random.below(2)]);
  if (random.chance(0.6)) text.insert(random.below(text.length + 1), random.of(["字", "word ", "😀"]));
  else doc.getMap("drafts").set(KEYS[0] ?? "", random.of(["support", "reservation"]));
  return Y.encodeStateAsUpdate(doc, before);
}

export function bent(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let n = random.between(1, 4); n > 0 && copy.length > 0; n -= 1) {
    copy[random.below(copy.length)] = random.of([0, 1, 127, 128, 255, random.below(256)]);
  }
  return copy;
}
