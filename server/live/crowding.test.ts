import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { PersonId } from "#deliberation/ids";
import { DraftDocument } from "./draft-document.ts";
import { inspect } from "./firewall.ts";
import { BadFrame } from "./frames.ts";

const person = PersonId.parse("00000000-0000-4000-8000-00000000000b");
const TEXT = "words/position.17-3";

type Id = [client: number, clock: number];
interface Written {
  client: number;
  clock: number;
  /** One letter each: what it says that it stands between. */
  beside: { left: Id | null; right: Id | null }[];
}

function update(all: Written[], erased: [client: number, ranges: Id[]][] = []): Uint8Array {
  const encoder = encoding.createEncoder();
  const number = (value: number) => encoding.writeVarUint(encoder, value);
  number(all.length);
  for (const { client, clock, beside } of all) {
    for (const value of [beside.length, client, clock]) number(value);
    for (const { left, right } of beside) {
      encoding.writeUint8(encoder, 4 | (left === null ? 0 : 0x80) | (right === null ? 0 : 0x40));
      for (const value of [...(left ?? []), ...(right ?? [])]) number(value);
      if (left === null && right === null) {
        number(1);
        encoding.writeVarString(encoder, TEXT);
      }
      encoding.writeVarString(encoder, "a");
    }
  }
  number(erased.length);
  for (const [client, ranges] of erased) {
    for (const value of [client, ranges.length, ...ranges.flat()]) number(value);
  }
  return encoding.toUint8Array(encoder);
}

class Room {
  readonly document = new DraftDocument([]);
  readonly owners = new Map<number, PersonId>();

  /** @returns the work it made. */
  takes(frame: Uint8Array): number {
    const { claims, work } = inspect(frame, true, { doc: this.document.doc, owners: this.owners, person });
    for (const client of claims) this.owners.set(client, person);
    this.document.apply(frame);
    return work;
  }
}

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const same = (count: number, left: Id | null, right: Id | null) => times(count, () => ({ left, right }));

const N = 2_500;
/** Where each looks past all others in more than one way. */
const M = 800;
const word: Written = { client: 5, clock: 0, beside: [{ left: null, right: null }] };
/** A text in many pieces, each behind the one before. */
const chain = (client: number, count: number, right: Id | null = null): Written => ({
  client,
  clock: 0,
  beside: times(count, (n) => ({ left: n === 0 ? [5, 0] : [client, n - 1], right })),
});

const ATTACKS: Record<string, Written[][]> = {
  "thousands at the same place, then thousands more": [
    [word],
    [{ client: 6, clock: 0, beside: same(N, [5, 0], null) }],
    [{ client: 7, clock: 0, beside: same(N, [5, 0], null) }],
  ],
  "in one frame": [
    [word],
    [
      { client: 7, clock: 0, beside: same(N, [5, 0], null) },
      { client: 6, clock: 0, beside: same(N - 1, [5, 0], null) },
    ].reverse(),
    [{ client: 8, clock: 0, beside: same(N, [5, 0], null) }],
  ],
  "each before the one before, past thousands": [
    [word],
    [{ client: 6, clock: 0, beside: same(N, [5, 0], null) }],
    [
      {
        client: 7,
        clock: 0,
        beside: times(N, (n) => ({ left: [5, 0], right: n === 0 ? null : [7, n - 1] })),
      },
    ],
  ],
  "behind every piece of a text, before its end": [
    [word],
    [chain(6, N)],
    [{ client: 7, clock: 0, beside: times(N, (n) => ({ left: [6, n], right: null })) }],
  ],
  "within and around": [
    [word],
    [chain(6, 9)],
    [
      {
        client: 7,
        clock: 0,
        beside: [
          ...times(M, (n): { left: Id; right: Id } => ({
            left: n === 0 ? [6, 3] : [7, n - 1],
            right: [6, 4],
          })),
          ...same(M, [6, 1], [6, 7]),
        ],
      },
    ],
    [{ client: 8, clock: 0, beside: same(M, [6, 1], [6, 7]) }],
  ],
};

for (const [name, frames] of Object.entries(ATTACKS)) {
  const [attack, ...before] = frames.map((all) => update(all)).reverse() as [Uint8Array, ...Uint8Array[]];
  test(`pieces that look past thousands are refused before they hold anybody up: ${name}`, () => {
    const room = new Room();
    for (const frame of before.toReversed()) room.document.apply(frame);
    expect(() => room.takes(attack)).toThrow(/at the same place/);
  });
}

test("who crowds one place in frames that are each small enough is charged for the looking", () => {
  const room = new Room();
  room.takes(update([word]));
  const works = [6, 7, 8, 9].map((client) =>
    room.takes(update([{ client, clock: 0, beside: same(200, [5, 0], null) }])),
  );
  const [first = 0, second = 0, third = 0, fourth = 0] = works;
  expect(second).toBeGreaterThanOrEqual(first + 200 * 200);
  expect(third).toBeGreaterThanOrEqual(second + 200 * 200);
  expect(fourth).toBeGreaterThanOrEqual(third + 200 * 200);
  const typed = update([{ client: 10, clock: 0, beside: [{ left: [9, 3], right: [9, 2] }] }]);
  expect(() => room.takes(typed)).not.toThrow();
});

test("what waits and is let in later is counted too", () => {
  const room = new Room();
  room.document.apply(update([word]));
  room.document.apply(update([{ client: 6, clock: 0, beside: same(N, [5, 0], null) }]));
  const waiting = { client: 7, clock: 1, beside: same(400, [5, 0], null) };
  room.takes(update([waiting]));
  expect(room.document.doc.store.pendingStructs).not.toBeNull();
  const first: Written = { client: 7, clock: 0, beside: same(1, [5, 0], null) };
  expect(() => room.takes(update([first]))).toThrow(/same place/);
  expect(() => room.takes(update([{ ...waiting, clock: 500, beside: same(600, [5, 0], null) }]))).toThrow(
    /waits/,
  );
});

test("a piece stands before what it stands behind: refused", () => {
  const room = new Room();
  room.takes(update([word, chain(6, 5)]));
  const turned = { client: 7, clock: 0, beside: [{ left: [6, 3] as Id, right: [6, 1] as Id }] };
  expect(() => room.takes(update([turned]))).toThrow(BadFrame);
});

test("the same is not erased twice, and not too many at once", () => {
  const room = new Room();
  const doc = new Y.Doc();
  doc.clientID = 5;
  doc.getText(TEXT).insert(0, "x".repeat(60_000));
  room.takes(Y.encodeStateAsUpdate(doc));
  expect(() =>
    room.takes(
      update(
        [],
        [
          [
            5,
            [
              [0, 9],
              [3, 9],
            ],
          ],
        ],
      ),
    ),
  ).toThrow(/twice/);
  expect(() => room.takes(update([], [[5, times(20_000, (n): Id => [2 * n, 1])]]))).toThrow(/too many/);
  const some = update([], [[5, times(6_000, (n): Id => [2 * n, 1])]]);
  room.takes(some);
  // What is erased already may be said again, however often that is.
  room.takes(update([], [[5, times(6_000, (n): Id => [2 * n + 12_000, 1])]]));
  room.takes(update([], [[5, times(12_000, (n): Id => [2 * n, 1])]]));
});

test("pieces that are held already and say that they stand elsewhere cut nothing in secret", () => {
  const filled = () => {
    const room = new Room();
    const doc = new Y.Doc();
    doc.clientID = 5;
    doc.getText(TEXT).insert(0, `${"x".repeat(60_000)}😀`);
    room.takes(Y.encodeStateAsUpdate(doc));
    return room;
  };
  const again = (count: number, left: (n: number) => Id) =>
    update([{ client: 5, clock: 0, beside: times(count, (n) => ({ left: left(n), right: null })) }]);
  // Half a letter in memory, and a whole one in the store.
  expect(() => filled().takes(again(1, () => [5, 60_000]))).toThrow(/cuts a letter/);
  expect(() => filled().takes(again(1, () => [6, 0]))).toThrow(/is held/);
  expect(() => filled().takes(again(9_000, (n) => [5, 59_000 - n]))).toThrow(/too many/);
  expect(() => filled().takes(again(21_000, () => [5, 60_001]))).toThrow(/too many/);
  const room = filled();
  expect(room.takes(again(100, (n) => [5, 59_000 - n]))).toBe(100 * 40);
  expect(room.takes(again(100, () => [5, 60_001]))).toBe(0);
  expect(room.document.doc.getText(TEXT).toString().endsWith("x😀")).toBe(true);
});
