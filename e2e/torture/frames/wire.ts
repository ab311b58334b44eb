/** Hostile frames over real sockets: also below the WebSocket's own rules, to record and draft rooms. */
import { once } from "node:events";
import { connect } from "node:net";
import * as Y from "yjs";
import { REPORT, rehearse, until } from "#server/live/rehearsal";
import type { Random } from "../random.ts";
import { bent, honestUpdate, hostileUpdate } from "./making.ts";

const FRAMES_A_SOCKET = 20;
const DRAFT_TEXT = "words/position.17-3";

export async function overTheWire(
  count: number,
  random: Random,
): Promise<{ done: number; sockets: number; violations: string[] }> {
  const crashes: string[] = [];
  const crashed = (error: Error) => crashes.push(`the server would have ended: ${error.message}`);
  process.on("uncaughtException", crashed);
  process.on("unhandledRejection", crashed);
  const stage = await rehearse();
  const attacker = stage.seat("Bo", "alder", "drafter");
  const colleague = stage.provider(stage.seat("Ann", "alder", "drafter"), `drafts/${REPORT}/alder`);
  let [done, sockets] = [0, 0];
  const violations: string[] = [];
  try {
    await until(() => colleague.synced, 20_000);
    while (done < count && violations.length + crashes.length === 0) {
      sockets += 1;
      const room = random.chance(0.8) ? `drafts/${REPORT}/alder` : `record/${REPORT}/1`;
      const bytes = Array.from({ length: FRAMES_A_SOCKET }, () => wireFrame(random, colleague.doc));
      done += bytes.length;
      await attack(stage.origin, `/live/${room}?epoch=${stage.epoch}`, `signIn=${attacker.signIn}`, bytes);
      if (sockets % 10 === 0)
        violations.push(...(await writesOn(stage.origin, colleague.doc, colleague, sockets)));
    }
  } finally {
    await stage.end();
    process.off("uncaughtException", crashed);
    process.off("unhandledRejection", crashed);
  }
  return { done, sockets, violations: [...crashes, ...violations] };
}

/** A colleague's word is on its way back to her from the store's own room, or she is cut off. */
async function writesOn(
  _origin: string,
  doc: Y.Doc,
  provider: { synced: boolean; shouldConnect: boolean; connect(): void },
  nth: number,
): Promise<string[]> {
  if (!provider.shouldConnect) return ["a colleague was closed for good"];
  await until(() => provider.synced, 20_000).catch(() => undefined);
  if (!provider.synced) return ["a colleague does not come back"];
  doc.getText(DRAFT_TEXT).insert(0, `on ${nth} `);
  return [];
}

async function attack(origin: string, path: string, cookie: string, all: Buffer[]): Promise<void> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const key = Buffer.alloc(16, 7).toString("base64");
  const head = [
    `GET ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${key}`,
    `Origin: ${origin}`,
    `Cookie: ${cookie}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  await Promise.race([once(socket, "data"), once(socket, "close")]);
  socket.resume();
  for (const bytes of all) if (!socket.destroyed) socket.write(bytes);
  const closed = once(socket, "close").catch(() => undefined);
  await Promise.race([closed, new Promise((over) => setTimeout(over, 30))]);
  socket.destroy();
}

function wireFrame(random: Random, doc: Y.Doc): Buffer {
  const held = { clock: (client: number) => Y.getState(doc.store, client) };
  const room = Y.encodeStateAsUpdate(doc);
  const update = random.chance(0.6) ? hostileUpdate(random, held) : bent(random, honestUpdate(random, room));
  const messages = [
    Buffer.from([
      0,
      2,
      ...(update.length < 128 ? [update.length] : [(update.length % 128) | 128, update.length >> 7]),
      ...update.subarray(0, 9_000),
    ]),
    Buffer.from([1, ...random.bytes(random.below(60))]),
    Buffer.from([0, 0, ...random.bytes(random.below(20))]),
    random.bytes(random.below(200)),
  ];
  const payload = random.chance(0.7) ? (messages[0] as Buffer) : random.of(messages);
  // Mostly as RFC 6455 wants it, else with a wrong opcode, reserved bits, no mask, or a length that lies.
  const first = random.chance(0.85) ? 0x82 : random.below(256);
  const masked = random.chance(0.95);
  const length = random.chance(0.95) ? payload.length : random.of([0, 125, 65_535, 2 ** 31, 2 ** 40]);
  return Buffer.concat([headOf(first, masked, length), masked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}

/** A mask of zeros leaves the payload as it is. */
function headOf(first: number, masked: boolean, length: number): Buffer {
  const bit = masked ? 0x80 : 0;
  if (length < 126) return Buffer.from([first, bit | length]);
  if (length < 65_536) return Buffer.from([first, bit | 126, length >> 8, length & 255]);
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = bit | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
