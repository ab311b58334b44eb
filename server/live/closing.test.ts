import { request } from "node:http";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Person, REPORT, type Rehearsal, rehearse, until } from "./rehearsal.ts";

let stage: Rehearsal;
beforeEach(async () => {
  stage = await rehearse();
});
afterEach(() => stage.end());

/** A connection below any library: nothing answers a close or a ping for it. */
function bare(who: Person | null, room: string): Promise<Duplex> {
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": Buffer.alloc(16).toString("base64"),
    origin: stage.origin,
    ...(who === null ? {} : { cookie: `signIn=${who.signIn}` }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${stage.origin}/live/${room}?epoch=${stage.epoch}`, { headers });
    asked.on("upgrade", (_answer, socket, head) => {
      socket.unshift(head);
      resolve(socket);
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** A masked ping without content. */
const PING = Buffer.from([0x89, 0x80, 0, 0, 0, 0]);

/** @returns what the server said, and whether it ended the connection. */
function listening(socket: Duplex) {
  const state = { said: Buffer.alloc(0), ended: false };
  socket.on("data", (bytes: Buffer) => {
    state.said = Buffer.concat([state.said, bytes]);
  });
  socket.on("error", () => undefined);
  for (const event of ["end", "close"]) socket.on(event, () => (state.ended = true));
  return state;
}

test("a refused connection that never answers is ended all the same", async () => {
  const state = listening(await bare(null, `record/${REPORT}/1`));
  await until(() => state.ended, 4_000);
  expect([...state.said]).toEqual([0x88, 2, 4401 >> 8, 4401 & 255]);
});

test("pings count as frames, and who goes on after the close is not read any more", async () => {
  const ann = stage.seat("Ann", "alder", "reader");
  const socket = await bare(ann, `record/${REPORT}/1`);
  const state = listening(socket);
  // A few at a time: more at once, and `ws` itself ends it without a word.
  const pinging = setInterval(() => socket.write(Buffer.concat(Array.from({ length: 20 }, () => PING))), 5);
  const closing = Buffer.from([0x88, 2, 4429 >> 8, 4429 & 255]);
  await until(() => state.said.includes(closing));
  // Pongs are answered up to the close and not behind it.
  expect(state.said.indexOf(closing)).toBe(state.said.length - closing.length);
  await until(() => state.ended, 4_000);
  clearInterval(pinging);
});
