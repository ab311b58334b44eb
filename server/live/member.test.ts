import type { Duplex } from "node:stream";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { Seated } from "#db/sign-ins";
import { Member } from "./member.ts";
import { Allowance } from "./rate.ts";

/** A connection whose other end never reads. */
function unread() {
  const wire = new Writable({ highWaterMark: 1, write: () => undefined });
  const codes: number[] = [];
  const ws = {
    OPEN: 1,
    readyState: 1,
    close: (code: number) => codes.push(code),
    terminate: () => codes.push(0),
  };
  const member = new Member(
    ws as unknown as WebSocket,
    wire as unknown as Duplex,
    {} as Seated,
    false,
    new Allowance(1, 1),
  );
  return { member, codes, wire };
}

test("one who never reads is let go once a mebibyte waits", () => {
  const { member, codes, wire } = unread();
  const frame = Buffer.alloc(100_000);
  for (let sent = 0; sent < 40 && codes.length === 0; sent += 1) member.send(frame);
  expect(codes).toEqual([1013]);
  expect(wire.writableLength).toBeLessThan(1_200_000);
});

test("a joiner is not slow for having been sent the whole room, once", () => {
  const { member, codes } = unread();
  const room = Buffer.alloc(5_000_000);
  member.answer(room);
  member.send(Buffer.alloc(10));
  expect(codes).toEqual([]);
  member.answer(room);
  member.send(Buffer.alloc(10));
  expect(codes).toEqual([1013]);
});
