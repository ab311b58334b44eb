/** Hostile frames over real sockets: also below the WebSocket's own rules, to record and draft rooms. */
import { once } from "node:events";
import { connect } from "node:net";
import * as Y from "yjs";
import { loadRoom } from "#db/drafts";
import { type Store, writing } from "#db/open";
import { draftUpdates } from "#db/schema";
import { FINAL_CODES } from "#deliberation/close-codes";
import { DraftDocument } from "#server/live/draft-document";
import { REPORT, rehearse } from "#server/live/rehearsal";
import { DraftWriter } from "../draft-writer.ts";
import type { Random } from "../random.ts";
import { crowdedUpdate } from "./crowd.ts";
import { bent, type Held, honestUpdate, hostileUpdate } from "./making.ts";
import { hostileMessage } from "./messages.ts";
import { contentOf, misplacedIn } from "./oracle.ts";
import { lengthOf } from "./room.ts";

const FRAMES_A_SOCKET = 20;
/** In so many frames the attacker's words do not fill the text that the colleague writes in. */
const FRAMES_A_STAGE = 5_000;
const DRAFT = "position.17-3";
const ROOM = `${REPORT}/alder`;
const WAITS_MS = 20_000;

interface Wired {
  done: number;
  sockets: number;
  violations: string[];
}

type Stage = Awaited<ReturnType<typeof rehearse>>;

/** @param forgets a server that says "durable" of what its store never kept. */
export async function overTheWire(count: number, random: Random, forgets = false): Promise<Wired> {
  const sum: Wired = { done: 0, sockets: 0, violations: [] };
  while (sum.done < count && sum.violations.length === 0) {
    const one = await onOneStage(Math.min(FRAMES_A_STAGE, count - sum.done), random, forgets);
    sum.done += one.done;
    sum.sockets += one.sockets;
    sum.violations.push(...one.violations);
  }
  return sum;
}

async function onOneStage(count: number, random: Random, forgets: boolean): Promise<Wired> {
  const crashes: string[] = [];
  const crashed = (error: Error) => crashes.push(`the server would have ended: ${error.message}`);
  process.on("uncaughtException", crashed);
  process.on("unhandledRejection", crashed);
  const stage = await rehearse(forgets ? { transact: forgetful } : {});
  const attacker = stage.seat("Bo", "alder", "drafter");
  const colleague = writerAt(stage);
  let [done, sockets] = [0, 0];
  const violations: string[] = [];
  try {
    await colleague.join();
    while (done < count && violations.length + crashes.length === 0) {
      sockets += 1;
      const room = random.chance(0.8) ? `drafts/${ROOM}` : `record/${REPORT}/1`;
      const bytes = Array.from({ length: FRAMES_A_SOCKET }, () => wireFrame(random, colleague.doc));
      done += bytes.length;
      await attack(stage.origin, `/live/${room}?epoch=${stage.epoch}`, `signIn=${attacker.signIn}`, bytes);
      if (sockets % 10 !== 0 && done < count) continue;
      // Now and then nobody is left in the room, and it is opened from the store.
      if (random.chance(0.3)) colleague.leave();
      violations.push(...(await writesOn(colleague, `on ${sockets}`)));
      if (violations.length === 0) violations.push(...(await readsBack(stage, colleague)));
    }
  } finally {
    colleague.leave();
    await stage.end();
    process.off("uncaughtException", crashed);
    process.off("unhandledRejection", crashed);
  }
  return { done, sockets, violations: [...crashes, ...violations] };
}

/** Begins what is to be kept, and takes it back without a word. */
const forgetful = (store: Store) => (work: () => void) => {
  const nothingKept = new Error("taken back");
  try {
    writing(store, () => {
      work();
      // The record itself is kept.
      if (isDrafting(store)) throw nothingKept;
    });
  } catch (error) {
    if (error !== nothingKept) throw error;
  }
};

function isDrafting({ db }: Store): boolean {
  return db.select().from(draftUpdates).limit(1).get() !== undefined;
}

function writerAt(stage: Stage): DraftWriter {
  const ann = stage.seat("Ann", "alder", "drafter");
  return new DraftWriter(
    { seated: { delegation: "alder" }, socket: (room, params) => stage.socket(ann, room, params) },
    stage.epoch,
  );
}

/** A colleague writes, and is told that it is durable; cut off meanwhile, she comes back by herself. */
async function writesOn(colleague: DraftWriter, words: string): Promise<string[]> {
  colleague.write(DRAFT, words);
  for (const end = performance.now() + WAITS_MS; performance.now() < end; ) {
    if (colleague.saved.has(words)) return [];
    if (colleague.closedWith !== null) {
      if (FINAL_CODES.includes(colleague.closedWith))
        return [`a colleague was closed for good: ${colleague.closedWith}`];
      await colleague.join();
    }
    await new Promise((over) => setTimeout(over, 5));
  }
  return ["a colleague's words were never called durable"];
}

/** What the store holds, what the room shows to somebody new, and what a colleague saw come: all the same. */
async function readsBack(stage: Stage, colleague: DraftWriter): Promise<string[]> {
  const stored = () => {
    const { doc } = new DraftDocument(loadRoom(stage.store, ROOM).updates);
    return { says: contentOf(doc), misplaced: misplacedIn(doc) };
  };
  const fresh = writerAt(stage);
  await fresh.join();
  let read = stored();
  try {
    // What the attacker sent last may still be on its way.
    const agree = () => contentOf(colleague.doc) === read.says && contentOf(fresh.doc) === read.says;
    for (const end = performance.now() + WAITS_MS; !agree() && performance.now() < end; read = stored())
      await new Promise((over) => setTimeout(over, 50));
    if (contentOf(fresh.doc) !== read.says)
      return ["the store reads back to something else than the room shows"];
    if (contentOf(colleague.doc) !== read.says)
      return ["the store reads back to something else than a colleague saw come"];
    return read.misplaced;
  } catch (error) {
    return [`the store does not read back: ${(error as Error).message}`];
  } finally {
    fresh.leave();
  }
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
  const payload = messageOf(random, doc, held);
  // Mostly as RFC 6455 wants it, else with a wrong opcode, reserved bits, no mask, or a length that lies.
  const first = random.chance(0.85) ? 0x82 : random.below(256);
  const masked = random.chance(0.95);
  const length = random.chance(0.95) ? payload.length : random.of([0, 125, 65_535, 2 ** 31, 2 ** 40]);
  return Buffer.concat([headOf(first, masked, length), masked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}

function messageOf(random: Random, doc: Y.Doc, held: Held): Buffer {
  if (random.chance(0.15)) return hostileMessage(random, held);
  if (random.chance(0.1)) {
    const noise = random.bytes(random.below(200));
    return Buffer.from([...random.of([[], [0, 0], [1, Math.min(127, noise.length)]]), ...noise]);
  }
  const update = random.chance(0.02)
    ? crowdedUpdate(random, held)
    : random.chance(0.6)
      ? hostileUpdate(random, held)
      : bent(random, honestUpdate(random, Y.encodeStateAsUpdate(doc)));
  return Buffer.concat([Buffer.from([0, random.of([1, 2, 2])]), lengthOf(update.length), update]);
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
